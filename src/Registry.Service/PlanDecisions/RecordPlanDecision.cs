using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.PlanDecisions;

/// <summary>One person records the bureau's decision that a plan goes on, or that a draft is adopted (P-6).</summary>
internal static class RecordPlanDecision
{
    private const string Clause = "P-6";

    internal sealed record PlanDecisionRequest(string Programme, PlanDecisionKind Kind, string DocumentNumber, DateOnly DecidedOn, DateOnly? Until = null);

    public static async Task<CreatedAnswer<PlanDecisionView>> HandleAsync(
        PlanDecisionRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<PlanDecision>(
            async ct =>
            {
                if (!(await packs.RulingAsync(request.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var taken = await db.PlanDecisions.AnyAsync(d => d.Jurisdiction == caller.Jurisdiction && d.DocumentNumber == request.DocumentNumber.Trim(), ct);
                var known = await db.PlanDecisions.AsNoTracking().Where(d => d.Programme == pack.Programme).ToListAsync(ct);
                var decided = Decide(request, pack, known.StateOn(clock.Today), taken, caller, clock.UtcNow);
                if (decided.Accepted(out var decision, out _))
                {
                    db.PlanDecisions.Add(decision);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(PlanDecisionView.Of, view => $"/api/registry/plan-decisions?programme={view.Programme}");
    }

    public static Outcome<PlanDecision> Decide(PlanDecisionRequest request, PolicyPack pack, PlanState state, bool numberTaken, Caller caller, DateTime now)
    {
        var refused = Documents.Check(request.DocumentNumber, "decidedOn", request.DecidedOn, BusinessClock.DayOf(now), Clause)
            ?? (numberTaken ? Documents.Taken(request.DocumentNumber, Clause, "决定", "decision") : null)
            ?? (request.Kind == PlanDecisionKind.Extend ? CheckExtension(request, pack, state) : CheckAdoption(request, pack, state));
        return refused is not null
            ? refused
            : new PlanDecision
            {
                Programme = pack.Programme,
                Jurisdiction = pack.Jurisdiction,
                Kind = request.Kind,
                Until = request.Until,
                DocumentNumber = request.DocumentNumber.Trim(),
                DecidedOn = request.DecidedOn,
                ProposedAt = now,
                ProposedBySubject = caller.Subject,
                ProposedByName = caller.SignedName(),
            };
    }

    private static Refusal? CheckExtension(PlanDecisionRequest request, PolicyPack pack, PlanState state)
    {
        if (state.EndOf(pack) is not { } end)
        {
            return Refusal.Conflict("plan-open-ended", Clause, $"“{pack.Title.Zh}”没有截止期，无需延长。", $"'{pack.Title.En}' has no end; there is nothing to extend.").With("programme", pack.Programme);
        }

        return request.Until > end
            ? null
            : Refusal.BadInput("until", request.Until, $"延长后的截止日期应晚于现截止日期 {end:yyyy-MM-dd}。", $"The new last day lies after the present one, {end:yyyy-MM-dd}.").With("end", end);
    }

    private static Refusal? CheckAdoption(PlanDecisionRequest request, PolicyPack pack, PlanState state)
    {
        if (request.Until is not null)
        {
            return Refusal.BadInput("until", request.Until, "施行决定不含截止日期。", "An adoption has no last day.");
        }

        return pack.Status == PackStatus.Draft && state.Adoption is null
            ? null
            : Refusal.Conflict("not-a-draft", Clause, $"“{pack.Title.Zh}”不是征求意见稿或已决定施行。", $"'{pack.Title.En}' is no draft, or is adopted already.").With("programme", pack.Programme);
    }
}
