using Policies.Calendars;
using Registry.Notices;
using Registry.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Registry.Tests.Notices;

/// <summary>Five working days from the State Council's calendars (ZS-16, P-3).</summary>
public sealed class NoticeTermTests
{
    private const int Days = 5;
    private static readonly CalendarLibrary Calendars = CalendarLibrary.FromFolder(Path.Combine(Repository.PoliciesFolder, "calendars"));

    [Theory]
    [InlineData("2026-03-02", "2026-03-03 2026-03-04 2026-03-05 2026-03-06 2026-03-09", "a plain week")]
    [InlineData("2026-03-07", "2026-03-09 2026-03-10 2026-03-11 2026-03-12 2026-03-13", "posted on a Saturday")]
    [InlineData("2026-02-09", "2026-02-10 2026-02-11 2026-02-12 2026-02-13 2026-02-14", "the last day is a make-up Saturday")]
    [InlineData("2026-02-12", "2026-02-13 2026-02-14 2026-02-24 2026-02-25 2026-02-26", "across Spring Festival")]
    [InlineData("2026-02-14", "2026-02-24 2026-02-25 2026-02-26 2026-02-27 2026-02-28", "posted on the eve, ending on a make-up Saturday")]
    [InlineData("2026-09-18", "2026-09-20 2026-09-21 2026-09-22 2026-09-23 2026-09-24", "a make-up Sunday before National Day")]
    [InlineData("2026-12-24", "2026-12-25 2026-12-28 2026-12-29 2026-12-30 2026-12-31", "to the last day of the last calendar")]
    [InlineData("2025-12-26", "2025-12-29 2025-12-30 2025-12-31 2026-01-04 2026-01-05", "over New Year into a year with a calendar")]
    public void It_begins_the_day_after_and_counts_working_days_only(string postedOn, string days, string why)
    {
        NoticeTerm.Of(Calendars, Day(postedOn), Days).Accepted(out var term, out _).ShouldBeTrue(why);

        term!.WorkingDays.ShouldBe(days.Split(' ').Select(Day), why);
        term.LastDay.ShouldBe(term.WorkingDays[^1]);
        term.ByTestCalendar.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-12-25", 2027)]
    [InlineData("2026-12-31", 2027)]
    [InlineData("2027-01-05", 2027)]
    public void A_year_without_calendar_is_refused_and_named(string postedOn, int year)
    {
        NoticeTerm.Of(Calendars, Day(postedOn), Days).Accepted(out _, out var refused).ShouldBeFalse();

        refused!.Code.ShouldBe("calendar-missing");
        refused.Clause.ShouldBe("P-3");
        refused.Inputs["year"].ShouldBe(year);
        refused.Zh.ShouldContain("系统管理员");
        refused.En.ShouldContain("administrator");
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, provider: null);
}
