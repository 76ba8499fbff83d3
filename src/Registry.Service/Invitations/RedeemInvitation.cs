using System.Security.Claims;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Invitations;

/// <summary>
/// The invited person, signed in with an account that is bound to nobody, redeems the code. It is taken first and the account bound then, so
/// that a code works once however the identity service fails; the same person repeats what was cut short.
/// </summary>
internal static class RedeemInvitation
{
    private const string Clause = "invitations";
    private const string EmailClaim = "email";

    internal sealed record RedeemRequest(string Code);

    /// <summary>Who redeems.</summary>
    internal sealed record Redeemer(Caller Caller, string? Email);

    public static async Task<Answer<InvitationView>> HandleAsync(
        RedeemRequest request, HttpContext http, RegistryDb db, Accounts accounts, BusinessClock clock, CancellationToken cancellationToken)
    {
        var redeemer = new Redeemer(http.Caller(), http.User.FindFirstValue(EmailClaim));
        var hash = InvitationCode.Hash(request.Code);
        var taken = await db.WriteUniqueAsync<Invitation>(
            async ct => await db.Invitations.SingleOrDefaultAsync(i => i.CodeHash == hash, ct) is { } invitation
                ? Take(invitation, redeemer, clock.Today, clock.UtcNow)
                : Unknown(),
            cancellationToken);
        if (!taken.Accepted(out var mine, out _))
        {
            return taken.ToHttp(invitation => InvitationView.Of(invitation, clock.Today));
        }

        if (await accounts.BindAccountAsync(redeemer.Caller.Subject, mine, cancellationToken) is { } unbound)
        {
            Outcome<InvitationView> refused = unbound;
            return refused.ToHttp();
        }

        var done = await db.WriteUniqueAsync<Invitation>(
            async ct =>
            {
                var bound = await db.Invitations.SingleAsync(i => i.Id == mine.Id, ct);
                bound.Status = InvitationStatus.Redeemed;
                return bound;
            },
            cancellationToken);
        return done.ToHttp(invitation => InvitationView.Of(invitation, clock.Today));
    }

    public static Outcome<Invitation> Take(Invitation invitation, Redeemer redeemer, DateOnly today, DateTime now)
    {
        var caller = redeemer.Caller;
        if (invitation.Status == InvitationStatus.Taken && invitation.RedeemedBySubject == caller.Subject)
        {
            // Cut short between taking and binding: the same person goes on.
            return invitation;
        }

        if ((CheckState(invitation, today) ?? CheckPerson(invitation, redeemer)) is { } refused)
        {
            return refused;
        }

        invitation.Status = InvitationStatus.Taken;
        (invitation.RedeemedBySubject, invitation.RedeemedByName, invitation.RedeemedAt) = (caller.Subject, caller.Name, now);
        return invitation;
    }

    private static Refusal? CheckState(Invitation invitation, DateOnly today) => invitation.Status switch
    {
        InvitationStatus.Revoked => Refusal.Conflict("invitation-revoked", Clause, "该邀请已撤回，请联系邀请单位。", "The invitation has been revoked; ask who invited you."),
        InvitationStatus.Taken or InvitationStatus.Redeemed =>
            Refusal.Conflict("invitation-used", Clause, "该邀请码已使用，每个邀请码只能使用一次。", "The code has been used; each code works once."),
        _ => invitation.ExpiresOn < today
            ? Refusal.Conflict(
                "invitation-expired",
                Clause,
                $"该邀请已于 {invitation.ExpiresOn:yyyy-MM-dd} 过期，请联系邀请单位重新邀请。",
                $"The invitation could be redeemed until {invitation.ExpiresOn:yyyy-MM-dd}; ask for a new one.")
                .With("expiresOn", invitation.ExpiresOn)
            : null,
    };

    private static Refusal? CheckPerson(Invitation invitation, Redeemer redeemer)
    {
        var caller = redeemer.Caller;
        if (caller.Organisation is not null)
        {
            return Refusal.Conflict("bound-already", Clause, "您的账号已绑定单位，不能再绑定。", "Your account is bound to an organisation already.").With("organisation", caller.Organisation);
        }

        // Who reviews or pays must not file: the chain's separation begins with the account.
        if ((caller.Jurisdiction is not null && caller.Jurisdiction != invitation.Jurisdiction) || caller.Roles.Any(role => role != Roles.Operator && Posts.Contains(role, StringComparer.Ordinal)))
        {
            return Refusal.Forbidden(Clause, "您的账号属于其他地区或另有岗位，不能作为申报单位账号。", "Your account belongs to another jurisdiction or has another post; it cannot act for an applicant.");
        }

        return Same(invitation.Name, caller.Name) && (invitation.Email is null || string.Equals(invitation.Email, redeemer.Email, StringComparison.OrdinalIgnoreCase))
            ? null
            : new Refusal(
                RefusalKind.Forbidden,
                "invitation-for-another",
                Clause,
                "该邀请不是发给您的：账号姓名或邮箱与邀请不符。",
                "The invitation is for somebody else: your account's name or e-mail address is another.");
    }

    private static readonly string[] Posts =
    [
        Roles.DistrictReviewer, Roles.ParkReviewer, Roles.CityReviewer, Roles.Expert, Roles.FinanceMaker, Roles.FinanceApprover,
        Roles.Leader, Roles.Auditor, Roles.Admin, Roles.Service,
    ];

    private static bool Same(string invited, string name) =>
        string.Equals(string.Concat(invited.Where(c => !char.IsWhiteSpace(c))), string.Concat(name.Where(c => !char.IsWhiteSpace(c))), StringComparison.OrdinalIgnoreCase);

    private static Refusal Unknown() =>
        new(RefusalKind.NotFound, "invitation-unknown", Clause, "没有这个邀请码，请核对后重新输入。", "There is no such code; check it and type it again.");
}
