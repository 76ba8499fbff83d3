using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Bans;

/// <summary>The bans of a legal person, and those that rule a day. The bureau sees its jurisdiction's, an operator its own.</summary>
internal static class ReadBans
{
    public static async Task<Page<BanView>> ListAsync(
        string? code, DateOnly? on, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var own = caller.IsAny(BanEndpoints.Bureau) ? null : caller.Organisation ?? "";
        var bans = db.Bans.AsNoTracking().Where(ban => ban.Jurisdiction == caller.Jurisdiction && (own == null || ban.Code == own));
        if (code is not null)
        {
            var wanted = SocialCreditCode.TryParse(code, out var parsed) ? parsed.Value : code;
            bans = bans.Where(ban => ban.Code == wanted);
        }

        bans = on is null ? bans : bans.Where(ban => ban.From <= on && ban.LastDay >= on && (ban.LiftedOn == null || ban.LiftedOn > on));
        return (await bans.ToPageAsync(page, ban => ban.Id, cancellationToken, newestFirst: true)).Select(BanView.Of);
    }
}
