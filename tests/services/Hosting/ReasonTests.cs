using GeoGraph.Core;
using GeoGraph.Hosting.Errors;
using Google.Rpc;
using Wire = GeoGraph.Contracts.Common.V1;

namespace GeoGraph.ServiceTests.Hosting;

public sealed class ReasonTests
{
    [Fact]
    public void Every_reason_is_mapped_exactly_once() =>
        Assert.Equal(Enum.GetValues<ErrorReason>(), ReasonMapping.All.Select(mapping => mapping.Reason).Order());

    [Fact]
    public void The_contract_documents_the_same_reasons()
    {
        var documented = Wire.ErrorReasonReflection.Descriptor.EnumTypes.Single().Values.Skip(1).Select(value => value.Name["ERROR_REASON_".Length..]);

        Assert.Equal(documented.Order(StringComparer.Ordinal), ReasonMapping.All.Select(mapping => mapping.WireName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_error_names_its_reason_and_no_detail_comes_twice() => Assert.All(Enum.GetValues<ErrorReason>(), reason =>
    {
        var status = StatusMapping.ToStatus(new GeoGraphException(reason, "why", [new("resource_name", "firm:a")]));

        Assert.Equal(ReasonMapping.Of(reason).WireName, status.GetDetail<ErrorInfo>()?.Reason);
        Assert.Equal(status.Details.Count, status.Details.Select(detail => detail.TypeUrl).Distinct().Count());
        Assert.Equal(ReasonMapping.Of(reason).RetryAfter is not null, status.GetDetail<RetryInfo>() is not null);
    });

    [Fact]
    public void A_status_fits_a_trailer_however_long_the_names_in_it_are()
    {
        var name = new string('x', 100_000);
        Assert.InRange(StatusMapping.ToStatus(GeoGraphException.Invalid([new FieldViolation(name, "1", "rule")])).CalculateSize(), 1, 6000);
        Assert.All(Enum.GetValues<ErrorReason>(), reason =>
            Assert.InRange(StatusMapping.ToStatus(new GeoGraphException(reason, name, [new("resource_name", name)])).CalculateSize(), 1, 6000));
    }
}
