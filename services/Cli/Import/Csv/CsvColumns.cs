namespace GeoGraph.Cli.Import.Csv;

/// <summary>The columns of the format, in the order of the template.</summary>
internal static class CsvColumns
{
    /// <summary>The column that says what a row is.</summary>
    public const string Record = "record";

    /// <summary>The column of names in English; <c>name_</c> and a language tag are names in other languages.</summary>
    public const string Name = "name";

    /// <summary>All columns.</summary>
    public static readonly IReadOnlyList<CsvColumn> All =
    [
        new(Record, CsvRecord.Both, CsvForm.Text, "", "actor or relation; may be left out where a file has rows of one sort only"),
        new("id", CsvRecord.Both, CsvForm.Text, "id", "kind:name as firm:tsmc; a relation without one gets it from its type and ends and product and input group"),
        new("type", CsvRecord.Relation, CsvForm.Word, "type", "MEMBER_OF LOCATED_IN OWNS PRODUCES SUPPLIES REQUIRES EXPORTS_TO CONTROLS or HOLDS_OFFICE"),
        new("from_id", CsvRecord.Relation, CsvForm.ActorId, "from_id", "who it starts from; two letters stand for a state"),
        new("to_id", CsvRecord.Relation, CsvForm.ActorId, "to_id", "who it ends on"),
        new("product_id", CsvRecord.Relation, CsvForm.ActorId, "product_id", "what flows; SUPPLIES and EXPORTS_TO need it"),
        new("input_group", CsvRecord.Relation, CsvForm.Text, "input_group", "the input of the buyer that a supply goes into; suppliers of one group stand in for each other"),
        new("value_usd_per_year", CsvRecord.Relation, CsvForm.Amount, "value_usd_per_year", "value of the flow; plain digits and a dot; empty where unknown"),
        new("share", CsvRecord.Relation, CsvForm.Share, "share", "0 to 1: of world output or equity or the importer's imports; by type"),
        new("capacity_usd_per_year", CsvRecord.Relation, CsvForm.Amount, "capacity_usd_per_year", "the most that the flow can carry"),
        new("inessential", CsvRecord.Relation, CsvForm.Flag, "inessential", "true where the buyer can go on without the input group; the same for the whole group"),
        new("transits", CsvRecord.Relation, CsvForm.Transits, "transits", "share of the flow by passage: chokepoint:a=0.5;chokepoint:b=0.5"),
        new("transits_inference", CsvRecord.Relation, CsvForm.Text, "", "how the shares of transits were taken; where no source states them"),
        new("obligations", CsvRecord.Relation, CsvForm.Words, "obligations", "of MEMBER_OF: DEFENSE;CONSULTATION;NONAGGRESSION; empty for a forum"),
        new("requirement_per_unit", CsvRecord.Relation, CsvForm.Amount, "requirement_per_unit", "of REQUIRES: how much one unit takes"),
        new("threshold", CsvRecord.Relation, CsvForm.Text, "threshold", "of CONTROLS: its threshold in words"),
        new("controlled_towards_ids", CsvRecord.Relation, CsvForm.ActorIds, "controlled_towards_ids", "of CONTROLS: the states and blocs it is aimed at; semicolons between"),
        new("title", CsvRecord.Relation, CsvForm.Text, "title", "of HOLDS_OFFICE: the office"),
        new("announced_on", CsvRecord.Relation, CsvForm.Date, "announced_on", "when it was announced"),
        new(Name, CsvRecord.Actor, CsvForm.Text, "", "name in English; an actor has a name in some language"),
        new("name_zh-Hant", CsvRecord.Actor, CsvForm.Text, "", "name in Traditional Chinese; name_ja and the like for other languages"),
        new("description", CsvRecord.Actor, CsvForm.Text, "description", "a sentence on what it is"),
        new("output_usd_per_year", CsvRecord.Actor, CsvForm.Amount, "output_usd_per_year", "what a producer puts out"),
        new("recovery_days", CsvRecord.Actor, CsvForm.Amount, "recovery_days", "how long a lost producer takes to come back"),
        new("stocks", CsvRecord.Actor, CsvForm.Stocks, "stocks", "days of full demand in stock by input group: li=30;cathode=20"),
        new("hs_codes", CsvRecord.Actor, CsvForm.Texts, "hs_codes", "of a product: HS codes; semicolons between"),
        new("main_port", CsvRecord.Actor, CsvForm.Text, "main_port", "UN/LOCODE of the port that its flows use"),
        new("un_locode", CsvRecord.Actor, CsvForm.Text, "un_locode", "UN/LOCODE of a facility that is a port"),
        new("latitude", CsvRecord.Actor, CsvForm.Decimal, "coordinates.latitude", "degrees: -90 to 90"),
        new("longitude", CsvRecord.Actor, CsvForm.Decimal, "coordinates.longitude", "degrees: -180 to 180"),
        new("iso_alpha2", CsvRecord.Actor, CsvForm.Text, "iso_alpha2", "of a state: two letters"),
        new("iso_alpha3", CsvRecord.Actor, CsvForm.Text, "iso_alpha3", "of a state: three letters"),
        new("valid_from", CsvRecord.Both, CsvForm.Date, "valid.from", "first day it holds; yyyy-mm-dd; empty for always"),
        new("valid_to", CsvRecord.Both, CsvForm.Date, "valid.to", "first day it no longer holds"),
        new("confidence", CsvRecord.Both, CsvForm.Word, "evidence.confidence", "RUMOUR DOUBTFUL REPORTED or VERIFIED"),
        new("inferred", CsvRecord.Both, CsvForm.Flag, "evidence.inferred", "true where no source states the fact itself"),
        new("inference", CsvRecord.Both, CsvForm.Text, "evidence.inference", "how an inferred fact follows; a sentence"),
        new("source_title", CsvRecord.Both, CsvForm.Text, "evidence.sources.0.title", "the document that states it"),
        new("source_publisher", CsvRecord.Both, CsvForm.Text, "evidence.sources.0.publisher", "who published it"),
        new("source_citation", CsvRecord.Both, CsvForm.Text, "evidence.sources.0.citation", "its usual reference as 90 FR 44638"),
        new("source_url", CsvRecord.Both, CsvForm.Text, "evidence.sources.0.url", "where it can be read"),
        new("source_date", CsvRecord.Both, CsvForm.Date, "evidence.sources.0.published_on", "when it was published"),
        new("quote", CsvRecord.Both, CsvForm.Text, "evidence.sources.0.quote", "its very words"),
    ];

    /// <summary>The column of a name in a header, in any case; a column of names for <c>name_</c> and a language. Null where there is none.</summary>
    public static CsvColumn? Find(string name) =>
        All.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? (LanguageOf(name) is { Length: > 0 } ? new CsvColumn(name, CsvRecord.Actor, CsvForm.Text, "", "") : null);

    /// <summary>The language of a column of names, as <c>zh-Hant</c>; empty for other columns.</summary>
    public static string LanguageOf(string column) =>
        column.Equals(Name, StringComparison.OrdinalIgnoreCase) ? "en"
        : column.StartsWith(Name + "_", StringComparison.OrdinalIgnoreCase) ? column[(Name.Length + 1)..]
        : "";
}
