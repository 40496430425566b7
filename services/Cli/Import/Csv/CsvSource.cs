using System.Text;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>A CSV file that can be read more than once: memory does not grow with it.</summary>
/// <param name="Name">Its path as the user wrote it.</param>
/// <param name="Open">Opens it from the beginning.</param>
internal sealed record CsvSource(string Name, Func<TextReader> Open)
{
    /// <summary>The characters that may stand between cells.</summary>
    public static readonly IReadOnlyList<char> Separators = [',', ';', '\t'];

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A file: UTF-8 with or without a byte order mark, or what another mark says.</summary>
    public static CsvSource OfFile(string path) => new(path, () => new StreamReader(path, s_strict));

    /// <summary>What stands between cells: of the three separators the one that the header has most of.</summary>
    public char FindSeparator()
    {
        using var text = Open();
        var start = new char[65_536];
        int length;
        try
        {
            length = text.ReadBlock(start);
        }
        catch (DecoderFallbackException)
        {
            // Told with its place where the rows are read.
            return Separators[0];
        }
        var header = new string(start, 0, length).Split('\n', '\r').FirstOrDefault(line => line.Trim(' ', ',', ';', '\t') is { Length: > 0 } some && some.TrimStart('"')[0] != '#');
        return Separators.MaxBy(separator => header?.Count(character => character == separator) ?? 0);
    }
}
