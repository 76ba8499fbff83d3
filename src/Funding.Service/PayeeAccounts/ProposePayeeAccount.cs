using Contracts.Refusals;
using Funding.Accounts;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.PayeeAccounts;

/// <summary>Another account for a body, or for a company that has been paid before.</summary>
internal sealed record PayeeAccountProposal(
    string Name, string Number, string Reason, Guid? InstitutionId = null, string? Code = null, string? Bank = null);

/// <summary>Proposes the account that an owner is paid to from now on; another person decides.</summary>
internal static class ProposePayeeAccount
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/payee-accounts", async (PayeeAccountProposal request, FundingDb db, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteUniqueAsync(inner => RunAsync(request, db, clock, http.Caller(), inner), ct))
            .ToCreated(made => made, made => $"/api/funding/payee-accounts/{made.Id}"))
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    private static async Task<Outcome<PayeeAccountView>> RunAsync(
        PayeeAccountProposal request, FundingDb db, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        if (Check(request) is { } wrong)
        {
            return wrong;
        }

        if (!(await OwnerAsync(request, db, caller, ct)).Accepted(out var owner, out var unknown))
        {
            return unknown;
        }

        if (await db.PayeeAccounts.AnyAsync(a => a.Jurisdiction == caller.Jurisdiction && a.Owner == owner.Key && a.Status == PayeeAccountStatus.Proposed, ct))
        {
            return Refusal.Conflict("payee-account-proposed", "P-5", "该单位已有一项待确认的收款账户变更。", "A change of this owner's account waits for its decision already.");
        }

        var proposed = new PayeeAccount
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = caller.Jurisdiction!,
            Owner = owner.Key,
            OwnerName = owner.Name,
            Name = request.Name.Trim(),
            Number = request.Number,
            Bank = string.IsNullOrWhiteSpace(request.Bank) ? null : request.Bank.Trim(),
            Reason = request.Reason.Trim(),
            Proposed = caller.Signs(clock),
        };
        db.PayeeAccounts.Add(proposed);
        await db.SaveChangesAsync(ct);
        return PayeeAccountView.Of(proposed, whole: true);
    }

    private sealed record OwnerKey(string Key, string Name);

    private static async Task<Outcome<OwnerKey>> OwnerAsync(PayeeAccountProposal request, FundingDb db, Caller caller, CancellationToken ct)
    {
        if (request.InstitutionId is { } body)
        {
            var name = await db.Accounts.VisibleTo(caller).Where(a => a.InstitutionId == body).Select(a => a.Name).SingleOrDefaultAsync(ct);
            return name is null ? ReadAccounts.NotFound(body) : new OwnerKey(PayeeAccount.OwnerOf(body), name);
        }

        var known = await db.PayeeAccounts.Where(a => a.Jurisdiction == caller.Jurisdiction && a.Owner == request.Code && a.Status == PayeeAccountStatus.Confirmed)
            .Select(a => a.OwnerName).SingleOrDefaultAsync(ct);
        return known is null ? Refusal.NotFound("payee", request.Code ?? "", "收款单位") : new OwnerKey(request.Code!, known);
    }

    private static Refusal? Check(PayeeAccountProposal request) => Checks.First(
        request.InstitutionId is null == request.Code is null
            ? Refusal.BadInput("institutionId", request.InstitutionId, "须填写单位或统一社会信用代码之一。", "Give either the institution or the social credit code.")
            : null,
        Checks.Text("name", request.Name, 100),
        Checks.BankAccount("number", request.Number),
        request.Bank is { Length: > 0 } ? Checks.Text("bank", request.Bank, 100) : null,
        Checks.Text("reason", request.Reason));
}
