using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Changes;

/// <summary>An operator reports a major change of its own body (ZS-21). It has happened: what is still to come cannot be reported.</summary>
internal static class ReportChange
{
    /// <summary>What changed and when; at a merger the institution that it took in.</summary>
    internal sealed record ChangeRequest(IReadOnlyList<ChangeKind> Kinds, DateOnly ChangedOn, string Description, Guid? Absorbs = null);

    public static async Task<CreatedAnswer<ChangeView>> HandleAsync(
        Guid id, ChangeRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<MajorChange>(
            async ct =>
            {
                var parties = await db.Institutions.AsNoTracking().Include(i => i.History)
                    .Where(i => i.Jurisdiction == caller.Jurisdiction && (i.Id == id || i.Id == request.Absorbs))
                    .ToDictionaryAsync(i => i.Id, ct);
                if (parties.GetValueOrDefault(id) is not { } institution || !institution.IsOf(caller))
                {
                    return Refusal.NotFound("institution", id, "机构");
                }

                if (request.Absorbs is { } absorbs && !parties.ContainsKey(absorbs))
                {
                    return Refusal.NotFound("institution", absorbs, "机构");
                }

                if (!(await packs.RulingAsync(institution.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var decided = Decide(request, institution, parties.GetValueOrDefault(request.Absorbs ?? Guid.Empty), pack, caller, clock.Today, clock.UtcNow);
                if (decided.Accepted(out var change, out _))
                {
                    db.MajorChanges.Add(change);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(ChangeView.Of, view => $"/api/registry/changes/{view.Id}");
    }

    public static Outcome<MajorChange> Decide(
        ChangeRequest request, Institution institution, Institution? absorbed, PolicyPack pack, Caller caller, DateOnly today, DateTime now)
    {
        if (pack.Step(Procedure.Change) is not { } step)
        {
            return Refusal.Conflict("no-changes", pack.ClauseOf(Procedure.Change), "该项目没有重大变化报告这一环节。", "This programme has no reports of major changes.")
                .With("programme", pack.Programme);
        }

        var clause = step.Citation.ClauseId;
        if ((Check(request, institution, clause, today) ?? Merger.Check(institution, absorbed, request.ChangedOn, clause)) is { } refused)
        {
            return refused;
        }

        return new MajorChange
        {
            InstitutionId = institution.Id,
            InstitutionName = institution.Name,
            Programme = institution.Programme,
            Jurisdiction = institution.Jurisdiction,
            District = institution.District,
            Organisation = caller.Organisation!,
            Kinds = [.. request.Kinds.Distinct()],
            ChangedOn = request.ChangedOn,
            Description = request.Description.Trim(),
            AbsorbsId = absorbed?.Id,
            AbsorbsName = absorbed?.Name,
            // ZS-21: 三个月内, P-2.
            DueOn = pack.PeriodOrNone(PackParameters.ChangeReportPeriod, today)?.Value.LastDay(request.ChangedOn),
            Clause = clause,
            ReportedAt = now,
            ReportedBySubject = caller.Subject,
            ReportedByName = caller.SignedName(),
        };
    }

    /// <summary>Whether the caller acts for this body: its implementing body, or the centre once it is a legal person.</summary>
    private static bool IsOf(this Institution institution, Caller caller) =>
        caller.Organisation is { } own && (own == institution.ImplementingBodyCode || own == institution.CentreCode);

    private static Refusal? Check(ChangeRequest request, Institution institution, string clause, DateOnly today)
    {
        if (request.Kinds.Count == 0)
        {
            return Refusal.BadInput("kinds", request.Kinds.Count, "请选择变化的种类。", "Say what kind of change it is.");
        }

        if (request.Absorbs is not null && !request.Kinds.Contains(ChangeKind.Merger))
        {
            return Refusal.BadInput("kinds", request.Kinds, "填报了并入的中心的，变化种类应包括合并。", "A change that takes another centre in is a merger; name that kind.");
        }

        return Reasons.Check("description", request.Description)
            ?? (request.ChangedOn > today
                ? Refusal.Conflict(
                    "change-in-future",
                    clause,
                    $"变化日期 {request.ChangedOn:yyyy-MM-dd} 晚于今天 {today:yyyy-MM-dd}，变化发生后再报告。",
                    $"The change is dated {request.ChangedOn:yyyy-MM-dd}, later than today, {today:yyyy-MM-dd}; report it once it has happened.")
                    .With("changedOn", request.ChangedOn)
                    .With("today", today)
                : Merger.CheckThere(institution, request.ChangedOn, clause));
    }
}
