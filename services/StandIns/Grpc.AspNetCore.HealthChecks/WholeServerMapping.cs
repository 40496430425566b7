using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Lets every check speak for the server as a whole.</summary>
internal sealed class WholeServerMapping : IConfigureOptions<GrpcHealthChecksOptions>
{
    public void Configure(GrpcHealthChecksOptions options) => options.Services.Map("", _ => true);
}
