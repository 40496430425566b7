using System.Diagnostics.Metrics;
using Grpc.Core;

namespace GeoGraph.Hosting.Telemetry;

/// <summary>Measures the calls that a server answers.</summary>
internal sealed class CallMetrics
{
    private readonly Histogram<double> _duration;

    public CallMetrics(IMeterFactory meters) =>
        _duration = meters.Create(GeoGraphTelemetry.Name).CreateHistogram<double>(
            "geograph.server.call.duration", "s", "Time from a call's start to its end, by method, status code and reason.");

    public void Record(string method, StatusCode code, string reason, TimeSpan duration) =>
        _duration.Record(duration.TotalSeconds, new("rpc.method", method), new("rpc.grpc.status_code", (int)code), new("geograph.reason", reason));
}
