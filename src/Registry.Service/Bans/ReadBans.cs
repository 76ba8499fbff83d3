using Contracts.Refusals;
using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Bans;

/// <summary>The bans of a legal person, those that rule a day, and those whose lifting waits for a second person. The bureau sees its jurisdiction's, an operator its own.</summary>
internal static class ReadBans
{
    public static async Task<Page<BanView>> ListAsync(
        string? code, DateOnly? on, bool? lifting, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var bans = VisibleTo(db, http.Caller());
        if (code is not null)
        {
            var wanted = SocialCreditCode.TryParse(code, out var parsed) ? parsed.Value : code;
            bans = bans.Where(ban => ban.Code == wanted);
        }

        bans = on is null ? bans : bans.Where(ban => ban.From <= on && ban.LastDay >= on && (ban.LiftedOn == null || ban.LiftedOn > on));
        bans = lifting is true ? bans.Where(ban => ban.Liftings.Any(l => l.Status == LiftingStatus.Proposed)) : bans;
        return (await bans.ToPageAsync(page, ban => ban.Id, cancellationToken, newestFirst: true)).Select(BanView.Of);
    }

    public static async Task<Answer<BanView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var ban = await VisibleTo(db, http.Caller()).SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
        Outcome<Ban> outcome = ban is null ? Refusal.NotFound("ban", id, "禁止期") : ban;
        return outcome.ToHttp(BanView.Of);
    }

    private static IQueryable<Ban> VisibleTo(RegistryDb db, Caller caller)
    {
        var own = caller.IsAny(BanEndpoints.Bureau) ? null : caller.Organisation ?? "";
        return db.Bans.AsNoTracking()
            .Include(ban => ban.Liftings.OrderBy(lifting => lifting.Id))
            .Where(ban => ban.Jurisdiction == caller.Jurisdiction && (own == null || ban.Code == own));
    }
}
