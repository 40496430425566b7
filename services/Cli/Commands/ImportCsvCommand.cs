using System.CommandLine;
using System.Text;
using GeoGraph.Cli.Import.Csv;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph import csv</c>: actors and relations from sheets, and the template of such a sheet.</summary>
internal static class ImportCsvCommand
{
    private static readonly Dictionary<string, char> s_separators = new(StringComparer.Ordinal) { ["comma"] = ',', ["semicolon"] = ';', ["tab"] = '\t' };

    public static Command Create(CommandSetting setting)
    {
        var files = new Argument<string[]>("files") { Description = "CSV files in UTF-8, each with a header.", Arity = ArgumentArity.ZeroOrMore };
        var template = new Option<string?>("--template") { Description = "Write a file to fill, with every column, what it means and rows of an example; - for the screen.", HelpName = "file" };
        var separator = new Option<string?>("--separator") { Description = "What stands between cells: comma, semicolon or tab; found in the header where left out.", HelpName = "word" };
        separator.AcceptOnlyFromAmong([.. s_separators.Keys]);
        var check = new Option<bool>("--check") { Description = "Check the files alone: no service is asked, nothing is written; ids that no file gives are noted." };
        var command = new Command("csv", "Actors and relations from sheets: a row is one of either, a column a field.") { files, template, separator, check };
        command.WithExamples("geograph import csv --template actors.csv", "geograph import csv actors.csv flows.csv", "geograph import csv flows.csv --check");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var given = parsed.GetValue(files) ?? [];
            if (parsed.GetValue(template) is { } path)
                return given.Length == 0 ? await WriteTemplateAsync(path, setting) : throw new UsageException("--template is given alone; it writes a file and reads none");
            if (given.FirstOrDefault(file => !File.Exists(file)) is { } absent)
                throw new UsageException($"\"{absent}\" is no file");
            if (given.Length == 0)
                throw new UsageException("give a file to import, or --template to write one");
            var between = parsed.GetValue(separator) is { } word ? s_separators[word] : (char?)null;
            var read = CsvFiles.Check([.. given.Select(CsvSource.OfFile)], between, cancellationToken);
            if (parsed.GetValue(check))
                return await CsvImport.ReportCheckAsync(read, setting.Terminal);
            await using var session = await setting.OpenAsync(parsed, cancellationToken);
            return await new CsvImport(session).RunAsync(read, cancellationToken) ? ExitCodes.Answered : ExitCodes.Refused;
        });
        return command;
    }

    private static async Task<int> WriteTemplateAsync(string path, CommandSetting setting)
    {
        if (path == "-")
        {
            foreach (var line in CsvTemplate.Lines())
                await setting.Terminal.Out.WriteLineAsync(line);
            return ExitCodes.Answered;
        }
        if (File.Exists(path))
            throw new UsageException($"\"{path}\" is there already; a template takes no file's place");
        // The mark at the beginning is how spreadsheets know UTF-8.
        await File.WriteAllLinesAsync(path, CsvTemplate.Lines(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await setting.Terminal.Out.WriteLineAsync($"{path}: {CsvColumns.All.Count} columns, with rows of an invented example to replace");
        return ExitCodes.Answered;
    }
}
