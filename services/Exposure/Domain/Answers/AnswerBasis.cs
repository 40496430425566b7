using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Answers;

/// <summary>What stands with every answer: how it came about and what it rests on.</summary>
internal sealed record AnswerBasis
{
    /// <summary>Name of the measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The question's parameters, in order, as name and text.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>The date whose facts count.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The revisions of the data.</summary>
    public required RevisionToken Revisions { get; init; }

    /// <summary>How much of the graph the answer covers.</summary>
    public required Completeness Completeness { get; init; }

    /// <summary>The basis of an answer from a view.</summary>
    public static AnswerBasis Of(GraphView view, Measure measure, Completeness completeness, params IEnumerable<(string Name, string Text)> parameters) => new()
    {
        Measure = measure,
        Parameters = [.. parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Text)),
            KeyValuePair.Create("evidence_at_least", view.Evidence.AtLeast.ToString().ToUpperInvariant()),
            KeyValuePair.Create("include_inferred", view.Evidence.IncludeInferred ? "true" : "false")],
        AsOf = view.AsOf,
        Revisions = view.Revisions,
        Completeness = completeness,
    };
}

/// <summary>A measure: its name, its formula and how to read its figures.</summary>
/// <param name="Name">Short name, lower case with hyphens.</param>
/// <param name="Formula">The definition, in symbols that the README explains.</param>
/// <param name="Note">What the figure says and what it does not.</param>
internal sealed record Measure(string Name, string Formula, string Note)
{
    /// <summary>True where figures read which chokepoints flows pass, so that an inferred passage is evidence that they rest on.</summary>
    public bool ReadsPassages { get; init; }
}
