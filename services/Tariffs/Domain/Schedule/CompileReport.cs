namespace GeoGraph.Tariffs;

/// <summary>What becomes of a piece of data with a problem.</summary>
internal enum ProblemKind
{
    /// <summary>It is left out of pricing; answers that it could touch say so.</summary>
    Refused,

    /// <summary>It is used as it stands, and somebody should look at it.</summary>
    Doubtful,
}

/// <summary>One problem with the data.</summary>
/// <param name="Kind">What becomes of the data.</param>
/// <param name="SubjectId">Id of the measure, rule, list or rate.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
internal sealed record CompileProblem(ProblemKind Kind, string SubjectId, string Message);

/// <summary>Everything that compilation found wrong, in ordinal order of subject.</summary>
/// <param name="Problems">The problems.</param>
internal sealed record CompileReport(IReadOnlyList<CompileProblem> Problems)
{
    /// <summary>Problems of data left out.</summary>
    public IEnumerable<CompileProblem> Refused => Problems.Where(problem => problem.Kind == ProblemKind.Refused);
}
