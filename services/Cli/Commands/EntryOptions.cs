using System.CommandLine;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary>The options that describe an entry and the law by which it is priced.</summary>
internal sealed class EntryOptions
{
    private readonly Option<string?> _importer = Values.Id("--importer", "The state entered.", required: true);
    private readonly Option<string?> _origin = Values.Id("--origin", "The state that the goods originate in.", required: true);
    private readonly Option<string?> _export = Values.Id("--export", "The state that they are shipped from; the origin where left out.");
    private readonly Option<string> _hs = new("--hs") { Description = "The code in the importer's schedule, 4 to 10 digits, dots allowed.", HelpName = "code", Required = true };
    private readonly Option<string> _value = new("--value") { Description = "The customs value, as 1000000 or 1234.50.", HelpName = "amount", Required = true };
    private readonly Option<string> _currency = new("--currency") { Description = "The ISO 4217 code of the value; the importer's currency where left out.", HelpName = "code" };
    private readonly Option<Dictionary<string, string>> _quantities = Values.Pairs("--quantity", "A quantity by its unit, as kg=1000; may be given more than once.");
    private readonly Option<Dictionary<string, string>> _facts = Values.Pairs("--fact", "What else is known, as loaded_on=2025-08-08 or usmca_originating=true; may be given more than once.");
    private readonly LawOptions _law = new();

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_importer, _origin, _export, _hs, _value, _currency, _quantities, _facts])
            command.Add(option);
        _law.AddTo(command);
    }

    /// <summary>The entry, without its date.</summary>
    public Entry EntryOf(ParseResult parsed) => new()
    {
        ImporterId = parsed.GetRequiredValue(_importer),
        OriginId = parsed.GetRequiredValue(_origin),
        ExportCountryId = parsed.GetValue(_export) ?? "",
        Hs = parsed.GetRequiredValue(_hs),
        CustomsValue = parsed.GetRequiredValue(_value),
        Currency = parsed.GetValue(_currency) ?? "",
        Quantities = { parsed.GetValue(_quantities) },
        Facts = { parsed.GetValue(_facts) },
    };

    /// <summary>The law by which to price.</summary>
    public DutyQuestion QuestionOf(ParseResult parsed) => _law.Of(parsed);
}
