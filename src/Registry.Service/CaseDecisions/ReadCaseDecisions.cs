using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.CaseDecisions;

/// <summary>The case-by-case decisions, newest first: the reviewers' jurisdiction's, an operator's own once confirmed.</summary>
internal static class ReadCaseDecisions
{
    public static Refusal NotFound(Guid id) => Refusal.NotFound("case decision", id, "一事一议决定");

    public static async Task<Page<CaseDecisionView>> ListAsync(
        string? programme,
        Choice<CaseDecisionKind>? kind,
        Choice<CaseDecisionStatus>? status,
        string? code,
        PageQuery page,
        HttpContext http,
        RegistryDb db,
        CancellationToken cancellationToken)
    {
        var (wantedKind, wantedStatus) = (kind?.Value, status?.Value);
        var decisions = VisibleTo(db, http.Caller());
        decisions = programme is null ? decisions : decisions.Where(d => d.Programme == programme);
        decisions = wantedKind is null ? decisions : decisions.Where(d => d.Kind == wantedKind);
        decisions = wantedStatus is null ? decisions : decisions.Where(d => d.Status == wantedStatus);
        decisions = code is null ? decisions : decisions.Where(d => d.SubjectCode == code);
        return (await decisions.ToPageAsync(page, d => d.Id, cancellationToken, newestFirst: true)).Select(CaseDecisionView.Of);
    }

    public static async Task<Answer<CaseDecisionView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var decision = await VisibleTo(db, http.Caller()).SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        Outcome<CaseDecisionView> outcome = decision is null ? NotFound(id) : CaseDecisionView.Of(decision);
        return outcome.ToHttp();
    }

    private static IQueryable<CaseDecision> VisibleTo(RegistryDb db, Caller caller)
    {
        var (jurisdiction, organisation) = (caller.Jurisdiction, caller.Organisation);
        var reviewer = caller.IsAny(Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor);
        return db.CaseDecisions.AsNoTracking().Where(d =>
            d.Jurisdiction == jurisdiction && (reviewer || (d.SubjectCode == organisation && d.Status == CaseDecisionStatus.Confirmed)));
    }
}

/// <summary>A case-by-case decision, with who recorded and who confirmed it and what rests on it.</summary>
internal sealed record CaseDecisionView(
    Guid Id,
    string Programme,
    CaseDecisionKind Kind,
    string SubjectName,
    string SubjectCode,
    string Terms,
    string DocumentNumber,
    DateOnly DecidedOn,
    DateOnly? ValidUntil,
    string Clause,
    CaseDecisionStatus Status,
    DateTime RecordedAt,
    string RecordedByName,
    DateTime? ConfirmedAt,
    string? ConfirmedByName,
    Guid? ApplicationId,
    long Version) : IETagged
{
    public static CaseDecisionView Of(CaseDecision decision) => new(
        decision.Id,
        decision.Programme,
        decision.Kind,
        decision.SubjectName,
        decision.SubjectCode,
        decision.Terms,
        decision.DocumentNumber,
        decision.DecidedOn,
        decision.ValidUntil,
        decision.Clause,
        decision.Status,
        decision.RecordedAt,
        decision.RecordedByName,
        decision.ConfirmedAt,
        decision.ConfirmedByName,
        decision.ApplicationId,
        decision.Version);
}
