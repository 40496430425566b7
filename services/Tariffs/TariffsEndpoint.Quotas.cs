using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using GeoGraph.Tariffs.Mapping;
using Grpc.Core;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs;

/// <summary>Where quotas stand, and what those that follow capacity come to.</summary>
internal sealed partial class TariffsEndpoint
{
    private const string QuotaResource = "quota";
    private const int MaxQuotaLength = 256;

    public override async Task<Wire.GetQuotaStandingResponse> GetQuotaStanding(Wire.GetQuotaStandingRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var asOf = fields.RequiredDate("as_of", request.AsOf);
        if (request.Quota.Length is 0 or > MaxQuotaLength)
            fields.Violations.Add("quota", request.Quota, $"a quota is named by its id or its order number, of at most {MaxQuotaLength} characters");
        var state = await OpenAsync(request.Read, null, fields, context);
        fields.ThrowIfAny();
        var quotas = state.Schedule.Quotas.Find(request.Quota);
        if (quotas.Count == 0)
            throw GeoGraphException.NotFound(QuotaResource, request.Quota);
        return new Wire.GetQuotaStandingResponse
        {
            Standings = { quotas.Where(quota => quota.Quota.Period.Contains(asOf)).Select(quota => QuotaStatusMapping.ToWire(QuotaLedger.Published(quota, asOf, null))) },
            RevisionToken = state.Token.ToString(),
        };
    }

    public override Task<Wire.AssessCapacityQuotaResponse> AssessCapacityQuota(Wire.AssessCapacityQuotaRequest request, ServerCallContext context)
    {
        var fields = new RequestFields();
        var terms = QuotaStatusMapping.ToDomain(request, fields);
        fields.ThrowIfAny();
        return Task.FromResult(QuotaStatusMapping.ToWire(terms));
    }
}
