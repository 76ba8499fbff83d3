using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Policies.Tests;

/// <summary>P-2.</summary>
public sealed class PeriodTests
{
    private static readonly Arbitrary<(DateOnly Start, int Months)> Starts =
        (from day in Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber)
         from months in Gen.Choose(1, 240)
         select (DateOnly.FromDayNumber(day), months)).ToArbitrary();

    [Theory]
    [InlineData("2026-03-15", 2, 0, "2028-03-15")]
    [InlineData("2024-02-29", 1, 0, "2025-02-28")]
    [InlineData("2024-02-29", 4, 0, "2028-02-29")]
    [InlineData("2023-02-28", 1, 0, "2024-02-28")]
    [InlineData("2026-01-31", 0, 1, "2026-02-28")]
    [InlineData("2028-01-31", 0, 1, "2028-02-29")]
    [InlineData("2026-08-31", 0, 3, "2026-11-30")]
    [InlineData("2026-11-30", 0, 3, "2027-02-28")]
    [InlineData("2026-02-28", 0, 1, "2026-03-28")]
    [InlineData("2025-12-31", 0, 1, "2026-01-31")]
    [InlineData("2026-12-31", 0, 12, "2027-12-31")]
    public void The_last_day_is_the_same_day_later_or_the_months_last(string start, int years, int months, string last) =>
        Period.LastDay(Day(start), years, months).ShouldBe(Day(last));

    [Fact]
    public void A_bans_first_free_day_is_the_day_after_its_last() =>
        Period.OfYears(2).FirstDayAfter(Day("2026-02-28")).ShouldBe(Day("2028-02-29"));

    [Fact]
    public void The_day_of_the_month_is_kept_or_clamped_to_the_months_end() =>
        Prop.ForAll(Starts, s =>
        {
            var last = Period.OfMonths(s.Months).LastDay(s.Start);
            var monthsApart = ((last.Year - s.Start.Year) * 12) + last.Month - s.Start.Month;
            return monthsApart == s.Months && last.Day == Math.Min(s.Start.Day, DateTime.DaysInMonth(last.Year, last.Month));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_period_never_ends_earlier_nor_a_later_start() =>
        Prop.ForAll(Starts, s => Period.OfMonths(s.Months).LastDay(s.Start) < Period.OfMonths(s.Months + 1).LastDay(s.Start)
            && Period.OfMonths(s.Months).LastDay(s.Start) <= Period.OfMonths(s.Months).LastDay(s.Start.AddDays(1))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_started_on_the_latest_start_that_is_over_is_over_and_what_started_a_day_later_is_not() =>
        Prop.ForAll(Starts, s =>
        {
            var (period, day) = (Period.OfMonths(s.Months), s.Start);
            var latest = period.LatestStartOver(day);
            return period.LastDay(latest) < day && period.LastDay(latest.AddDays(1)) >= day;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(Gen.Choose(1, 1200).ToArbitrary(), months =>
            Period.TryParse(Period.OfMonths(months).ToString(), out var read) && read == Period.OfMonths(months)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0 years")]
    [InlineData("-1 years")]
    [InlineData("2 weeks")]
    [InlineData("1.5 years")]
    [InlineData("101 years")]
    [InlineData("1201 months")]
    [InlineData("2000000000 years")]
    public void What_is_no_period_is_not_read(string text) => Period.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void An_empty_or_endless_period_cannot_be()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfMonths(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.OfYears(101));
        Should.Throw<OverflowException>(() => Period.OfYears(357_913_942));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
