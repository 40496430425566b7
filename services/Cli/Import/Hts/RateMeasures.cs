using GeoGraph.Cli.Commands;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>
/// The measures of a table of rates: one for each rate of columns 1 and 2, one for each rate and programme of column 1 special. Codes that bear
/// a rate in every revision stand in the measure, the others with their times in a goods list beside it. A text that is no
/// duty makes a measure too, in quotation marks: answers refuse to price its goods and name it with the reason, rather than pass over it.
/// </summary>
internal sealed class RateMeasures(HtsPrograms programs, HtsSources sources)
{
    /// <summary>The records of a table, in its order.</summary>
    public IEnumerable<Record> Of(RateTable table)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var name = NameOf(row);
            // Two rates whose names come out alike are told apart by their order.
            for (var i = 2; !names.Add(name); i++)
                name = FormattableString.Invariant($"{NameOf(row)}-{i}");
            if (ListOf(row, name) is { } list)
                yield return new Record { GoodsList = list };
            foreach (var term in row.Program?.Terms ?? [new HtsProgramTerm(null, null, null, null)])
                yield return new Record { Measure = MeasureOf(row, name, term) };
        }
    }

    private static string NameOf(RateRow row)
    {
        var name = row.Program is not null && row.Rate.Name == "free" ? row.Column : $"{row.Column}-{row.Rate.Name}";
        return row.Part is { } part ? $"{name}-{part.Name}" : name;
    }

    private GoodsList? ListOf(RateRow row, string name)
    {
        var entries = row.Goods.ForATime.Select(entry => new GoodsListEntry { Codes = { entry.Codes }, Valid = entry.Time }).ToArray();
        return entries.Length == 0 ? null : new GoodsList
        {
            Id = "goods-list:" + name,
            Title = TitleOf(row) + ", goods that bear it for a time",
            Entries = { entries },
            Evidence = sources.On(row.Goods.Until),
        };
    }

    private Measure MeasureOf(RateRow row, string name, HtsProgramTerm term)
    {
        var measure = new Measure
        {
            Id = "measure:" + name + (term.Name.Length == 0 ? "" : "-" + term.Name),
            Title = TitleOf(row),
            ImposedById = HtsRecords.ImposedById,
            Type = row.Column == RateTable.General ? MeasureType.ThirdCountryDuty : row.Column == RateTable.Other ? MeasureType.PenalDuty : MeasureType.TariffPreference,
            Authority = row.Program is null ? row.Column : RateTable.Special,
            Goods = new GoodsScope { Include = { row.Goods.Always } },
            Origins = OriginsOf(row),
            Duty = row.Rate.Written,
            Evidence = sources.On(row.Goods.Until),
        };
        if (row.Goods.ForATime.Any())
            measure.Goods.IncludeListIds.Add("goods-list:" + name);
        if (row.Program is { } program)
            AddProgram(measure, program, term);
        if (row.Part is { } part)
            measure.Conditions.Add(Condition.Parser.ParseJson(part.Condition.GetRawText()));
        return measure;
    }

    private OriginScope OriginsOf(RateRow row) =>
        row.Column == RateTable.Other ? new OriginScope { IncludeIds = { programs.ColumnTwoOrigins } }
        : row.Program is { Origins: { Count: > 0 } origins } ? new OriginScope { IncludeIds = { origins } }
        : new OriginScope { ExcludeIds = { programs.ColumnTwoOrigins } };

    private static void AddProgram(Measure measure, HtsProgram program, HtsProgramTerm term)
    {
        measure.LegalBasis = term.Act.Length > 0 ? term.Act : program.Basis;
        measure.LegalBasisId = program.AgreementId;
        measure.Conditions.Add(new Condition { AnyOf = { Claims(program) }, Reason = $"{program.Title} preference is not claimed" });
        measure.Effective = PeriodOf(term.From, term.To);
        measure.Known = PeriodOf(term.KnownFrom, term.KnownTo);
        measure.Evidence.Sources.Add(HtsSources.Of(program.Basis));
    }

    private static IEnumerable<FactTest> Claims(HtsProgram program)
    {
        yield return new FactTest
        {
            Fact = "special_program",
            Operator = program.Claims.Count == 1 ? FactOperator.Equals : FactOperator.OneOf,
            Value = string.Join(',', program.Claims),
            WhenAbsent = WhenAbsent.Fails,
        };
        foreach (var (fact, value) in program.OtherClaims)
            yield return new FactTest { Fact = fact, Operator = FactOperator.Equals, Value = value, WhenAbsent = WhenAbsent.Fails };
    }

    private static Period? PeriodOf(DateOnly? from, DateOnly? to) => from is null && to is null ? null : new Period { From = from.ToDate(), To = to.ToDate() };

    private static string TitleOf(RateRow row) => row switch
    {
        { Program: { } program } => $"{program.Title} preference, {(row.Rate.Name == "free" ? "free" : row.Rate.Text)}{(row.Part is { } part ? ": " + part.Title : "")}",
        { Column: RateTable.Other } => $"Column 2, {row.Rate.Text}",
        _ => $"Column 1 general, {row.Rate.Text}",
    };
}
