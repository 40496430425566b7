using FsCheck.Fluent;
using GeoGraph.Core.Graph;

namespace GeoGraph.UnitTests.Core;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("TSMC", "tsmc")]
    [InlineData("ＴＳＭＣ", "tsmc")]
    [InlineData("  Taiwan \t\u3000 Strait ", "taiwan strait")]
    [InlineData("臺灣", "台湾")]
    [InlineData("台積電", "台积电")]
    [InlineData("Société Générale", "societe generale")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("Việt Nam", "viet nam")]
    [InlineData("Øresund", "oresund")]
    [InlineData("ŁÓDŹ", "lodz")]
    [InlineData("ストレート", "ストレート")]
    [InlineData(" ", "")]
    [InlineData("", "")]
    public void Name_is_folded(string name, string folded) => Assert.Equal(folded, NameFolding.Fold(name));

    [Fact]
    public void Folded_name_is_its_own_folded_form() => Properties.Holds(Properties.Texts, text => NameFolding.Fold(NameFolding.Fold(text)) == NameFolding.Fold(text));

    [Fact]
    public void Case_does_not_matter() => Properties.Holds(Properties.Texts, text => NameFolding.Fold(text.ToUpperInvariant().ToLowerInvariant()) == NameFolding.Fold(text.ToLowerInvariant().ToUpperInvariant().ToLowerInvariant()));

    [Fact]
    public void White_space_around_and_within_does_not_matter() => Properties.Holds(Properties.Texts.Two(), pair =>
        NameFolding.Fold($" {pair.Item1} \t {pair.Item2}\n") == NameFolding.Fold($"{pair.Item1} {pair.Item2}"));
}
