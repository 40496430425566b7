using System.Text;
using GeoGraph.Cli.Import.Csv;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Core;
using Date = Google.Type.Date;

namespace GeoGraph.UnitTests.Cli.Csv;

public sealed class RelationIdsTests
{
    [Fact]
    public void The_same_relation_has_the_same_id_whatever_else_it_says() =>
        Assert.Equal(RelationIds.Of(Supply()), RelationIds.Of(Supply(r => (r.ValueUsdPerYear, r.Valid) = ("5", Year(2024)))));

    [Fact]
    public void What_makes_it_another_relation_makes_another_id()
    {
        string[] ids =
        [
            RelationIds.Of(Supply()), RelationIds.Of(Supply(r => r.FromId = "facility:a")), RelationIds.Of(Supply(r => r.ToId = "firm:c")), RelationIds.Of(Supply(r => r.ProductId = "product:q")),
            RelationIds.Of(Supply(r => r.InputGroup = "other")), RelationIds.Of(Supply(r => r.Type = RelationType.ExportsTo)),
            RelationIds.Of(Supply(r => (r.Type, r.Valid) = (RelationType.ExportsTo, Year(2024)))), RelationIds.Of(Supply(r => (r.FromId, r.ToId) = ("firm:a-b", "firm:"))),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void It_can_be_read_and_is_an_id_however_long_the_names_are()
    {
        Assert.StartsWith("supplies:a-b-p-in-", RelationIds.Of(Supply()), StringComparison.Ordinal);
        var longest = RelationIds.Of(Supply(r => (r.FromId, r.InputGroup) = ("firm:" + new string('é', 100), new string('組', 200))));
        Assert.True(EntityId.TryParse(longest, out _), longest);
        Assert.True(Encoding.UTF8.GetByteCount(longest) < 160, longest);
    }

    private static Period Year(int year) => new() { From = new Date { Year = year, Month = 1, Day = 1 } };

    private static Relation Supply(Action<Relation>? change = null)
    {
        var relation = new Relation { Type = RelationType.Supplies, FromId = "firm:a", ToId = "firm:b", ProductId = "product:p", InputGroup = "in" };
        change?.Invoke(relation);
        return relation;
    }
}
