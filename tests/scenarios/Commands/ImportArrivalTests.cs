using GeoGraph.Cli.Server;

namespace GeoGraph.Scenarios.Commands;

/// <summary>An import into services that go on running: the question after it sees what it wrote.</summary>
public sealed class ImportArrivalTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("geograph-arrival-");
    private EmbeddedHost? _host;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _host = await EmbeddedHost.StartAsync("memory", "unused", CancellationToken.None);
        await _host.WaitUntilReadyAsync(TimeProvider.System, CancellationToken.None);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_import_is_seen_by_the_question_that_follows()
    {
        for (var supplier = 1; supplier <= 20; supplier++)
        {
            await CommandRun.AnsweredAsync("import", "csv", Sheet(supplier), "--server", Address);
            var reach = await CommandRun.AnsweredAsync("reach", "--of", "firm:buyer", "--server", Address);
            Assert.Contains($"S{supplier}", reach.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_noted_and_the_import_stands()
    {
        var run = await CommandRun.AnsweredAsync("import", "csv", Sheet(1), "--server", $"{Address},exposure=http://127.0.0.1:1");
        Assert.Equal("actors: 5 created, 0 replaced, 0 unchanged", run.Out.Trim());
        Assert.Contains("note: the exposure service does not answer from what was written yet: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("tariffs", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_an_address_is_not_waited_for()
    {
        var run = await CommandRun.AnsweredAsync("import", "csv", Sheet(1), "--server", $"actors={Address}");
        Assert.Empty(run.Error);
    }

    private string Address => _host!.Address.ToString();

    private string Sheet(int supplier)
    {
        var file = Path.Combine(_folder.FullName, $"{supplier}.csv");
        File.WriteAllText(file, $"""
            record,id,type,from_id,to_id,product_id,input_group,name
            actor,firm:buyer,,,,,,Buyer
            actor,product:part,,,,,,Part
            actor,firm:s{supplier},,,,,,S{supplier}
            relation,,SUPPLIES,firm:s{supplier},firm:buyer,product:part,part,
            relation,,PRODUCES,firm:s{supplier},product:part,,,

            """);
        return file;
    }
}
