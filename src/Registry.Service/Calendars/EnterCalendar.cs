using Contracts.Registry;
using Messaging.Outbox;
using Policies;
using Policies.Calendars;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Calendars;

/// <summary>The administrator enters a year's working days from the State Council's notice, or a test calendar named as such (P-3).</summary>
internal static class EnterCalendar
{
    internal sealed record CalendarRequest(string Content);

    public static async Task<CreatedAnswer<CalendarView>> HandleAsync(
        CalendarRequest request, HttpContext http, RegistryDb db, CalendarShelf calendars, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<WorkingDayCalendar>(
            async ct =>
            {
                if (!CalendarLoader.Load(request.Content, "content").Accepted(out var calendar, out var unreadable))
                {
                    return unreadable;
                }

                // Judged on a copy: the shelf shows a calendar only once it is committed.
                var library = await calendars.OpenAsync(ct);
                if (library.Calendars.Any(known => known.Hash == calendar.Hash))
                {
                    return calendar;
                }

                var judged = new CalendarLibrary(library.Calendars).Add(calendar);
                if (judged.Accepted(out _, out _))
                {
                    db.Publish(calendar, caller.Name, clock.UtcNow);
                }

                return judged;
            },
            cancellationToken);
        return outcome.ToCreated(CalendarView.Of, view => "/api/registry/calendars");
    }

    /// <summary>A calendar counts from now on, and every service hears of it.</summary>
    public static void Publish(this RegistryDb db, WorkingDayCalendar calendar, string? enteredByName, DateTime now)
    {
        db.Calendars.Add(new PublishedCalendar
        {
            Year = calendar.Year,
            IsTest = calendar.IsTest,
            Hash = calendar.Hash,
            Content = calendar.Content,
            PublishedAt = now,
            EnteredByName = enteredByName,
        });
        db.Publish(
            $"calendar/{calendar.Year}",
            new CalendarPublished { Year = calendar.Year, Hash = calendar.Hash, Content = calendar.Content });
    }
}

/// <summary>A year's calendar as it is shown; <paramref name="Name"/> tells its notice, or that it is a test.</summary>
internal sealed record CalendarView(
    int Year, bool IsTest, Label Name, CalendarNotice? Notice, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> MakeUpDays, string Hash)
{
    public static CalendarView Of(WorkingDayCalendar calendar) => new(
        calendar.Year, calendar.IsTest, calendar.Name, calendar.Notice, calendar.Holidays, calendar.MakeUpDays, calendar.Hash);
}
