using Contracts.Refusals;
using Contracts.Registry;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using Registry.Sanctions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Changes;

/// <summary>
/// The city holds a changed body against the conditions of recognition once more (ZS-21, ZS-09…12). Still met: nothing changes, and a
/// merger is carried out. Not met: a case, which another person confirms (P-5).
/// </summary>
internal static class ExamineChange
{
    /// <summary>What was found for each clause of the conditions; the document is needed where a merger is carried out by it.</summary>
    internal sealed record ExaminationRequest(
        bool Conforms, IReadOnlyList<ExaminationFinding> Findings, string Reason, string? DocumentNumber = null, DateOnly? DecidedOn = null);

    /// <summary>One clause's finding.</summary>
    internal sealed record ExaminationFinding(string Clause, bool Met, string? Note = null);

    public static async Task<Answer<ChangeView>> HandleAsync(
        Guid id, ExaminationRequest request, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<MajorChange>(
            async ct =>
            {
                if (await db.FindChangeAsync(id, caller, ct) is not { } change)
                {
                    return ChangeAccess.NotFound(id);
                }

                if (seen.Check(change) is { } stale)
                {
                    return stale;
                }

                if (!(await packs.RulingAsync(change.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var bodies = await db.Institutions.Include(i => i.History).Where(i => i.Id == change.InstitutionId || i.Id == change.AbsorbsId).ToDictionaryAsync(i => i.Id, ct);
                var bound = new Bound(bodies[change.InstitutionId], bodies.GetValueOrDefault(change.AbsorbsId ?? Guid.Empty));
                if (!Decide(change, bound, request, pack, caller, clock.Today, clock.UtcNow).Accepted(out var consequence, out var refused))
                {
                    return refused;
                }

                Record(consequence, bound, db);
                return change;
            },
            cancellationToken);
        return outcome.ToHttp(ChangeView.Of);
    }

    /// <summary>The bodies that a change is about.</summary>
    internal sealed record Bound(Institution Institution, Institution? Absorbed);

    /// <summary>What an examination brought about beside its own record.</summary>
    internal sealed record Consequence(SanctionCase? Case, bool Merged);

    public static Outcome<Consequence> Decide(
        MajorChange change, Bound bodies, ExaminationRequest request, PolicyPack pack, Caller caller, DateOnly today, DateTime now)
    {
        var refused = ExaminationChecks.Turn(change)
            ?? ExaminationChecks.Findings(request, pack, change.Clause)
            ?? Reasons.Check("reason", request.Reason);
        if (refused is not null)
        {
            return refused;
        }

        var merges = request.Conforms && bodies.Absorbed is not null;
        if (merges && (Merger.CheckThere(bodies.Institution, change.ChangedOn, change.Clause) ?? Merger.Check(bodies.Institution, bodies.Absorbed, change.ChangedOn, change.Clause) ?? ExaminationChecks.Document(request, today, change)) is { } impossible)
        {
            return impossible;
        }

        change.Status = request.Conforms ? ChangeStatus.Kept : ChangeStatus.NotConforming;
        change.Findings = [.. request.Findings.Select(f => new ChangeFinding { Clause = f.Clause, Met = f.Met, Note = f.Note?.Trim() })];
        (change.Reason, change.ExaminedAt, change.ExaminedByName) = (request.Reason.Trim(), now, caller.SignedName());
        if (merges)
        {
            change.DocumentNumber = request.DocumentNumber!.Trim();
            var decision = new StandingDecision(change.DocumentNumber, request.DecidedOn!.Value, change.Clause);
            Merger.CarryOut(bodies.Institution, bodies.Absorbed!, change.ChangedOn, decision, caller, now);
        }

        // A body that is gone meanwhile has nothing left to lose, and its report is closed all the same. One under construction has no
        // recognition to lose either; its own way to it examines the conditions again.
        var ground = pack.Find(SanctionGrounds.ChangeDisqualifies);
        var sanction = request.Conforms || ground is null || !Standings.IsRecognised(bodies.Institution.Standing) ? null : Propose(change, bodies.Institution, ground, caller, now);
        change.SanctionId = sanction?.Id;
        return new Consequence(sanction, merges);
    }

    private static void Record(Consequence consequence, Bound bodies, RegistryDb db)
    {
        if (consequence.Case is { } sanction)
        {
            db.SanctionCases.Add(sanction);
        }

        if (consequence.Merged)
        {
            db.Publish($"institution/{bodies.Absorbed!.Id}", bodies.Absorbed.Announce());
            db.Publish($"institution/{bodies.Institution.Id}", bodies.Institution.Announce());
        }
    }

    private static SanctionCase Propose(MajorChange change, Institution institution, Ground ground, Caller caller, DateTime now) => new()
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
        Cause = $"change:{change.Id}",
        Facts = change.Reason!,
        FoundOn = change.ChangedOn,
        ChangeId = change.Id,
        ChangedOn = change.ChangedOn,
        ProposedAt = now,
        ProposedBySubject = caller.Subject,
        ProposedByName = caller.SignedName(),
    };
}
