using Google.Protobuf;
using Google.Rpc;
using Google.Type;

namespace GeoGraph.StandIns.Tests;

/// <summary>The common messages.</summary>
public sealed class CommonProtosTests
{
    [Fact]
    public void An_error_has_its_reason_first_on_the_wire_and_by_name_in_json()
    {
        var info = new ErrorInfo { Reason = "R", Domain = "D" };

        Assert.Equal("0A0152120144", Convert.ToHexString(info.ToByteArray()));
        Assert.Equal("""{ "reason": "R", "domain": "D" }""", JsonFormatter.Default.Format(info));
    }

    [Fact]
    public void A_date_turns_into_that_of_dotnet_and_back()
    {
        var date = new Date { Year = 2024, Month = 2, Day = 29 };

        Assert.Equal(new System.DateTime(2024, 2, 29), date.ToDateTime());
        Assert.Equal(date, date.ToDateTime().ToDate());
    }

    [Theory]
    [InlineData(2023, 2, 29)]
    [InlineData(2023, 2, 0)]
    [InlineData(0, 2, 1)]
    public void A_date_that_is_not_whole_is_refused(int year, int month, int day) =>
        Assert.Throws<InvalidOperationException>(() => new Date { Year = year, Month = month, Day = day }.ToDateTime());
}
