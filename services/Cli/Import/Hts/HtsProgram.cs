using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>A programme of column 1 special.</summary>
internal sealed record HtsProgram
{
    private string? _column;

    /// <summary>Its letters as the column has them, as <c>S+</c>; ids carry the first.</summary>
    public required IReadOnlyList<string> Letters { get; init; }

    /// <summary>What the column is called for it, as <c>us-special-s-plus</c>.</summary>
    [JsonIgnore]
    public string Column => _column ??= $"{RateTable.Special}-{Letters[0].ToLowerInvariant().Replace("+", "-plus", StringComparison.Ordinal)}";

    /// <summary>Its name, as <c>USMCA</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Ids of the states whose goods may claim it; empty means all that are not held to column 2.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The values of the fact <c>special_program</c> that claim it.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    /// <summary>Other facts that claim it, with their values.</summary>
    public IReadOnlyDictionary<string, string> OtherClaims { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it is set out, as <c>General note 11</c>.</summary>
    public required string Basis { get; init; }

    /// <summary>Id of the agreement's record; empty where the data has none.</summary>
    public string AgreementId { get; init; } = "";

    /// <summary>Goods for which something more must hold.</summary>
    public IReadOnlyList<HtsProgramPart> Parts { get; init; } = [];

    /// <summary>When it applies; several where the law changed it with effect for the past.</summary>
    public required IReadOnlyList<HtsProgramTerm> Terms { get; init; }
}

/// <summary>Goods of a programme for which something more must hold than that it is claimed.</summary>
/// <param name="Name">The end of the measures' ids.</param>
/// <param name="Title">What the goods are, as titles of the measures say it.</param>
/// <param name="Codes">What their codes begin with, with dots.</param>
/// <param name="Condition">The condition, as protobuf JSON of the contract's message.</param>
internal sealed record HtsProgramPart(string Name, string Title, IReadOnlyList<string> Codes, JsonElement Condition)
{
    /// <summary>True where a code is one of them.</summary>
    public bool Covers(string code) => Codes.Any(beginning => code.StartsWith(beginning, StringComparison.Ordinal));
}

/// <summary>When a programme applies, as people knew it.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last; null while it stands.</param>
/// <param name="KnownFrom">When this became the law that people knew; null where it always was.</param>
/// <param name="KnownTo">When it ceased to be; null where it still is.</param>
/// <param name="Name">The end of the measures' ids; empty for the term that is still known.</param>
/// <param name="Act">The act that set the last day, where there is one.</param>
internal sealed record HtsProgramTerm(DateOnly? From, DateOnly? To, DateOnly? KnownFrom, DateOnly? KnownTo, string Name = "", string Act = "");

/// <summary>What the schedule's columns mean beyond their rates: the programmes of column 1 special and the states of column 2. It comes from a file of this program.</summary>
internal sealed record HtsPrograms
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private Dictionary<string, HtsProgram>? _byLetter;

    /// <summary>Ids of the states whose goods pay column 2 (general note 3(b)).</summary>
    [JsonPropertyName("column_2_origins")]
    public required IReadOnlyList<string> ColumnTwoOrigins { get; init; }

    /// <summary>The programmes; no letter stands for two.</summary>
    public required IReadOnlyList<HtsProgram> Programs { get; init; }

    /// <summary>The programmes of the United States.</summary>
    public static HtsPrograms OfUnitedStates { get; } = Read();

    /// <summary>The programme of a letter; null where the table has none.</summary>
    public HtsProgram? Find(string letter) => (_byLetter ??= Programs.SelectMany(program => program.Letters.Select(own => (own, program)))
        .ToDictionary(pair => pair.own, pair => pair.program, StringComparer.Ordinal)).GetValueOrDefault(letter);

    private static HtsPrograms Read()
    {
        using var file = typeof(HtsPrograms).Assembly.GetManifestResourceStream("us-programs.json") ?? throw new FileNotFoundException("the program has no us-programs.json");
        return JsonSerializer.Deserialize<HtsPrograms>(file, s_json)!;
    }
}
