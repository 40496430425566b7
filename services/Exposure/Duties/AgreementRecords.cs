using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Clients;
using Grpc.Core;

namespace GeoGraph.Exposure.Duties;

/// <summary>Asks the agreements service which agreements there are. Safe for concurrent use.</summary>
internal sealed class AgreementRecords(ServiceClients clients)
{
    private readonly AgreementService.AgreementServiceClient _agreements = new(clients.For(ServiceNames.Agreements));

    /// <summary>True where there is a record of this id; false where there is none, or where nobody can be asked.</summary>
    /// <exception cref="RpcException">Agreements do not answer.</exception>
    public async Task<bool> HasAsync(string id, CancellationToken cancellationToken)
    {
        if (!clients.Knows(ServiceNames.Agreements))
            return false;
        try
        {
            await _agreements.GetRecordAsync(new GetRecordRequest { Id = id }, cancellationToken: cancellationToken);
            return true;
        }
        catch (RpcException absent) when (absent.StatusCode == StatusCode.NotFound)
        {
            return false;
        }
    }
}
