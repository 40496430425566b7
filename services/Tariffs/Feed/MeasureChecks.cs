using System.Globalization;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using Google.Rpc;
using Grpc.Core;
using Evidence = GeoGraph.Contracts.Common.V1.Evidence;
using Source = GeoGraph.Contracts.Common.V1.Source;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>Asks agreements whether measures keep the rules of a write, which it alone knows. Nothing is written. Safe for concurrent use.</summary>
internal sealed class MeasureChecks(ServiceClients clients)
{
    private const string Assumed = "assumed by the question";
    private readonly AgreementService.AgreementServiceClient _agreements = new(clients.For(ServiceNames.Agreements));

    /// <summary>Notes every rule that the measures break. One without evidence is assumed by the question, and rests on that.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="at">Path of the measures in the request.</param>
    /// <param name="violations">Collects what is wrong.</param>
    /// <param name="cancellationToken">The call's end.</param>
    /// <exception cref="RpcException">Agreements does not answer, or refuses for another reason than a violation.</exception>
    public async Task CheckAsync(IReadOnlyList<Wire.Measure> measures, string at, Violations violations, CancellationToken cancellationToken)
    {
        if (measures.Count == 0)
            return;
        var request = new UpsertRecordsRequest { ValidateOnly = true, Changes = { measures.Select(ToChange) } };
        try
        {
            await _agreements.UpsertRecordsAsync(request, cancellationToken: cancellationToken);
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.InvalidArgument && refused.GetRpcStatus(ignoreParseError: true)?.GetDetail<BadRequest>() is { } broken)
        {
            foreach (var violation in broken.FieldViolations)
                Take(violation, measures, at, violations);
        }
    }

    private static RecordChange ToChange(Wire.Measure measure)
    {
        if (measure.Evidence is null)
        {
            measure = measure.Clone();
            measure.Evidence = new Evidence { Sources = { new Source { Title = Assumed } } };
        }
        return new RecordChange { Record = new Wire.Record { Measure = measure } };
    }

    // Paths of the write, as changes[3].record.measure.duty, become those of the question.
    private static void Take(BadRequest.Types.FieldViolation violation, IReadOnlyList<Wire.Measure> measures, string at, Violations violations)
    {
        var field = violation.Field;
        var end = field.IndexOf(']', StringComparison.Ordinal);
        var start = field.IndexOf('[', StringComparison.Ordinal) + 1;
        var isOne = start > 0 && end > start && int.TryParse(field.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var path = isOne ? $"{at}[{field[start..end]}]{field[(end + 1)..].Replace(".record.measure", "", StringComparison.Ordinal).Replace(".record", "", StringComparison.Ordinal)}" : at;
        const string middle = "' is refused: ";
        var text = violation.Description;
        var cut = text.LastIndexOf(middle, StringComparison.Ordinal);
        var value = cut > 0 && text[0] == '\'' ? text[1..cut] : measures.Count.ToString(CultureInfo.InvariantCulture);
        violations.Add(path, value, cut > 0 ? text[(cut + middle.Length)..] : text);
    }
}
