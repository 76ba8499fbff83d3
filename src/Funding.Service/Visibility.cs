using Funding.Accounts;
using Funding.Advances;
using Funding.Claims;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Deadlines;
using Funding.Decisions;
using Funding.Objections;
using Funding.Grants;
using Funding.Settlements;
using Funding.Spending;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;

namespace Funding;

/// <summary>
/// Who sees which rows: the bureau's people all of their jurisdiction, an operator what belongs to its own organisation. What
/// a caller may not see is not there (404).
/// </summary>
internal static class Visibility
{
    /// <summary>Roles that read the money of their whole jurisdiction.</summary>
    public static readonly string[] Bureau = [Roles.FinanceMaker, Roles.FinanceApprover, Roles.Leader, Roles.Auditor, Roles.CityReviewer];

    /// <summary>The bureau, and operators for their own.</summary>
    public static readonly string[] BureauAndOperators = [.. Bureau, Roles.Operator];

    public static IQueryable<FundingAccount> VisibleTo(this IQueryable<FundingAccount> accounts, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return accounts.Where(a => a.Jurisdiction == jurisdiction && (all || a.ImplementingBodyCode == organisation));
    }

    public static IQueryable<Advance> VisibleTo(this IQueryable<Advance> advances, FundingDb db, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return advances.Where(a => a.Jurisdiction == jurisdiction
            && (all || db.Accounts.Any(owner => owner.InstitutionId == a.InstitutionId && owner.ImplementingBodyCode == organisation)));
    }

    public static IQueryable<Settlement> VisibleTo(this IQueryable<Settlement> settlements, FundingDb db, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return settlements.Where(s => s.Jurisdiction == jurisdiction
            && (all || db.Accounts.Any(owner => owner.InstitutionId == s.InstitutionId && owner.ImplementingBodyCode == organisation)));
    }

    public static IQueryable<Clawback> VisibleTo(this IQueryable<Clawback> clawbacks, FundingDb db, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return clawbacks.Where(c => c.Jurisdiction == jurisdiction
            && (all || db.Accounts.Any(owner => owner.InstitutionId == c.InstitutionId && owner.ImplementingBodyCode == organisation)));
    }

    public static IQueryable<DeadlineCase> VisibleTo(this IQueryable<DeadlineCase> cases, FundingDb db, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return cases.Where(c => c.Jurisdiction == jurisdiction
            && (all || db.Accounts.Any(owner => owner.InstitutionId == c.InstitutionId && owner.ImplementingBodyCode == organisation)));
    }

    public static IQueryable<SpendingStatement> VisibleTo(this IQueryable<SpendingStatement> statements, FundingDb db, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return statements.Where(s => s.Jurisdiction == jurisdiction
            && (all || db.Accounts.Any(owner => owner.InstitutionId == s.InstitutionId && owner.ImplementingBodyCode == organisation)));
    }

    public static IQueryable<ClawbackDecision> VisibleTo(this IQueryable<ClawbackDecision> decisions, FundingDb db, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return decisions.Where(d => d.Jurisdiction == jurisdiction
            && (all || db.Accounts.Any(owner => owner.InstitutionId == d.InstitutionId && owner.ImplementingBodyCode == organisation)));
    }

    public static IQueryable<Objection> VisibleTo(this IQueryable<Objection> objections, FundingDb db, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return objections.Where(o => o.Jurisdiction == jurisdiction
            && (all || db.Accounts.Any(owner => owner.InstitutionId == o.InstitutionId && owner.ImplementingBodyCode == organisation)));
    }

    /// <summary>Whether the caller sees this body's money.</summary>
    public static Task<bool> SeesAsync(this FundingDb db, Guid institutionId, Caller caller, CancellationToken cancellationToken) =>
        db.Accounts.VisibleTo(caller).AnyAsync(a => a.InstitutionId == institutionId, cancellationToken);

    /// <summary>The bureau does not see what a claimant has not handed in yet.</summary>
    public static IQueryable<Claim> VisibleTo(this IQueryable<Claim> claims, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return claims.Where(c => c.Jurisdiction == jurisdiction && ((all && c.Status != ClaimStatus.Draft) || c.ClaimantCode == organisation));
    }

    public static IQueryable<Grant> VisibleTo(this IQueryable<Grant> grants, Caller caller)
    {
        var (jurisdiction, all, organisation) = Scope(caller);
        return grants.Where(g => g.Jurisdiction == jurisdiction && (all || g.BeneficiaryCode == organisation));
    }

    private static (string? Jurisdiction, bool All, string? Organisation) Scope(Caller caller) =>
        (caller.Jurisdiction, caller.IsAny(Bureau), caller.Organisation);
}
