using System.Globalization;
using System.Text;

namespace GeoGraph.Core.Graph;

/// <summary>
/// The form in which names are compared: lower case by invariant rules, full-width forms as their ASCII, accents and combining marks left out, runs of
/// white space as one space, and common variant characters of Chinese (臺 and 台, 灣 and 湾 …) as one. Every store searches on this form.
/// </summary>
public static class NameFolding
{
    private static readonly Dictionary<char, char> Variants = new()
    {
        ['臺'] = '台', ['灣'] = '湾', ['國'] = '国', ['電'] = '电', ['積'] = '积', ['體'] = '体', ['關'] = '关', ['聯'] = '联',
        ['歐'] = '欧', ['韓'] = '韩', ['華'] = '华', ['輝'] = '辉', ['達'] = '达', ['鋼'] = '钢', ['鐵'] = '铁', ['龍'] = '龙',
        ['爾'] = '尔', ['貝'] = '贝', ['鄭'] = '郑', ['麗'] = '丽', ['馬'] = '马', ['島'] = '岛', ['東'] = '东',
        ['亞'] = '亚', ['車'] = '车', ['軟'] = '软', ['銀'] = '银', ['協'] = '协', ['議'] = '议', ['對'] = '对', ['話'] = '话',
        ['峽'] = '峡', ['運'] = '运', ['蘇'] = '苏', ['區'] = '区', ['經'] = '经', ['貿'] = '贸', ['組'] = '组', ['織'] = '织',
    };

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
        var folds = new Dictionary<char, char>(Variants);
        for (var i = 0; i < Accented.Length; i++)
            folds[Accented[i]] = Plain[i];
        return folds;
    }
}
