using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Consequences;

/// <summary>The joined question: what follows from a change.</summary>
internal static class ConsequenceMeasures
{
    /// <summary>The measure.</summary>
    public static readonly Measure Joined = new(
        "consequences",
        "cost: e(j) = sum over inputs of v(i->j)/x(j) * (rate(i->j) + p * e(i)), change = (e after - e before) * x(j); "
            + "inputs: stocks run down at what is missing, then the group is at what comes in, lost = output/365 * days * (1 - level); "
            + "sourcing: lost flows go to the sources left, the least duty first; a flow goes to a source whose landed cost 1 + rate is lower after and was not before; "
            + "load(c) = sum of value * (part that passes c)",
        "Fixed values and equal prices before duty: nobody bargains, saves or builds. Goods that do not arrive save no duty. A source is told with its stated capacity, or that none is stated; that somebody "
            + "makes a product does not say that it would sell. Amounts are of the days that the change lasts where it ends, else of a year.")
    {
        ReadsPassages = true,
    };
}
