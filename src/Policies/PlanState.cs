using Contracts.Refusals;

namespace Policies;

/// <summary>A bureau's decision on a plan (P-6).</summary>
/// <param name="Until">The last day on which the plan takes something new; null where a draft is given effect.</param>
/// <param name="DocumentNumber">Number of its document.</param>
/// <param name="DecidedOn">The document's date: it has effect from this day on.</param>
public sealed record PlanRuling(DateOnly? Until, string DocumentNumber, DateOnly DecidedOn);

/// <summary>What the bureau has decided on a plan by a day.</summary>
/// <param name="Adoption">What gave a draft effect; null where nothing did.</param>
/// <param name="Extension">What lets the plan go on longest; null where nothing does.</param>
public sealed record PlanState(PlanRuling? Adoption, PlanRuling? Extension)
{
    /// <summary>Nothing is decided.</summary>
    public static readonly PlanState Undecided = new(null, null);

    /// <summary>From the decisions that were taken by that day.</summary>
    public static PlanState Of(IEnumerable<PlanRuling> rulings, DateOnly day)
    {
        var taken = rulings.Where(ruling => ruling.DecidedOn <= day).OrderBy(ruling => ruling.DecidedOn).ToLookup(ruling => ruling.Until is null);
        return new(taken[true].FirstOrDefault(), taken[false].MaxBy(ruling => ruling.Until));
    }

    /// <summary>Whether a pack takes something new only by such a decision: drafts do, and plans with an end.</summary>
    public static bool Matters(PolicyPack pack) => pack.Status == PackStatus.Draft || pack.Until is not null;

    /// <summary>The pack under which something new may begin on a day.</summary>
    public Outcome<PolicyPack> InForce(PackLibrary library, string programme, DateOnly day) =>
        library.InForce(programme, day, Adoption is not null, Extension?.Until);

    /// <summary>The last day on which the plan takes something new; null = open-ended.</summary>
    public DateOnly? EndOf(PolicyPack pack) => pack.Until is { } until && Extension?.Until > until ? Extension.Until : pack.Until;

    /// <summary>The decision without which the pack would take nothing new on a day; null where its own text suffices.</summary>
    public PlanRuling? GroundOf(PolicyPack pack, DateOnly day) =>
        pack.Until < day ? Extension : pack.Status == PackStatus.Draft ? Adoption : null;
}
