using System.Globalization;
using Contracts.Registry;
using Policies;

namespace Reporting.Registers;

/// <summary>An entry of a register, as it is counted.</summary>
internal sealed record KnownEntry(
    Guid Id,
    string Register,
    Guid? InstitutionId,
    string? District,
    DateOnly From,
    DateOnly? Until,
    IReadOnlyList<EntryState> States,
    IReadOnlyDictionary<string, string> Answers)
{
    /// <summary>The entry that it is about; null where it is about none.</summary>
    public Guid? AboutEntryId { get; init; }

    /// <summary>The state on a day; before its first step it stood in its first one, since what it says may have begun before it was entered.</summary>
    public string StateOn(DateOnly day) => (States.LastOrDefault(state => state.On <= day) ?? States[0]).State;

    /// <summary>Whether it is counted on a day.</summary>
    public bool Holds(RegisterCount count, Register register, DateOnly day) => From <= day && !(Until < day) && StandsOn(count, register, day);

    /// <summary>Whether the state that it is in on a day is one that counts, whenever it holds.</summary>
    public bool StandsOn(RegisterCount count, Register register, DateOnly day)
    {
        if (States.Count == 0)
        {
            return false;
        }

        var state = StateOn(day);
        return (count.Reached.Count == 0 || States.Any(reached => count.Reached.Contains(reached.State)))
            && (count.States.Count == 0 ? register.States.All(known => known.Key != state || !known.Final) : count.States.Contains(state));
    }

    /// <summary>A day among its answers; null where there is none.</summary>
    public DateOnly? Day(string field) =>
        Answers.TryGetValue(field, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A figure among its answers; zero where there is none.</summary>
    public long Number(string field) =>
        Answers.TryGetValue(field, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>Counts entries as a pack says (EI-01). Pure.</summary>
internal static class EntryCounts
{
    /// <summary>How many count on a day, or what they add up to.</summary>
    public static long On(RegisterCount count, PolicyPack pack, IEnumerable<KnownEntry> entries, DateOnly day)
    {
        var register = pack.Register(count.Register)!;
        var holding = entries.Where(entry => entry.Register == count.Register && entry.Holds(count, register, day));
        if (count.PerInstitution)
        {
            // EI-15: of several levels the one that began last is what it holds.
            return holding.Where(entry => entry.InstitutionId is not null && entry.Answers.ContainsKey(count.WhenField!))
                .GroupBy(entry => entry.InstitutionId)
                .LongCount(own => Fits(count, own.MaxBy(entry => (entry.From, entry.Id))!));
        }

        return Total(count, holding);
    }

    /// <summary>What the platform knows of a report's figure: of the body's own entries those of its span, or those that hold on its last day.</summary>
    /// <param name="count">What is counted.</param>
    /// <param name="pack">The pack of the span.</param>
    /// <param name="own">The body's entries.</param>
    /// <param name="subjects">The entries that those are about.</param>
    /// <param name="from">The span's first day.</param>
    /// <param name="to">The span's last day.</param>
    public static long InSpan(
        RegisterCount count, PolicyPack pack, IReadOnlyCollection<KnownEntry> own, IReadOnlyDictionary<Guid, KnownEntry> subjects, DateOnly from, DateOnly to)
    {
        if (count is { During: null, About: null })
        {
            return On(count, pack, own, to);
        }

        // What took place in the span did so unless it was withdrawn since, whenever it was entered.
        var register = pack.Register(count.Register)!;
        var counting = own.Where(entry => entry.Register == count.Register && (count.During is { } field
            ? entry.Day(field) is { } day && day >= from && day <= to && entry.StandsOn(count, register, DateOnly.MaxValue)
            : entry.Holds(count, register, to)));
        return count.About is { } subject
            ? counting.Where(entry => Fits(count, entry)).Select(entry => entry.AboutEntryId).OfType<Guid>().Distinct()
                .LongCount(id => subjects.TryGetValue(id, out var about) && about.StandsOn(subject, pack.Register(subject.Register)!, to) && Fits(subject, about))
            : Total(count, counting);
    }

    private static long Total(RegisterCount count, IEnumerable<KnownEntry> entries)
    {
        var counting = entries.Where(entry => Fits(count, entry));
        return count.Sum is { } figure ? counting.Sum(entry => entry.Number(figure)) : counting.LongCount();
    }

    private static bool Fits(RegisterCount count, KnownEntry entry) =>
        count.WhenField is null || (entry.Answers.TryGetValue(count.WhenField, out var answer) && count.WhenIs.Contains(answer));
}
