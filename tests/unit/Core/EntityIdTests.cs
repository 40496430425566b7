using System.Text;
using FsCheck.Fluent;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Core;

public sealed class EntityIdTests
{
    [Theory]
    [InlineData("state:TW", "state", "TW")]
    [InlineData("firm:tsmc", "firm", "tsmc")]
    [InlineData("us-japan2:alliance", "us-japan2", "alliance")]
    [InlineData("a:b:c", "a", "b:c")]
    [InlineData("firm:台積電", "firm", "台積電")]
    [InlineData("a::", "a", ":")]
    public void Id_is_kind_and_name(string text, string kind, string name)
    {
        var id = EntityId.Parse(text);
        Assert.Equal((kind, name, text), (id.Kind, id.Name, id.Value));
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("state")]
    [InlineData(":TW")]
    [InlineData("state:")]
    [InlineData("State:TW")]
    [InlineData("1state:TW")]
    [InlineData("-a:TW")]
    [InlineData("sta_te:TW")]
    [InlineData("état:FR")]
    [InlineData("state:T W")]
    [InlineData("state:T\u3000W")]
    [InlineData("state:T\u0000")]
    [InlineData("state:T\u007F")]
    public void Text_that_breaks_the_rule_is_no_id(string? text)
    {
        Assert.False(EntityId.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_in_no_id()
    {
        Assert.False(EntityId.TryParse("state:\uD800", out _));
        Assert.False(EntityId.TryParse("state:\uDC00\uD800", out _));
        Assert.True(EntityId.TryParse("state:\uD83D\uDEA2", out _));
    }

    [Fact]
    public void Parse_names_text_and_rule()
    {
        var error = Assert.Throws<FormatException>(() => EntityId.Parse("nope"));
        Assert.Contains("nope", error.Message, StringComparison.Ordinal);
        Assert.Contains(EntityId.Rule, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Length_is_bounded_in_bytes_of_utf8()
    {
        Assert.True(EntityId.TryParse("a:" + new string('x', 254), out _));
        Assert.False(EntityId.TryParse("a:" + new string('x', 255), out _));
        Assert.True(EntityId.TryParse("a:" + new string('電', 84), out _));
        Assert.False(EntityId.TryParse("a:" + new string('電', 85), out _));
    }

    [Fact]
    public void Default_names_nothing()
    {
        Assert.Equal(("", "", ""), (default(EntityId).Value, default(EntityId).Kind, default(EntityId).Name));
        Assert.NotEqual(default, EntityId.Parse("a:b"));
    }

    [Fact]
    public void Ids_are_case_sensitive() => Assert.NotEqual(EntityId.Parse("a:B"), EntityId.Parse("a:b"));

    [Fact]
    public void Every_id_is_read_back_from_its_text() => Properties.Holds(Ids, id => EntityId.Parse(id.ToString()) == id && $"{id.Kind}:{id.Name}" == id.Value);

    [Fact]
    public void Order_is_that_of_the_utf8_bytes() => Properties.Holds(Ids.Two(), pair =>
        Math.Sign(pair.Item1.CompareTo(pair.Item2)) == Math.Sign(Encoding.UTF8.GetBytes(pair.Item1.Value).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(pair.Item2.Value))));

    [Fact]
    public void Characters_beyond_the_first_plane_come_last() =>
        Assert.True(EntityId.Parse("a:\U00020BB7").CompareTo(EntityId.Parse("a:\uFF5E")) > 0);

    private static FsCheck.Gen<EntityId> Ids => Properties.Texts.Where(text => text.Length > 0).Select(text => EntityId.Parse("kind:" + text));
}
