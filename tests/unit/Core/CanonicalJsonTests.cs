using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Core.Graph;

namespace GeoGraph.UnitTests.Core;

public sealed class CanonicalJsonTests
{
    private static readonly Gen<string> Objects = Members(2);

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" { } ", "{}")]
    [InlineData("""{"b":1,"a":2}""", """{"a":2,"b":1}""")]
    [InlineData("""{"a":null,"b":{"c":null}}""", """{"b":{}}""")]
    [InlineData("""{"a":[null, {"z":1,"y":2}]}""", """{"a":[null,{"y":2,"z":1}]}""")]
    [InlineData("""{"a":1.50,"b":1e3,"c":-0}""", """{"a":1.50,"b":1e3,"c":-0}""")]
    [InlineData("""{"a":"\u0041\u96fb\/"}""", """{"a":"A電/"}""")]
    [InlineData("""{"é":1,"z":2,"Z":3}""", """{"Z":3,"z":2,"é":1}""")]
    public void Object_has_one_text(string json, string canonical) => Assert.Equal(canonical, CanonicalJson.Of(json));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":{"b":1,"b":2}}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":1} {}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    public void What_is_no_object_is_refused(string json) => Assert.Throws<FormatException>(() => CanonicalJson.Of(json));

    [Theory]
    [InlineData("""{"a":{"c":1},"b":[{"d":1,"e":" "},{"d":1}],"f":"x y"}""")]
    [InlineData("""{"":1,"A":true,"a":[null,[]],"aa":-0.10}""")]
    public void Canonical_text_is_given_back_itself(string json) => Assert.Same(json, CanonicalJson.Of(json));

    [Theory]
    [InlineData("""{"a":1,"B":2}""", """{"B":2,"a":1}""")]
    [InlineData("""{"a":{"b":2,"a":1}}""", """{"a":{"a":1,"b":2}}""")]
    [InlineData("""{"b":{"z":1},"a":1}""", """{"a":1,"b":{"z":1}}""")]
    [InlineData("""{"a":[{"n":null}]}""", """{"a":[{}]}""")]
    [InlineData("""{"a":1 }""", """{"a":1}""")]
    [InlineData("{\"a\":1\n}", """{"a":1}""")]
    [InlineData("{\"a\":\"\u007f\"}", "{\"a\":\"\\u007F\"}")]
    public void Text_that_is_nearly_canonical_is_rewritten(string json, string canonical) => Assert.Equal(canonical, CanonicalJson.Of(json));

    [Fact]
    public void Canonical_text_is_its_own_canonical_text() => Properties.Holds(Objects, json => CanonicalJson.Of(CanonicalJson.Of(json)) == CanonicalJson.Of(json));

    [Fact]
    public void Canonical_text_means_the_same() => Properties.Holds(Objects, json => JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(CanonicalJson.Of(json))));

    [Fact]
    public void White_space_and_order_do_not_matter() => Properties.Holds(Objects, json =>
    {
        var members = JsonNode.Parse(json)!.AsObject().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()));
        return CanonicalJson.Of(new JsonObject(members).ToJsonString(new JsonSerializerOptions { WriteIndented = true })) == CanonicalJson.Of(json);
    });

    private static Gen<string> Members(int depth) => Gen.Zip(Properties.Texts, Value(depth)).ArrayOf().Select(members =>
        "{" + string.Join(" , ", members.Take(5).DistinctBy(member => member.Item1).Select(member => $"{JsonSerializer.Serialize(member.Item1)}: {member.Item2}")) + "}");

    private static Gen<string> Value(int depth)
    {
        var plain = Gen.OneOf(Gen.Choose(-1000, 1000).Select(number => $"{number}.50"), Properties.Texts.Select(text => JsonSerializer.Serialize(text)), Gen.Elements("true", "false"));
        return depth == 0 ? plain : Gen.OneOf(plain, plain.ArrayOf().Select(items => "[" + string.Join(", ", items.Take(4)) + "]"), Members(depth - 1));
    }
}
