using System.IO.Compression;
using System.Text.Json;
using GeoGraph.Tariffs;
using Xunit.Abstractions;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class HtsRateTextTests(ITestOutputHelper output)
{
    private const string Schedule = "data/hts/hts_2026_rev_10.json.gz";

    [SharedDataFact(Schedule)]
    public void Nearly_every_rate_of_the_published_schedule_is_an_exact_duty()
    {
        var (read, all) = (0, 0);
        var refused = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in Rates())
        {
            all++;
            if (!DutyParser.TryParse(text, out var duty, out var error))
            {
                refused[error.Message] = refused.GetValueOrDefault(error.Message) + 1;
                continue;
            }
            read++;
            Assert.Equal(duty, DutyParser.Parse(DutyPrinter.Print(duty)));
        }
        output.WriteLine($"{read} of {all} rate texts");
        foreach (var (reason, count) in refused.OrderByDescending(pair => pair.Value).Take(25))
            output.WriteLine($"{count} {reason}");
        Assert.True(read > all * 0.98, $"only {read} of {all} rate texts are read");
    }

    private static IEnumerable<string> Rates()
    {
        using var file = File.OpenRead(SharedData.PathOf(Schedule));
        using var json = new GZipStream(file, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(json);
        foreach (var record in document.RootElement.EnumerateArray())
        {
            foreach (var column in new[] { "general", "other" })
            {
                var text = record.GetProperty(column).GetString();
                if (!string.IsNullOrWhiteSpace(text))
                    yield return text;
            }
        }
    }
}
