using Spectre.Console;
using Spectre.Console.Rendering;

namespace GeoGraph.Cli.Output;

/// <summary>
/// Tables and lines for a person. In a terminal they have colour and its width; elsewhere they are plain and 120 columns
/// wide, so that the same answer is always the same text.
/// </summary>
internal sealed class Screen
{
    /// <summary>The width where the output is not a terminal.</summary>
    public const int PlainWidth = 120;

    private readonly TextWriter _out;
    private readonly StringWriter? _plain;
    private readonly IAnsiConsole _console;

    public Screen(Terminal terminal)
    {
        _out = terminal.Out;
        _plain = terminal.IsInteractive ? null : new StringWriter();
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal.IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal.IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(_plain ?? terminal.Out),
        });
        if (!terminal.IsInteractive)
        {
            _console.Profile.Width = PlainWidth;
            _console.Profile.Capabilities.Unicode = true;
        }
    }

    /// <summary>A heading over what follows.</summary>
    public void Heading(string text) => Write(new Markup($"[bold]{Markup.Escape(text)}[/]\n"));

    /// <summary>A line of text, wrapped at the width.</summary>
    public void Line(string text = "") => Write(new Text(text + "\n"));

    /// <summary>Text as it is, not wrapped.</summary>
    public void Plain(string text) => _out.WriteLine(text);

    /// <summary>A line in a quieter colour: sources, dates, what an answer rests on.</summary>
    public void Note(string text) => Write(new Markup($"[grey]{Markup.Escape(text)}[/]\n"));

    /// <summary>A line under a bullet, its continuation indented.</summary>
    public void Bullet(string text)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(1)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        grid.AddRow(new Text("-"), new Text(text));
        Write(grid);
    }

    /// <summary>A table; where there is no row, the sentence that says so.</summary>
    /// <param name="columns">Titles; one that begins with &gt; is set to the right, as for numbers; with = it is kept whole, as for ids.</param>
    /// <param name="rows">As many cells a row as there are columns.</param>
    /// <param name="nothing">What to say where there is no row.</param>
    public void Table(IReadOnlyList<string> columns, IEnumerable<string[]> rows, string nothing)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = false };
        foreach (var column in columns)
        {
            var (right, whole) = (column.StartsWith('>'), column.StartsWith('='));
            var title = new TableColumn(new Markup($"[bold]{Markup.Escape(column.TrimStart('>', '='))}[/]"));
            title.NoWrap = right || whole;
            table.AddColumn(right ? title.RightAligned() : title);
        }
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        if (table.Rows.Count == 0)
            Line(nothing);
        else
            Write(table);
    }

    /// <summary>Says that there is more where a response has a token of a next page.</summary>
    public void MoreIf(string nextPageToken)
    {
        if (nextPageToken.Length > 0)
            Note("There is more; raise --limit or filter.");
    }

    /// <summary>Names beside values; those without a value are left out.</summary>
    public void Facts(params (string Name, string Value)[] facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        foreach (var (name, value) in facts.Where(f => f.Value.Length > 0))
            grid.AddRow(new Markup($"[grey]{Markup.Escape(name)}[/]"), new Text(value));
        Write(grid);
    }

    // Tables fill their last column with blanks, which a terminal needs for its colours and plain text does not.
    private void Write(IRenderable drawn)
    {
        _console.Write(drawn);
        if (_plain is null)
            return;
        foreach (var line in _plain.ToString().TrimEnd('\n').Split('\n'))
            _out.WriteLine(line.TrimEnd());
        _plain.GetStringBuilder().Clear();
    }
}
