using System.Globalization;
using Contracts.Refusals;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Opinions;

/// <summary>A recognised centre enters an opinion or report on a project into its register (ZS-32).</summary>
internal static class RegisterOpinion
{
    /// <summary>The step of a pack's procedure under which centres keep such a register.</summary>
    public const string Step = "opinion";

    public const int MaxProjectLength = 200;
    public const int MaxConclusionLength = 2000;

    /// <summary>What the centre found. <paramref name="Priority"/> asks that the project be taken first.</summary>
    internal sealed record OpinionRequest(
        OpinionKind Kind, string Project, ProjectLevel ProjectLevel, string Conclusion, DateOnly IssuedOn, bool Priority);

    public static async Task<CreatedAnswer<OpinionView>> HandleAsync(
        Guid id, OpinionRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<Opinion>>(
            async ct =>
            {
                // One statement takes the next number and holds the centre's row until the end: two at once get two numbers, and a
                // refusal gives its number back. The centre's own version stays.
                var taken = await db.Institutions.RunBy(caller).Where(i => i.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.OpinionsIssued, i => i.OpinionsIssued + 1), ct);
                if (taken == 0)
                {
                    return Refusal.NotFound("institution", id, "机构");
                }

                var centre = await db.Institutions.AsNoTracking().Include(i => i.History).SingleAsync(i => i.Id == id, ct);
                if (!(await packs.RulingAsync(centre.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var lastIssuedOn = await db.Opinions.Where(o => o.InstitutionId == id).MaxAsync(o => (DateOnly?)o.IssuedOn, ct);
                var decided = Decide(centre, request, lastIssuedOn, pack, caller, clock.UtcNow);
                if (decided.Accepted(out var opinion, out _))
                {
                    db.Opinions.Add(opinion);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(OpinionView.Of, view => $"/api/registry/public/opinions/{view.Number}");
    }

    /// <summary><paramref name="centre"/> has counted this opinion already.</summary>
    public static Outcome<Opinion> Decide(
        Institution centre, OpinionRequest request, DateOnly? lastIssuedOn, PolicyPack pack, Caller caller, DateTime now)
    {
        var today = BusinessClock.DayOf(now);
        var clause = pack.ClauseOf(Step);
        var refused = CheckTexts(request)
            ?? CheckStep(pack, clause)
            ?? CheckDay(request.IssuedOn, lastIssuedOn, today, clause)
            ?? CheckStanding(centre, request.IssuedOn, clause)
            // Nor does a centre that has lost its recognition since go on registering under older dates.
            ?? CheckStanding(centre, today, clause);
        return refused is not null
            ? refused
            : new Opinion
            {
                InstitutionId = centre.Id,
                Programme = centre.Programme,
                Jurisdiction = centre.Jurisdiction,
                Serial = centre.OpinionsIssued,
                Number = NumberOf(centre.Id, centre.OpinionsIssued),
                InstitutionName = centre.Name,
                Kind = request.Kind,
                Project = request.Project.Trim(),
                ProjectLevel = request.ProjectLevel,
                Conclusion = request.Conclusion.Trim(),
                Priority = request.Priority,
                IssuedOn = request.IssuedOn,
                StandingThen = StandingOn.Find(centre.History, request.IssuedOn)!.Standing,
                RecordedAt = now,
                RecordedBySubject = caller.Subject,
                RecordedByName = caller.SignedName(),
            };
    }

    /// <summary>The number printed on an opinion: the register's letters, from the random end of the centre's key, and the number in it.</summary>
    public static string NumberOf(Guid institutionId, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{institutionId.ToString("N")[^8..].ToUpperInvariant()}-{serial:D4}");

    private static Refusal? CheckTexts(OpinionRequest request) =>
        Check("project", request.Project, MaxProjectLength) ?? Check("conclusion", request.Conclusion, MaxConclusionLength);

    private static Refusal? Check(string field, string? text, int max) =>
        text?.Trim().Length is > 0 and var length && length <= max
            ? null
            : Refusal.BadInput(field, text?.Length, $"请填写，不超过 {max} 字。", $"Give a text of at most {max} characters.");

    private static Refusal? CheckStep(PolicyPack pack, string clause) =>
        pack.Step(Step) is not null
            ? null
            : Refusal.Conflict("no-opinion-register", clause, "该项目政策没有出具项目意见和报告的规定。", "This programme has no register of project opinions and reports.")
                .With("programme", pack.Programme);

    private static Refusal? CheckDay(DateOnly issuedOn, DateOnly? lastIssuedOn, DateOnly today, string clause)
    {
        if (issuedOn > today)
        {
            return Refusal.Conflict("date-in-future", clause, $"出具日期 {issuedOn:yyyy-MM-dd} 晚于今天 {today:yyyy-MM-dd}。", $"The date {issuedOn:yyyy-MM-dd} is later than today, {today:yyyy-MM-dd}.")
                .With("issuedOn", issuedOn).With("today", today);
        }

        return issuedOn < lastIssuedOn
            ? Refusal.Conflict(
                    "dated-before-last",
                    clause,
                    $"编号按出具先后连续编排，日期不得早于上一份的 {lastIssuedOn:yyyy-MM-dd}。",
                    $"Numbers follow the order of issue: the date cannot be earlier than that of the last one, {lastIssuedOn:yyyy-MM-dd}.")
                .With("issuedOn", issuedOn).With("lastIssuedOn", lastIssuedOn)
            : null;
    }

    private static Refusal? CheckStanding(Institution centre, DateOnly day, string clause)
    {
        var standing = StandingOn.Find(centre.History, day)?.Standing;
        return standing is not null && Standings.IsRecognised(standing)
            ? null
            : Refusal.Conflict(
                    "not-recognised",
                    clause,
                    $"{day:yyyy-MM-dd} 当日该机构不是已认定的中心，其意见和报告不能编号登记。",
                    $"On {day:yyyy-MM-dd} the institution is not a recognised centre; its opinions and reports are not registered.")
                .With("on", day).With("standing", standing);
    }
}
