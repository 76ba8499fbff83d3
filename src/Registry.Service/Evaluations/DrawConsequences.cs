using Contracts.Registry;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using Registry.Sanctions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Registry.Evaluations;

/// <summary>
/// Brings the cases against an institution in line with its results: proposes what they speak for, takes back what a correction has
/// left without ground, and ends a rectification that was passed. What harms stays a proposal (P-5); what frees happens by itself.
/// </summary>
internal sealed class DrawConsequences(RegistryDb db, PackShelf packs, BusinessClock clock)
{
    private static readonly Caller Platform = new("platform", "平台", new HashSet<string>(StringComparer.Ordinal));

    public async Task ApplyAsync(EvaluationResult news, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.Include(i => i.History).SingleOrDefaultAsync(i => i.Id == news.InstitutionId, cancellationToken);
        if (institution is null)
        {
            // Not one of this database's: there is nobody to draw consequences for.
            return;
        }

        var library = await packs.OpenAsync(cancellationToken);
        var results = await db.EvaluationResults.Where(r => r.InstitutionId == institution.Id).ToListAsync(cancellationToken);
        var cases = await db.SanctionCases.Where(c => c.InstitutionId == institution.Id).ToListAsync(cancellationToken);
        Weigh(institution, results, cases, news, year => library.Ruling(institution.Programme, ReferenceDays.OfYear(year)), clock.UtcNow);
    }

    private void Weigh(
        Institution institution,
        List<EvaluationResult> results,
        List<SanctionCase> cases,
        EvaluationResult news,
        Func<int, PolicyPack?> packOf,
        DateTime now)
    {
        // Taking back a rectification may leave a delisting without ground, so that comes before the rest is weighed.
        Withdraw(cases, WeighEvaluations.Charges(institution.Category, results, cases, packOf), news, now, c => c.Measure == SanctionMeasures.Rectification);
        var charges = WeighEvaluations.Charges(institution.Category, results, cases, packOf);
        Withdraw(cases, charges, news, now, c => c.Status == SanctionStatus.Proposed);
        var version = institution.Version;
        var end = StandingOn.LastEnd(institution.History)?.RecordedAt;
        var current = cases.Where(c => end is null || c.ClosedAt > end).ToList();
        EndRectification(institution, WeighEvaluations.StandingRectifications(results, current, packOf), cases, news, now);
        if (institution.Version != version)
        {
            db.Publish($"institution/{institution.Id}", institution.Announce());
        }

        db.SanctionCases.AddRange(charges
            .Where(charge => IsNews(charge, institution, cases))
            .Select(charge => Propose(charge, institution, packOf(charge.Year)!.Find(charge.Ground)!, now)));
    }

    private static bool IsNews(WeighEvaluations.Charge charge, Institution institution, List<SanctionCase> cases) =>
        !cases.Exists(c => c.Ground == charge.Ground
            && (c.Cause == charge.Cause || (c.Year == charge.Year && c.Status is SanctionStatus.Proposed or SanctionStatus.Confirmed)))
        // A body that is gone has nothing to put right (ZS-19), nor has one recognised anew for what was before; bans still may follow (ZS-20, ZS-22).
        && !(charge.Ground == SanctionGrounds.EvaluationFailed && (Standings.HasEnded(institution.Standing) || charge.FoundOn <= EndOf(institution)));

    private static DateOnly? EndOf(Institution institution) =>
        StandingOn.LastEnd(institution.History) is { } end ? BusinessClock.DayOf(end.RecordedAt) : null;

    /// <summary>Takes back the cases that no charge bears out any more. A confirmed delisting or revocation stays: only persons undo it.</summary>
    private static void Withdraw(
        List<SanctionCase> cases, IReadOnlyList<WeighEvaluations.Charge> charges, EvaluationResult news, DateTime now, Func<SanctionCase, bool> which)
    {
        foreach (var sanction in cases.Where(c =>
            c is { ProposedBySubject: null, Status: SanctionStatus.Proposed or SanctionStatus.Confirmed }
            && which(c)
            && !charges.Any(charge => charge.Ground == c.Ground && charge.Year == c.Year)))
        {
            sanction.Reason = $"评价结果已更正({news.DocumentNumber})。/ The result was corrected ({news.DocumentNumber}).";
            sanction.Close(SanctionStatus.Withdrawn, Platform, now);
        }
    }

    /// <summary>ZS-19, EI-09: no rectification stands any more, so the body is again what it was; nobody is harmed by that (P-5).</summary>
    private static void EndRectification(
        Institution institution, IReadOnlyList<SanctionCase> standing, List<SanctionCase> cases, EvaluationResult news, DateTime now)
    {
        var until = standing.Max(c => c.LastDay);
        if (institution.Standing != Standings.UnderRectification || institution.RectificationUntil == until)
        {
            return;
        }

        institution.RectificationUntil = until;
        if (until is not null)
        {
            // Of two years one is mended: the other's rectification runs on.
            institution.Version++;
            return;
        }

        var clause = cases.First(c => c.Measure == SanctionMeasures.Rectification).Clause;
        institution.Becomes(StandingOn.BeforeRectification(institution.History), news.PublishedOn, new StandingDecision(news.DocumentNumber, news.PublishedOn, clause), Platform, now);
    }

    private static SanctionCase Propose(WeighEvaluations.Charge charge, Institution institution, Ground ground, DateTime now) => new()
    {
        InstitutionId = institution.Id,
        InstitutionName = institution.Name,
        Programme = institution.Programme,
        Jurisdiction = institution.Jurisdiction,
        District = institution.District,
        Organisation = institution.ImplementingBodyCode,
        Ground = ground.Name,
        GroundZh = ground.Label.Zh,
        GroundEn = ground.Label.En,
        Measure = ground.Measure,
        Clause = ground.Citation.ClauseId,
        Cause = charge.Cause,
        Facts = $"{charge.Zh}/ {charge.En}",
        FoundOn = charge.FoundOn,
        Year = charge.Year,
        ProposedAt = now,
        ProposedByName = Platform.Name,
    };
}
