using Contracts.Refusals;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Sanctions;

/// <summary>A city reviewer proposes a ground that persons find, such as serious fraud in applying (ZS-22). Nothing happens until another confirms it.</summary>
internal static class ProposeSanction
{
    /// <summary>What was found, when, and by which authority and document.</summary>
    internal sealed record SanctionRequest(
        Guid InstitutionId, string Ground, string Facts, DateOnly FoundOn, string? Authority = null, string? DocumentNumber = null);

    public static async Task<CreatedAnswer<SanctionView>> HandleAsync(
        SanctionRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<SanctionCase>(
            async ct =>
            {
                var institution = await db.Institutions.AsNoTracking()
                    .SingleOrDefaultAsync(i => i.Id == request.InstitutionId && i.Jurisdiction == caller.Jurisdiction, ct);
                if (institution is null)
                {
                    return Refusal.NotFound("institution", request.InstitutionId, "机构");
                }

                if (!(await packs.RulingAsync(institution.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var decided = Decide(request, institution, pack, caller, clock.Today, clock.UtcNow);
                if (decided.Accepted(out var sanction, out _))
                {
                    db.SanctionCases.Add(sanction);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(SanctionView.Of, view => $"/api/registry/sanctions/{view.Id}");
    }

    public static Outcome<SanctionCase> Decide(
        SanctionRequest request, Institution institution, PolicyPack pack, Caller caller, DateOnly today, DateTime now)
    {
        if (pack.Find(request.Ground) is not { } ground)
        {
            return Refusal.BadInput("ground", request.Ground, "该项目的政策没有这一情形。", "The programme's pack has no such ground.")
                .With("grounds", pack.Grounds.Select(g => g.Name).Where(name => pack.OriginOf(name) is null));
        }

        if (Check(request, ground, institution, pack, today) is { } refused)
        {
            return refused;
        }

        var id = Guid.CreateVersion7();
        return new SanctionCase
        {
            Id = id,
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
            Cause = $"case:{id}",
            Facts = request.Facts.Trim(),
            FoundOn = request.FoundOn,
            Authority = request.Authority?.Trim(),
            FindingNumber = request.DocumentNumber?.Trim(),
            ProposedAt = now,
            ProposedBySubject = caller.Subject,
            ProposedByName = caller.SignedName(),
        };
    }

    private static Refusal? Check(SanctionRequest request, Ground ground, Institution institution, PolicyPack pack, DateOnly today)
    {
        var clause = ground.Citation.ClauseId;
        if (pack.OriginOf(ground.Name) is { } origin)
        {
            return Refusal.Conflict("ground-not-by-hand", clause, origin.Zh, origin.En).With("ground", ground.Name);
        }

        if (CheckCategory(ground, institution, pack) is { } spared)
        {
            return spared;
        }

        if (Reasons.Check("facts", request.Facts) is { } wordless)
        {
            return wordless;
        }

        if (request.Authority?.Length > Documents.MaxNumberLength || request.DocumentNumber?.Length > Documents.MaxNumberLength)
        {
            return Refusal.BadInput(
                "authority", request.Authority, $"认定机关和文号各不超过 {Documents.MaxNumberLength} 字。", $"The authority and the document's number are at most {Documents.MaxNumberLength} characters each.");
        }

        if (request.FoundOn > today)
        {
            return Refusal.Conflict("date-in-future", clause, $"认定日期 {request.FoundOn:yyyy-MM-dd} 晚于今天 {today:yyyy-MM-dd}。", $"The day of the finding, {request.FoundOn:yyyy-MM-dd}, is later than today, {today:yyyy-MM-dd}.")
                .With("foundOn", request.FoundOn).With("today", today);
        }

        // Without a ban of its own there is nothing left to take from a body that is gone.
        return (ground.Term is null || ground.Measure == SanctionMeasures.Removal) && Standings.HasEnded(institution.Standing) ? CarryOut.Ended(institution, clause) : null;
    }

    private static Refusal? CheckCategory(Ground ground, Institution institution, PolicyPack pack)
    {
        if (ground.Hits(institution.Category))
        {
            return null;
        }

        var names = ground.Categories.Select(key => pack.Category(key)!.Label).ToList();
        return Refusal.Conflict(
                "ground-for-other-category",
                ground.Citation.ClauseId,
                $"“{ground.Label.Zh}”只适用于{string.Join("、", names.Select(name => name.Zh))}，不适用于该机构的类型。",
                $"'{ground.Label.En}' is a ground against {string.Join(", ", names.Select(name => name.En))} alone, not against an institution of this category.")
            .With("ground", ground.Name).With("category", institution.Category).With("categories", ground.Categories);
    }
}
