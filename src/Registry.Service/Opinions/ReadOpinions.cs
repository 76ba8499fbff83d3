using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Opinions;

/// <summary>The register of opinions and reports: a list for the jurisdiction, one by its number for anyone.</summary>
internal static class ReadOpinions
{
    public static async Task<Page<OpinionView>> ListAsync(
        Guid? institution,
        string? programme,
        Choice<OpinionKind>? kind,
        bool? priority,
        PageQuery page,
        HttpContext http,
        RegistryDb db,
        CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var rows = db.Opinions.AsNoTracking().Where(o => o.Jurisdiction == jurisdiction);
        rows = institution is null ? rows : rows.Where(o => o.InstitutionId == institution);
        rows = programme is null ? rows : rows.Where(o => o.Programme == programme);
        rows = priority is null ? rows : rows.Where(o => o.Priority == priority);
        if (kind is { Value: var wanted })
        {
            rows = rows.Where(o => o.Kind == wanted);
        }

        return (await rows.ToPageAsync(page, o => o.Id, cancellationToken, newestFirst: true)).Select(OpinionView.Of);
    }

    /// <summary>Whether a number is genuine, and what the centre was on that day; without signing in (ZS-32).</summary>
    public static async Task<Answer<OpinionVerification>> VerifyAsync(string number, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var normalised = number.Trim().ToUpperInvariant();
        var opinion = await db.Opinions.AsNoTracking().SingleOrDefaultAsync(o => o.Number == normalised, cancellationToken);
        if (opinion is null)
        {
            Outcome<OpinionVerification> unknown = Refusal.NotFound("opinion or report", normalised, "意见或报告");
            return unknown.ToHttp();
        }

        var history = await db.Set<StandingEntry>().AsNoTracking().Where(e => e.InstitutionId == opinion.InstitutionId).ToListAsync(cancellationToken);
        Outcome<OpinionVerification> verified = OpinionVerification.Of(opinion, history, clock.Today);
        return verified.ToHttp();
    }
}
