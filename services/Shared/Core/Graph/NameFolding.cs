using System.Globalization;
using System.Text;

namespace GeoGraph.Core.Graph;

/// <summary>
/// The form in which names are compared: lower case by invariant rules, full-width forms as their ASCII, accents and combining marks left out, runs of
/// white space as one space, and common variant characters of Chinese (臺 and 台, 灣 and 湾 …) as one. Every store searches on this form.
/// </summary>
public static class NameFolding
{
    // Characters of Chinese and the variants that they are written with elsewhere, place by place: those that names of states, firms, straits and
    // offices are made of.
    private const string Traditional = "臺灣國電積體關聯歐韓華輝達鋼鐵龍爾貝鄭麗馬島東亞車軟銀協議對話峽運蘇區經貿組織";
    private const string Simplified = "台湾国电积体关联欧韩华辉达钢铁龙尔贝郑丽马岛东亚车软银协议对话峡运苏区经贸组织";

    // Accented Latin letters and what they fold to, place by place. A table, since Unicode decomposition is absent in invariant globalization.
    private const string Accented =
        "àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧ"
        + "ḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẗẘẙạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữự"
        + "ỳỵỷỹșțơưđøłıħŧ";

    private const string Plain =
        "aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzabbbcdddddeeeeefghhh"
        + "hhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzzhtwyaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuu"
        + "yyyystoudoliht";

    private static readonly Dictionary<char, char> Folds = BuildFolds();

    /// <summary>The folded form; empty for a name of white space only.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (!char.IsWhiteSpace(character))
                folded.Append(Folds.GetValueOrDefault(character, Narrow(character)));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    // U+FF01..U+FF5E are the full-width forms of U+0021..U+007E, in the same order.
    private static char Narrow(char character) =>
        character is >= '\uFF01' and <= '\uFF5E' ? char.ToLowerInvariant((char)(character - 0xFEE0)) : character;

    private static Dictionary<char, char> BuildFolds()
    {
        var folds = new Dictionary<char, char>();
        foreach (var (from, to) in Traditional.Zip(Simplified).Concat(Accented.Zip(Plain)))
            folds[from] = to;
        return folds;
    }
}
