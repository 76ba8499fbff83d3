using Contracts.Refusals;
using FsCheck;
using FsCheck.Fluent;
using Policies.Calendars;
using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Calendars;

/// <summary>P-3.</summary>
public sealed class CalendarTests
{
    private static readonly CalendarLibrary Library = CalendarLibrary.FromFolder(Path.Combine(Repository.PoliciesFolder, "calendars"));

    [Theory]
    [InlineData(2024, "国办发明电〔2023〕7号", "2023-10-25", 251)]
    [InlineData(2025, "国办发明电〔2024〕12号", "2024-11-12", 248)]
    [InlineData(2026, "国办发明电〔2025〕7号", "2025-11-04", 248)]
    public void A_published_year_names_its_notice_and_has_its_number_of_working_days(int year, string number, string date, int workingDays)
    {
        var calendar = Library.Of(year).ShouldBeAccepted();
        calendar.Notice!.Number.ShouldBe(number);
        calendar.Notice.Title.ShouldBe($"国务院办公厅关于{year}年部分节假日安排的通知");
        calendar.Notice.Date.ShouldBe(Day(date));
        calendar.IsTest.ShouldBeFalse();
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Count(d => calendar.IsWorkingDay(new DateOnly(year, 1, 1).AddDays(d))).ShouldBe(workingDays);
    }

    [Theory]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-01-10", false)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    [InlineData("2026-02-24", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2025-09-28", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-11", true)]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-05-11", true)]
    public void Holidays_are_off_and_make_up_days_are_on(string day, bool working) =>
        Library.IsWorkingDay(Day(day)).ShouldBeAccepted().ShouldBe(working);

    [Theory]
    [InlineData("2026-01-05", 5, "2026-01-12")]
    [InlineData("2026-01-01", 1, "2026-01-04")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-09-24", 5, "2026-10-09")]
    [InlineData("2025-12-29", 5, "2026-01-06")]
    [InlineData("2025-12-31", 1, "2026-01-04")]
    [InlineData("2025-01-25", 1, "2025-01-26")]
    public void A_period_of_working_days_starts_the_day_after(string start, int count, string last) =>
        Library.AddWorkingDays(Day(start), count).ShouldBeAccepted().ShouldBe(Day(last));

    [Theory]
    [InlineData("2026-12-30", 2, 2027)]
    [InlineData("2023-12-31", 1, 2023)]
    [InlineData("2030-06-01", 1, 2030)]
    public void A_year_without_a_published_calendar_is_refused(string start, int count, int missing)
    {
        var refusal = Library.AddWorkingDays(Day(start), count).ShouldBeRefused("calendar-missing");
        refusal.Clause.ShouldBe("P-3");
        refusal.Inputs["year"].ShouldBe(missing);
        refusal.Zh.ShouldContain($"{missing}年的工作日历尚未录入");
        refusal.En.ShouldContain($"no working-day calendar for {missing}");
    }

    [Fact]
    public void A_weekday_of_a_missing_year_is_not_taken_for_a_working_day() =>
        Library.IsWorkingDay(Day("2027-01-05")).ShouldBeRefused("calendar-missing");

    [Fact]
    public void The_last_year_s_final_working_days_need_no_further_calendar() =>
        Library.AddWorkingDays(Day("2026-12-30"), 1).ShouldBeAccepted().ShouldBe(Day("2026-12-31"));

    [Fact]
    public void The_last_day_is_a_working_day_and_exactly_so_many_lie_between() =>
        Prop.ForAll(
            (from day in Gen.Choose(Day("2024-01-01").DayNumber, Day("2026-09-01").DayNumber) from n in Gen.Choose(1, 40) select (DateOnly.FromDayNumber(day), n)).ToArbitrary(),
            c =>
            {
                var last = Library.AddWorkingDays(c.Item1, c.n).ShouldBeAccepted();
                var between = Enumerable.Range(1, last.DayNumber - c.Item1.DayNumber).Count(d => Library.IsWorkingDay(c.Item1.AddDays(d)).ShouldBeAccepted());
                return between == c.n && Library.IsWorkingDay(last).ShouldBeAccepted();
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_test_calendar_is_named_as_such_and_gives_way_to_the_published_one()
    {
        var library = new CalendarLibrary(CalendarLoader.Load("year: 2026\ntest: true\nholidays:\n  - { from: 2026-01-01, to: 2026-01-01, zh: 元旦, en: New Year }\n", "test.yaml").ShouldBeAccepted());
        library.Of(2026).ShouldBeAccepted().Name.Zh.ShouldStartWith("2026年测试日历");
        var published = Library.Of(2026).ShouldBeAccepted();
        library.Add(published).ShouldBeAccepted().IsTest.ShouldBeFalse();
        library.Add(published).ShouldBeAccepted();
        library.Add(CalendarLoader.Load(published.Content + "# changed\n", "again.yaml").ShouldBeAccepted()).ShouldBeRefused("calendar-exists");
    }

    [Theory]
    [InlineData("from: 2026-01-01, to: 2026-01-03", "from: 2026-01-03, to: 2026-01-01", "holidays[0].to")]
    [InlineData("from: 2026-01-01, to: 2026-01-03", "from: 2025-12-31, to: 2026-01-03", "holidays[0].from")]
    [InlineData("from: 2026-01-01, to: 2026-01-03", "from: 2026-01-01, to: 2026-02-16", "holidays")]
    [InlineData("day: 2026-01-04", "day: 2026-01-05", "make-up-days[0].day")]
    [InlineData("day: 2026-01-04", "day: 2026-02-15", "make-up-days[0].day")]
    [InlineData("day: 2026-01-04", "dya: 2026-01-04", "make-up-days[0].dya")]
    [InlineData("notice:", "note:", "notice")]
    [InlineData("year: 2026", "year: 2027", "holidays[0].from")]
    public void A_calendar_with_a_fault_is_refused(string good, string bad, string key)
    {
        var text = Library.Of(2026).ShouldBeAccepted().Content;
        text.ShouldContain(good);
        var refusal = CalendarLoader.Load(text.Replace(good, bad, StringComparison.Ordinal), "2026.yaml").ShouldBeRefused("file-invalid");
        refusal.Kind.ShouldBe(RefusalKind.BadInput);
        ((IReadOnlyList<LoadProblem>)refusal.Inputs["problems"]!).Select(p => p.Key).ShouldContain(key);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
