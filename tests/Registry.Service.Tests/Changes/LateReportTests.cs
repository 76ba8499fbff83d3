using Registry.Changes;
using Registry.Tests.Sanctions;
using ServiceDefaults.Authentication;
using Shouldly;
using Xunit;

namespace Registry.Tests.Changes;

/// <summary>三个月内 (ZS-21) by P-2, at both desks.</summary>
public sealed class LateReportTests
{
    private static readonly DateOnly Today = new(2028, 6, 1);
    private static readonly Caller Operator = Cases.Who("operator", Roles.Operator) with { Organisation = Cases.BuilderCode };
    private static readonly Caller County = Cases.Who("county", Roles.DistrictReviewer) with { District = "dinghai" };
    private static readonly Caller City = Cases.Who("city", Roles.CityReviewer);

    [Theory]
    [InlineData("2027-11-30", "2028-02-29", "2028-02-29", "2028-02-29", false)]
    [InlineData("2027-11-30", "2028-02-29", "2028-03-01", "2028-02-01", true)]
    [InlineData("2027-11-30", "2028-02-29", "2028-02-01", "2028-03-01", true)]
    [InlineData("2028-01-15", "2028-04-15", "2028-04-15", "2028-01-15", false)]
    public void Both_receipts_are_in_time_on_the_last_day_and_late_on_the_next(string changedOn, string dueOn, string county, string city, bool late)
    {
        var change = ReportChange.Decide(
            new([ChangeKind.Business], Day(changedOn), "主营业务调整"), Cases.Body(), absorbed: null, Cases.Pack, Operator, Today, Cases.Noon)
            .Accepted(out var reported, out var refused) ? reported : throw new InvalidOperationException(refused.En);
        change.DueOn.ShouldBe(Day(dueOn));

        ReceiveChange.Decide(change, new(Day(county)), County, Today).Refusal.ShouldBeNull();
        ReceiveChange.Decide(change, new(Day(city)), City, Today).Refusal.ShouldBeNull();

        change.IsLate.ShouldBe(late);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, provider: null);
}
