using System.IO.Compression;
using System.Text.Json;
using GeoGraph.Cli.Import.Hts;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class HtsRateTextTests
{
    private const string FirstFile = "data/hts/hts_2025_basic.json.gz";

    [SharedDataFact(FirstFile)]
    public void Every_rate_of_the_published_schedules_is_an_exact_duty_or_one_of_those_refused_for_a_reason()
    {
        var refused = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var texts = Files().SelectMany(Rates).ToHashSet(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var rate = RateText.Of(text);
            if (rate.Duty is null)
                refused[rate.Text] = rate.Refusal;
            else
                Assert.Equal(rate.Duty, DutyParser.Parse(DutyPrinter.Print(rate.Duty)));
        }
        Assert.True(texts.Count > 1_700, $"{texts.Count} texts");
        Assert.Equal(HtsRefusals.All.OrderBy(pair => pair.Text, StringComparer.Ordinal).Select(pair => $"{pair.Text} :: {pair.Reason}"), refused.Select(pair => $"{pair.Key} :: {pair.Value}"));
    }

    private static string[] Files() => Directory.GetFiles(Path.GetDirectoryName(SharedData.PathOf(FirstFile))!, "*.json.gz");

    private static IEnumerable<string> Rates(string file)
    {
        using var stream = File.OpenRead(file);
        using var json = new GZipStream(stream, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(json);
        foreach (var record in document.RootElement.EnumerateArray())
        {
            foreach (var column in new[] { "general", "other" })
            {
                if (HtsText.Plain(record.GetProperty(column).GetString()) is { Length: > 0 } text)
                    yield return text;
            }
            foreach (var (rate, _) in SpecialColumn.Split(HtsText.Plain(record.GetProperty("special").GetString())))
            {
                if (rate.Length > 0)
                    yield return rate;
            }
        }
    }
}
