using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.UnitTests.Core;

public sealed class GraphRulesTests
{
    private static readonly GraphNode Node = new() { Id = EntityId.Parse("firm:a"), Label = "FIRM" };

    [Theory]
    [InlineData("FIRM", true)]
    [InlineData("HS_CODE_6", true)]
    [InlineData("firm", false)]
    [InlineData("_FIRM", false)]
    [InlineData("6FIRM", false)]
    [InlineData("FIRM`) DETACH", false)]
    [InlineData("", false)]
    public void Label_is_a_word_in_upper_case(string label, bool isRight)
    {
        var error = Record.Exception(() => GraphRules.Check(new WriteBatch { Updates = [new PutNode(Node with { Label = label })] }));
        Assert.Equal(isRight, error is null);
    }

    [Theory]
    [InlineData("en", "A", true)]
    [InlineData("zh-Hant", "台積電", true)]
    [InlineData("", "A", false)]
    [InlineData("e n", "A", false)]
    [InlineData("en", "", false)]
    [InlineData("en", "a\nb", false)]
    [InlineData("en", "\uFFFD", true)]
    public void Name_has_a_language_and_a_text(string language, string text, bool isRight)
    {
        var error = Record.Exception(() => GraphRules.Check(new WriteBatch { Updates = [new PutNode(Node with { Names = [new LocalName(language, text)] })] }));
        Assert.Equal(isRight, error is null);
    }

    [Fact]
    public void Name_with_half_of_a_surrogate_pair_is_refused() =>
        Assert.Throws<GeoGraphException>(() => GraphRules.Check(new WriteBatch { Updates = [new PutNode(Node with { Names = [new LocalName("en", "a\uD800")] })] }));

    [Fact]
    public void Properties_come_back_canonical() =>
        Assert.Equal("""{"a":1,"b":2}""", ((PutNode)GraphRules.Check(new WriteBatch { Updates = [new PutNode(Node with { Properties = """{"b":2, "a":1}""" })] })[0]).Node.Properties);

    [Fact]
    public void Size_alone_is_a_limit_and_with_other_faults_a_violation()
    {
        var large = new PutNode(Node with { Properties = $$"""{"a":"{{new string('x', GraphLimits.MaxPropertiesBytes)}}"}""" });
        Assert.Equal(ErrorReason.LimitExceeded, Assert.Throws<GeoGraphException>(() => GraphRules.Check(new WriteBatch { Updates = [large] })).Reason);
        var both = Assert.Throws<GeoGraphException>(() => GraphRules.Check(new WriteBatch { Updates = [large, new Delete(default)] }));
        Assert.Equal(ErrorReason.InvalidRequest, both.Reason);
        Assert.Equal(["updates[0].node.properties", "updates[1].id"], both.Violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Digest_tells_batches_apart_and_not_equal_ones()
    {
        GraphUpdate[][] batches =
        [
            [], [new PutNode(Node)], [new PutNode(Node) { Precondition = Precondition.Absent }], [new PutNode(Node) { Precondition = Precondition.UnchangedSince(new Revision(1)) }],
            [new PutNode(Node), new PutNode(Node)], [new Delete(Node.Id)], [new PutNode(Node with { Names = [new LocalName("en", "A")] })],
            [new PutNode(Node with { References = [new Reference("en", EntityId.Parse("a:a"))] })], [new PutNode(Node with { Valid = new ValidPeriod(new DateOnly(2025, 1, 1), null) })],
        ];
        Assert.Equal(batches.Length, batches.Select(BatchDigest.Of).Distinct().Count());
        Assert.Equal(BatchDigest.Of([new PutNode(Node)]), BatchDigest.Of([new PutNode(Node with { ChangedAt = new Revision(5) })]));
    }
}
