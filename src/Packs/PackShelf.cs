using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Calendars;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Packs;

/// <summary>
/// The received packs as decisions read them. What there is is asked of the database each time, because another replica may
/// have received a version; a pack's text is read and parsed once, because it never changes under its hash.
/// </summary>
public sealed class PackShelf(PlatformDbContext db, PackLibrary library)
{
    /// <summary>
    /// The version under which something new may begin on a day; refused for a draft and after a plan's end (P-6) unless the bureau
    /// has decided so by then, and where the caller's jurisdiction has no such programme.
    /// </summary>
    public async Task<Outcome<PolicyPack>> InForceAsync(
        string programme, string? jurisdiction, DateOnly day, CancellationToken cancellationToken)
    {
        await FetchAsync([programme], cancellationToken);
        if (!library.Packs.Any(pack => pack.Programme == programme && pack.Jurisdiction == jurisdiction))
        {
            return Refusal.NotFound("programme", programme, "项目政策");
        }

        var plan = library.Ruling(programme, day) is { } pack ? await PlanAsync(pack, day, cancellationToken) : PlanState.Undecided;
        return plan.InForce(library, programme, day);
    }

    /// <summary>What the bureau has decided by a day on the plan of a pack that takes new matters only by such a decision (P-6).</summary>
    public async Task<PlanState> PlanAsync(PolicyPack pack, DateOnly day, CancellationToken cancellationToken) => PlanState.Matters(pack)
        ? PlanState.Of(
            await db.Set<PlanDecision>().AsNoTracking().Where(decision => decision.Programme == pack.Programme && decision.DecidedOn <= day)
                .Select(decision => new PlanRuling(decision.Until, decision.DocumentNumber, decision.DecidedOn))
                .ToListAsync(cancellationToken),
            day)
        : PlanState.Undecided;

    /// <summary>The version that rules on a day what already runs, ended or not (P-6).</summary>
    /// <exception cref="RefusalException">None has arrived from Registry yet; the same request may succeed later.</exception>
    public async Task<PolicyPack> RulingAsync(string programme, DateOnly day, CancellationToken cancellationToken)
    {
        await FetchAsync([programme], cancellationToken);
        return library.Ruling(programme, day) ?? throw new RefusalException(new Refusal(
            RefusalKind.Unavailable,
            "policy-not-arrived",
            "P-6",
            $"尚未收到项目“{programme}”在 {day:yyyy-MM-dd} 施行的政策包，请稍后再试。",
            $"No pack of '{programme}' that rules on {day:yyyy-MM-dd} has arrived yet; try again shortly."));
    }

    /// <summary>The versions that rule several programmes on a day; programmes without one are left out.</summary>
    public async Task<IReadOnlyDictionary<string, PolicyPack>> RulingAsync(
        IEnumerable<string> programmes, DateOnly day, CancellationToken cancellationToken)
    {
        var distinct = programmes.Distinct(StringComparer.Ordinal).ToList();
        await FetchAsync(distinct, cancellationToken);
        return distinct.Select(programme => library.Ruling(programme, day)).OfType<PolicyPack>()
            .ToDictionary(pack => pack.Programme, StringComparer.Ordinal);
    }

    /// <summary>
    /// The versions that rule on a day, of every programme; without drafts that no bureau has given effect (P-6). What has ended rules what
    /// runs.
    /// </summary>
    public async Task<IReadOnlyList<PolicyPack>> RulingAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var programmes = await db.Set<PolicyVersion>().Select(version => version.Programme).Distinct().ToListAsync(cancellationToken);
        var ruling = new List<PolicyPack>();
        foreach (var pack in (await RulingAsync(programmes, day, cancellationToken)).Values)
        {
            if (pack.Status != PackStatus.Draft || (await PlanAsync(pack, day, cancellationToken)).Adoption is not null)
            {
                ruling.Add(pack);
            }
        }

        return ruling;
    }

    /// <summary>The decision of the bureau without which a pack would take nothing new on a day (P-6); null where its own text suffices.</summary>
    public async Task<PlanRuling?> GroundAsync(PolicyPack pack, DateOnly day, CancellationToken cancellationToken) =>
        (await PlanAsync(pack, day, cancellationToken)).GroundOf(pack, day);

    /// <summary>The received calendars (P-3).</summary>
    public async Task<CalendarLibrary> CalendarsAsync(CancellationToken cancellationToken)
    {
        var received = new CalendarLibrary();
        await foreach (var calendar in db.CalendarTexts().WithCancellation(cancellationToken))
        {
            received.Add(CalendarLoader.LoadPublished(calendar.Content, calendar.Hash));
        }

        return received;
    }

    private async Task FetchAsync(List<string> programmes, CancellationToken cancellationToken)
    {
        var known = library.Packs.Where(pack => programmes.Contains(pack.Programme)).Select(pack => pack.Hash).ToList();
        var missing = await db.Set<PolicyVersion>().AsNoTracking()
            .Where(version => programmes.Contains(version.Programme) && !known.Contains(version.Hash))
            .Select(version => new { version.Hash, version.Content })
            .ToListAsync(cancellationToken);
        foreach (var version in missing)
        {
            library.AddPublished(version.Content, version.Hash);
        }
    }
}
