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
    /// <summary>The state on a day; before its first step it stood in its first one, since what it says may have begun before it was entered.</summary>
    public string StateOn(DateOnly day) => (States.LastOrDefault(state => state.On <= day) ?? States[0]).State;

    /// <summary>Whether it is counted on a day.</summary>
    public bool Holds(RegisterCount count, Register register, DateOnly day)
    {
        if (States.Count == 0 || From > day || Until < day)
        {
            return false;
        }

        var state = StateOn(day);
        return (count.Reached.Count == 0 || States.Any(reached => count.Reached.Contains(reached.State)))
            && (count.States.Count == 0 ? register.States.All(known => known.Key != state || !known.Final) : count.States.Contains(state));
    }

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

        var counting = holding.Where(entry => Fits(count, entry));
        return count.Sum is { } figure ? counting.Sum(entry => entry.Number(figure)) : counting.LongCount();
    }

    private static bool Fits(RegisterCount count, KnownEntry entry) =>
        count.WhenField is null || (entry.Answers.TryGetValue(count.WhenField, out var answer) && count.WhenIs.Contains(answer));
}
