using Funding.Deadlines;
using Funding.Packs;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.Deadlines;

public sealed class RecognitionClockTests
{
    private static readonly DateOnly Allotted = new(2026, 1, 5);

    [Theory]
    [InlineData("2027-07-08", null, "Running", 181)]
    [InlineData("2027-07-09", null, "Warned", 180)]
    [InlineData("2028-01-04", null, "Warned", 1)]
    [InlineData("2028-01-05", null, "Warned", 0)]
    [InlineData("2028-01-06", null, "Missed", null)]
    [InlineData("2028-01-06", "2028-01-05", "Met", null)]
    [InlineData("2028-01-06", "2028-01-06", "Missed", null)]
    [InlineData("2026-06-01", "2026-05-01", "Met", null)]
    public void The_clock_as_of_a_day(string today, string? recognisedOn, string stage, int? daysLeft)
    {
        var account = Facts.Account();
        account.FirstAllottedOn = Allotted;
        account.RecognisedOn = recognisedOn is null ? null : DateOnly.Parse(recognisedOn, null);

        var clock = RecognitionClock.Of(account, Facts.Rules(DateOnly.Parse(today, null))).ShouldNotBeNull();

        (clock.Deadline, clock.Stage.ToString(), clock.DaysLeft).ShouldBe((new DateOnly(2028, 1, 5), stage, daysLeft));
    }

    [Fact]
    public void The_first_allotment_runs_for_all_unless_the_bureau_gives_each_its_clock()
    {
        var account = Facts.Account();
        account.FirstAllottedOn = Allotted;
        DateOnly[] allotments = [new(2027, 3, 1), Allotted, new(2027, 3, 1)];

        RecognitionClock.All(account, allotments, Facts.Rules()).Select(c => c.Deadline).ShouldBe([new DateOnly(2028, 1, 5)]);
        RecognitionClock.All(account, allotments, Each()).Select(c => c.Deadline).ShouldBe([new DateOnly(2028, 1, 5), new DateOnly(2029, 3, 1)]);
    }

    [Fact]
    public void Without_an_allotment_no_clock_runs() => RecognitionClock.Of(Facts.Account(), Facts.Rules()).ShouldBeNull();

    private static PaymentRules Each() => Facts.Rules(text: Rules.Text.With("value: first, clause: ZS-08", "value: each, clause: ZS-08"));
}
