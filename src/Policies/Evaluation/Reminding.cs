using System.Globalization;
using System.Text.Json;

namespace Policies.Evaluation;

/// <summary>What a pack's reminders come to on a day. Pure; the entries themselves are Registry's.</summary>
public static class Reminding
{
    /// <summary>The reminder with this name, null where there is none.</summary>
    public static Reminder? Reminder(this PolicyPack pack, string name) => pack.Reminders.FirstOrDefault(r => r.Name == name);

    /// <summary>What is overdue about an entry on a day: from the first day after its term (P-2), whoever has looked at it or not.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="register">The entry's register.</param>
    /// <param name="state">Its state on the day.</param>
    /// <param name="answers">Its answers on the day, a JSON object by field name.</param>
    /// <param name="day">The day; every parameter is that day's.</param>
    public static IReadOnlyList<Overdue> Overdue(this PolicyPack pack, Register register, string state, JsonElement answers, DateOnly day) =>
    [
        .. from reminder in pack.Reminders
           where reminder.Kind == ReminderKind.Overdue && reminder.Register == register.Name && reminder.States.Contains(state, StringComparer.Ordinal)
           let since = Day(answers, reminder.Since!)
           where since < day
           let last = pack.LastDay(reminder, since.Value, day)
           where last < day
           select new Overdue(reminder, since.Value, last),
    ];

    /// <summary>The last day that is in time for what runs since a day.</summary>
    public static DateOnly LastDay(this PolicyPack pack, Reminder reminder, DateOnly since, DateOnly day) => pack.Term(reminder, day) switch
    {
        null => since,
        { Period: { } period } => period.LastDay(since),
        { Number: var days } => since.AddDays(days!.Value),
    };

    /// <summary>The latest day since which a term is over on a day: of many entries, those that run since then or before are overdue.</summary>
    public static DateOnly OverdueSince(this PolicyPack pack, Reminder reminder, DateOnly day) => pack.Term(reminder, day) switch
    {
        null => day.AddDays(-1),
        { Period: { } period } => period.LatestStartOver(day),
        { Number: var days } => day.AddDays(-days!.Value - 1),
    };

    /// <summary>
    /// The latest turn that a reminder asks for on a day: from the day after it was due. Null where none has fallen due yet, and where the
    /// reminder knows no turns.
    /// </summary>
    /// <param name="pack">The pack.</param>
    /// <param name="reminder">One of its reminders.</param>
    /// <param name="day">The day.</param>
    /// <param name="until">The plan's last day; a year that began after it is nobody's to publish. Null = open-ended.</param>
    public static Round? TurnOwed(this PolicyPack pack, Reminder reminder, DateOnly day, DateOnly? until) =>
        reminder.Turn is not { } turn
            ? null
            : Enumerable.Range(pack.From.Year, Math.Max(0, day.Year - pack.From.Year + 1))
                .SelectMany(year => pack.Rounds(turn.Cycle, year))
                .LastOrDefault(round => round.DueOn < day && !(round.From > until));

    /// <summary>The term on a day, or, on an earlier day than the pack's first, as it began.</summary>
    private static ParameterValue? Term(this PolicyPack pack, Reminder reminder, DateOnly day) =>
        reminder.Period is { } term ? pack.Value(pack.Find(term)!, day < pack.From ? pack.From : day).Value : null;

    private static DateOnly? Day(JsonElement answers, string field) =>
        answers.ValueKind == JsonValueKind.Object
        && answers.TryGetProperty(field, out var answer)
        && answer.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(answer.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
