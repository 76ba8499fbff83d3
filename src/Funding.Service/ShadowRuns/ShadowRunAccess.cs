using Contracts.Refusals;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using ServiceDefaults.Authentication;

namespace Funding.ShadowRuns;

/// <summary>Who may do and see shadow runs: finance, leader and auditor, those of their jurisdiction.</summary>
internal static class ShadowRunAccess
{
    public static readonly string[] Roles =
        [ServiceDefaults.Authentication.Roles.FinanceMaker, ServiceDefaults.Authentication.Roles.FinanceApprover, ServiceDefaults.Authentication.Roles.Leader, ServiceDefaults.Authentication.Roles.Auditor];

    // What a pack needs at least, so that there is anything to hold tables against.
    private static readonly string[] MoneyRules = ["annual-cap-kept", "years-kept", "clawback", "unused", "purchase-subsidy"];

    /// <summary>A run as the caller may see it.</summary>
    public static async Task<Outcome<ShadowRun>> FindAsync(this FundingDb db, Guid id, Caller caller, CancellationToken cancellationToken) =>
        await db.ShadowRuns.SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, cancellationToken) is { } run
            ? run
            : Refusal.NotFound("shadow run", id, "演练");

    /// <summary>Refuses to change what is running or done: a report stays what it was.</summary>
    public static Refusal? NotDraft(ShadowRun run) => run.State is ShadowRunState.Draft or ShadowRunState.Faulty
        ? null
        : Refusal.Conflict("shadow-run-started", "P-4", "演练已开始，报告不再改动；请另做一次。", "The run has started and its report does not change any more; make another one.").With("state", run.State);

    /// <summary>The pack that rules a programme of the caller's today; refused where it has no rules about money.</summary>
    public static async Task<Outcome<PolicyPack>> ForMoneyAsync(this PackShelf packs, string programme, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var ruling = await packs.RulingAsync([programme], today, cancellationToken);
        if (!ruling.TryGetValue(programme, out var pack) || pack.Jurisdiction != caller.Jurisdiction)
        {
            return Refusal.NotFound("programme", programme, "项目政策");
        }

        return MoneyRules.Any(rule => pack.Rules.Any(r => r.Name == rule))
            ? pack
            : Refusal.Conflict("no-money-rules", "P-4", $"“{pack.Title.Zh}”的政策没有资金规则，无从核对。", $"The policy of '{pack.Title.En}' has no rules about money to hold tables against.");
    }
}
