using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Registers;

/// <summary>The registers of a programme, and how many entries of each state the caller sees: all, or those about one thing on a day.</summary>
internal static class ReadRegisters
{
    /// <summary>A register; <paramref name="Counts"/> by state, <paramref name="MayEnter"/>: whether the caller's role makes entries;
    /// <paramref name="Waiting"/>: how many have just been filed and are the caller's role to take further.</summary>
    internal sealed record RegisterSummary(
        string Name,
        Label Label,
        string Clause,
        string? About,
        bool Public,
        IReadOnlyList<string> Roles,
        bool MayEnter,
        int Entries,
        IReadOnlyDictionary<string, int> Counts,
        int Waiting);

    public static async Task<Answer<Page<RegisterSummary>>> HandleAsync(
        string programme, Guid? about, DateOnly? on, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (!(await packs.RulingAsync(programme, clock.Today, caller, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return ((Outcome<Page<RegisterSummary>>)unknown).ToHttp();
        }

        var rows = db.VisibleTo(caller).Where(e => e.Programme == programme);
        rows = about is null ? rows : rows.Where(e => e.AboutInstitutionId == about || e.AboutEntryId == about);
        rows = on is null ? rows : rows.Where(e => e.From <= on && (e.Until == null || e.Until >= on) && (e.EndedOn == null || e.EndedOn > on));
        var counts = await rows.GroupBy(e => new { e.Register, e.State }).Select(group => new { group.Key.Register, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken);
        Outcome<Page<RegisterSummary>> outcome = new Page<RegisterSummary>(
            [.. pack.Registers.Select(register => Summary(
                register, counts.Where(row => row.Register == register.Name).ToDictionary(row => row.State, row => row.Count, StringComparer.Ordinal), caller))],
            Next: null);
        return outcome.ToHttp();
    }

    private static RegisterSummary Summary(Register register, IReadOnlyDictionary<string, int> counts, Caller caller) => new(
        register.Name,
        register.Label,
        register.Citation.ClauseId,
        register.About,
        register.Public,
        register.Roles,
        register.Roles.Any(caller.Is),
        counts.Values.Sum(),
        counts,
        TakenFurtherBy(register, caller) ? counts.GetValueOrDefault(register.States[0].Key) : 0);

    /// <summary>Whether the caller's role takes new entries on; where they can only end, they wait for nobody.</summary>
    private static bool TakenFurtherBy(Register register, Caller caller)
    {
        var first = register.States[0].Key;
        return register.Steps.Any(step =>
            step.From.Contains(first, StringComparer.Ordinal) && step.To != first && register.States.Any(s => s.Key == step.To && !s.Final) && step.Roles.Any(caller.Is));
    }
}
