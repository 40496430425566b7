using System.IO.Compression;
using System.Text.Json;
using GeoGraph.Tariffs;
using Xunit.Abstractions;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Runs where the published schedule lies beside the repository; says why where not.</summary>
internal sealed class HtsFactAttribute : FactAttribute
{
    public HtsFactAttribute()
    {
        if (Folder() is null)
            Skip = "the folder shared/data/hts with the published tariff schedule does not lie beside the repository";
    }

    public static string? Folder()
    {
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "hts");
            if (Directory.Exists(folder))
                return folder;
        }
        return null;
    }
}

public sealed class HtsRateTextTests(ITestOutputHelper output)
{
    [HtsFact]
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
        using var file = File.OpenRead(Path.Combine(HtsFactAttribute.Folder()!, "hts_2026_rev_10.json.gz"));
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
