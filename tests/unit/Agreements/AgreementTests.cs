using GeoGraph.Agreements;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Agreements;

public sealed class AgreementTests
{
    private static readonly EntityId Taiwan = EntityId.Parse("state:TW");
    private static readonly EntityId States = EntityId.Parse("state:US");

    private static readonly Agreement Deal = new()
    {
        Id = EntityId.Parse("agreement:deal"),
        Names = [new LocalName("en", "Deal")],
        Kind = AgreementKind.TradeAgreement,
        Parties = [new Party(States, ValidPeriod.Always), new Party(Taiwan, new ValidPeriod(null, new DateOnly(2027, 1, 1)))],
        Steps = [Step(2026, 1, 15, AgreementStatus.Agreed), Step(2026, 2, 12, AgreementStatus.Signed), Step(2026, 6, 1, AgreementStatus.InForce), Step(2028, 1, 1, AgreementStatus.Ended)],
    };

    [Theory]
    [InlineData("2026-01-14", "Unspecified")]
    [InlineData("2026-01-15", "Agreed")]
    [InlineData("2026-02-11", "Agreed")]
    [InlineData("2026-02-12", "Signed")]
    [InlineData("2026-06-01", "InForce")]
    [InlineData("2028-01-01", "Ended")]
    public void The_status_is_that_of_the_last_step_reached(string on, string status) =>
        Assert.Equal(status, Deal.StatusOn(Date(on)).ToString());

    [Fact]
    public void Signed_is_not_in_force_and_binds_nobody() => Assert.Empty(Deal.BoundOn(Date("2026-03-01")));

    [Fact]
    public void In_force_binds_the_parties_of_the_date()
    {
        Assert.Equal([Taiwan, States], Deal.BoundOn(Date("2026-06-01")));
        Assert.Equal([States], Deal.BoundOn(Date("2027-01-01")));
    }

    [Fact]
    public void The_timeline_of_an_agreement_is_its_steps() =>
        Assert.Equal(["Deal: agreed", "Deal: signed", "Deal: in force", "Deal: ended"], Moment.Of(Deal).Select(moment => moment.Text));

    private static StatusStep Step(int year, int month, int day, AgreementStatus status) => new(new DateOnly(year, month, day), status, Evidence.None);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
