using Contracts.Refusals;
using Policies.Loading;

namespace Policies.Calendars;

/// <summary>Reads a year's calendar, strictly.</summary>
public static class CalendarLoader
{
    /// <summary>Reads a calendar; refused with every problem of the file, each with its line and key.</summary>
    public static Outcome<WorkingDayCalendar> Load(string text, string fileName)
    {
        var problems = new LoadProblems(fileName);
        var calendar = new YamlTree(problems).Read(text) is { } root ? Read(new Section(root, "", problems), text) : null;
        return calendar is null || problems.Any ? problems.ToRefusal() : calendar;
    }

    /// <summary>Reads a calendar file of the platform.</summary>
    /// <exception cref="PolicyException">It does not load.</exception>
    public static WorkingDayCalendar LoadFile(string path) => Content.Read(path, Load);

    /// <summary>Reads a calendar that Registry published under this hash.</summary>
    /// <exception cref="PolicyException">It is another text, or does not load.</exception>
    public static WorkingDayCalendar LoadPublished(string text, string hash) => Content.Published(text, hash, Load);

    private static WorkingDayCalendar Read(Section file, string text)
    {
        var year = file.Count("year");
        var isTest = file.OptionalFlag("test") ?? false;
        var notice = ReadNotice(file, isTest);
        var holidays = file.List("holidays", h => ReadHoliday(h, year));
        var makeUpDays = file.List("make-up-days", d => ReadMakeUpDay(d, year, holidays));
        if (holidays.Count == 0)
        {
            file.Wrong("holidays", "没有列出节假日。", "It lists no holidays.");
        }

        CheckOrder(file, "holidays", holidays.Select(h => (h.From, h.To)));
        CheckOrder(file, "make-up-days", makeUpDays.Select(d => (d, d)));
        file.Done();
        return new WorkingDayCalendar
        {
            Year = year, Notice = notice, IsTest = isTest, Holidays = holidays, MakeUpDays = makeUpDays, Hash = Content.Hash(text), Content = text,
        };
    }

    private static CalendarNotice? ReadNotice(Section file, bool isTest)
    {
        if (isTest == file.Has("notice"))
        {
            file.Wrong("notice", "日历应注明其国务院办公厅通知；测试日历（test: true）不得注明。", "A calendar names its State Council notice; a test calendar (test: true) names none.");
        }

        if (file.OptionalSection("notice") is not { } section)
        {
            return null;
        }

        var notice = new CalendarNotice(section.Text("number"), section.Text("title"), section.Day("date"));
        section.Done();
        return notice;
    }

    private static Holiday ReadHoliday(Section section, int year)
    {
        var holiday = new Holiday(section.Label(), InYear(section, "from", year), InYear(section, "to", year));
        if (holiday.To < holiday.From)
        {
            section.Wrong("to", "止日早于起日。", "It ends before it begins.");
        }

        return holiday;
    }

    private static DateOnly ReadMakeUpDay(Section section, int year, IReadOnlyList<Holiday> holidays)
    {
        var day = InYear(section, "day", year);
        section.Label();
        if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) || holidays.Any(h => h.From <= day && day <= h.To))
        {
            section.Wrong("day", $"{day:yyyy-MM-dd} 不是可以调休上班的周末。", $"{day:yyyy-MM-dd} is not a weekend day that could be made up on.");
        }

        return day;
    }

    private static DateOnly InYear(Section section, string key, int year)
    {
        var day = section.Day(key);
        if (day != DateOnly.MinValue && day.Year != year)
        {
            section.Wrong(key, $"{day:yyyy-MM-dd} 不在{year}年内。", $"{day:yyyy-MM-dd} is not in {year}.");
        }

        return day;
    }

    private static void CheckOrder(Section file, string key, IEnumerable<(DateOnly From, DateOnly To)> days)
    {
        if (days.Zip(days.Skip(1)).Any(pair => pair.Second.From <= pair.First.To))
        {
            file.Wrong(key, "日期重叠或未按先后排列。", "Days overlap or are out of order.");
        }
    }
}
