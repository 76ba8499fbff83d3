using Contracts.Refusals;
using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Places;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Invitations;

/// <summary>A district, for itself, or the city invites the person who will act for an organisation.</summary>
internal static class InviteOperator
{
    private const string Clause = "invitations";
    private const int MaxTextLength = 100;
    private const int LongestDays = 90;
    private const int MostOpen = 20;

    internal sealed record InvitationRequest(
        string OrganisationCode, string OrganisationName, string Name, DateOnly ExpiresOn, string? District = null, string? Park = null, string? Email = null);

    public static async Task<CreatedAnswer<InvitationView>> HandleAsync(
        InvitationRequest request, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var (caller, today, code) = (http.Caller(), clock.Today, InvitationCode.Make());
        var outcome = await db.WriteUniqueAsync<Invitation>(
            async ct =>
            {
                if (!Decide(request, code, caller, today, clock.UtcNow).Accepted(out var invitation, out var refused))
                {
                    return refused;
                }

                var elsewhere = await db.CheckPlaceAsync("district", invitation.District, invitation.Jurisdiction, today, park: false, ct)
                    ?? (invitation.Park is null
                        ? null
                        : await db.CheckPlaceAsync("park", invitation.Park, invitation.Jurisdiction, today, park: true, ct, invitation.District))
                    ?? await TooManyAsync(invitation, db, ct);
                if (elsewhere is not null)
                {
                    return elsewhere;
                }

                db.Invitations.Add(invitation);
                await db.SaveChangesAsync(ct);
                return invitation;
            },
            cancellationToken);
        return outcome.ToCreated(invitation => InvitationView.Of(invitation, today, code), view => $"/api/registry/invitations/{view.Id}");
    }

    public static Outcome<Invitation> Decide(InvitationRequest request, string code, Caller caller, DateOnly today, DateTime now)
    {
        // A district invites for itself alone, whatever it asks for.
        var district = caller.Is(Roles.CityReviewer) ? request.District : caller.District;
        if (caller.Jurisdiction is not { } jurisdiction || district is null || (request.District is not null && request.District != district))
        {
            return Refusal.BadInput("district", request.District, "请选择所在地区；各地区只能邀请本地区的单位。", "Name the district; a district invites for itself alone.");
        }

        if (!SocialCreditCode.TryParse(request.OrganisationCode, out var organisation))
        {
            return Refusal.BadInput("organisationCode", request.OrganisationCode, "统一社会信用代码无效（18位，含校验码）。", "This is no unified social credit code of 18 characters.");
        }

        if (CheckTexts(request) is { } unwritten)
        {
            return unwritten;
        }

        if (request.ExpiresOn < today || request.ExpiresOn > today.AddDays(LongestDays))
        {
            return Refusal.BadInput(
                "expiresOn", request.ExpiresOn, $"有效期应在今天至 {LongestDays} 天内。", $"It may be redeemed until a day from today to {LongestDays} days on.")
                .With("today", today);
        }

        return new Invitation
        {
            Jurisdiction = jurisdiction,
            District = district,
            Park = request.Park,
            OrganisationCode = organisation.Value,
            OrganisationName = request.OrganisationName.Trim(),
            Name = request.Name.Trim(),
            Email = string.IsNullOrWhiteSpace(request.Email) ? null : request.Email.Trim(),
            CodeHash = InvitationCode.Hash(code)!,
            ExpiresOn = request.ExpiresOn,
            InvitedAt = now,
            InvitedBySubject = caller.Subject,
            InvitedByName = caller.SignedName(),
        };
    }

    private static Refusal? CheckTexts(InvitationRequest request)
    {
        var wrong = new[] { ("organisationName", request.OrganisationName), ("name", request.Name) }
            .FirstOrDefault(text => string.IsNullOrWhiteSpace(text.Item2) || text.Item2.Length > MaxTextLength);
        if (wrong.Item1 is not null)
        {
            return Refusal.BadInput(wrong.Item1, wrong.Item2, $"请填写单位名称和受邀人姓名，各不超过 {MaxTextLength} 字。", $"Give the organisation's and the person's name, at most {MaxTextLength} characters each.");
        }

        return request.Email is { Length: > 0 } email && (email.Length > MaxTextLength || !email.Contains('@', StringComparison.Ordinal))
            ? Refusal.BadInput("email", email, "电子邮箱无效。", "This is no e-mail address.")
            : null;
    }

    private static async Task<Refusal?> TooManyAsync(Invitation invitation, RegistryDb db, CancellationToken cancellationToken) =>
        await db.Invitations.CountAsync(i => i.OrganisationCode == invitation.OrganisationCode && i.Status == InvitationStatus.Open && i.Jurisdiction == invitation.Jurisdiction, cancellationToken) >= MostOpen
            ? Refusal.Conflict("too-many-invitations", Clause, $"该单位未使用的邀请已达 {MostOpen} 个，请先撤回。", $"The organisation has {MostOpen} open invitations; revoke some first.")
                .With("organisationCode", invitation.OrganisationCode)
            : null;
}
