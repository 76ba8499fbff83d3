using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.PlanDecisions;

/// <summary>The decisions on the plans of the caller's jurisdiction, newest first; everybody who signs in reads them.</summary>
internal static class ReadPlanDecisions
{
    public static async Task<Page<PlanDecisionView>> ListAsync(string? programme, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var decisions = db.PlanDecisions.AsNoTracking().Where(d => d.Jurisdiction == jurisdiction);
        decisions = programme is null ? decisions : decisions.Where(d => d.Programme == programme);
        return (await decisions.ToPageAsync(page, d => d.Id, cancellationToken, newestFirst: true)).Select(PlanDecisionView.Of);
    }
}

/// <summary>A decision on a plan, with who recorded and who confirmed it.</summary>
internal sealed record PlanDecisionView(
    Guid Id,
    string Programme,
    PlanDecisionKind Kind,
    DateOnly? Until,
    string DocumentNumber,
    DateOnly DecidedOn,
    PlanDecisionStatus Status,
    DateTime ProposedAt,
    string ProposedByName,
    DateTime? ConfirmedAt,
    string? ConfirmedByName,
    long Version) : IETagged
{
    public static PlanDecisionView Of(PlanDecision decision) => new(
        decision.Id,
        decision.Programme,
        decision.Kind,
        decision.Until,
        decision.DocumentNumber,
        decision.DecidedOn,
        decision.Status,
        decision.ProposedAt,
        decision.ProposedByName,
        decision.ConfirmedAt,
        decision.ConfirmedByName,
        decision.Version);
}
