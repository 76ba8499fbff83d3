using Contracts.Refusals;
using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.CaseDecisions;

/// <summary>The city records a decision on one body (EO-07) or one result (HB-28); it counts once another person has confirmed it.</summary>
internal static class RecordCaseDecision
{
    public const int MaxName = 200;

    internal sealed record CaseDecisionRequest(
        string Programme,
        CaseDecisionKind Kind,
        string SubjectName,
        string SubjectCode,
        string Terms,
        string DocumentNumber,
        DateOnly DecidedOn,
        DateOnly? ValidUntil = null);

    public static async Task<CreatedAnswer<CaseDecisionView>> HandleAsync(
        CaseDecisionRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<CaseDecision>(
            async ct =>
            {
                // P-6: what a plan that is over would begin anew is not decided under it; the record itself may come later.
                var day = request.DecidedOn < clock.Today ? request.DecidedOn : clock.Today;
                if (!(await packs.InForceAsync(request.Programme, day, caller, ct)).Accepted(out var pack, out var closed))
                {
                    return closed;
                }

                if (!Decide(request, pack, caller, clock.UtcNow).Accepted(out var decision, out var refused))
                {
                    return refused;
                }

                var (number, code, name) = (decision.DocumentNumber, decision.SubjectCode, decision.SubjectName);
                if (await db.CaseDecisions.AnyAsync(
                    d => d.Jurisdiction == caller.Jurisdiction && d.DocumentNumber == number && d.SubjectCode == code && d.SubjectName == name, ct))
                {
                    return Refusal.Conflict("case-recorded", decision.Clause, $"文号“{number}”对“{name}”的决定已登记。", $"The decision '{number}' on '{name}' is recorded already.")
                        .With("documentNumber", number);
                }

                db.CaseDecisions.Add(decision);
                return decision;
            },
            cancellationToken);
        return outcome.ToCreated(CaseDecisionView.Of, view => $"/api/registry/case-decisions/{view.Id}");
    }

    public static Outcome<CaseDecision> Decide(CaseDecisionRequest request, PolicyPack pack, Caller caller, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.CaseDecision);
        var refused = CheckKind(request, pack, clause)
            ?? Documents.Check(request.DocumentNumber, "decidedOn", request.DecidedOn, BusinessClock.DayOf(now), clause)
            ?? CheckSubject(request)
            ?? Reasons.Check("terms", request.Terms);
        if (refused is not null)
        {
            return refused;
        }

        var decision = new CaseDecision
        {
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            Kind = request.Kind,
            SubjectName = request.SubjectName.Trim(),
            SubjectCode = SocialCreditCode.TryParse(request.SubjectCode, out var code) ? code.Value : request.SubjectCode,
            Terms = request.Terms.Trim(),
            DocumentNumber = request.DocumentNumber.Trim(),
            DecidedOn = request.DecidedOn,
            ValidUntil = request.ValidUntil,
            Clause = clause,
            RecordedAt = now,
            RecordedBySubject = caller.Subject,
            RecordedByName = caller.SignedName(),
            RecorderCountsAs = [.. caller.CountsAs],
        };
        return decision.CheckOwn(caller) is { } own ? own : decision;
    }

    // A programme whose route rests on such decisions takes them on bodies (EO-07); one that only knows the step, on results (HB-28).
    private static Refusal? CheckKind(CaseDecisionRequest request, PolicyPack pack, string clause)
    {
        var known = pack.Step(Procedure.CaseDecision) is null ? (CaseDecisionKind?)null
            : pack.Routes.Any(route => route.Takes(Route.CaseDecision)) ? CaseDecisionKind.Body
            : CaseDecisionKind.Result;
        return request.Kind == known
            ? null
            : Refusal.Conflict("no-case-decisions", clause, "该项目没有此类“一事一议”。", "This programme takes no such case-by-case decisions.")
                .With("programme", pack.Programme)
                .With("kind", request.Kind)
                .With("known", known);
    }

    private static Refusal? CheckSubject(CaseDecisionRequest request)
    {
        if (request.SubjectName.Trim().Length is 0 or > MaxName)
        {
            return Refusal.BadInput("subjectName", request.SubjectName, $"请填写决定所涉的单位或成果名称，不超过 {MaxName} 字。", $"Name the body or the result, in at most {MaxName} characters.");
        }

        if (!SocialCreditCode.TryParse(request.SubjectCode, out _))
        {
            return Refusal.BadInput("subjectCode", request.SubjectCode, "统一社会信用代码有误（18 位，含校验码）。", "This is not a valid unified social credit code.");
        }

        return request.ValidUntil < request.DecidedOn
            ? Refusal.BadInput("validUntil", request.ValidUntil, "有效期不得早于决定日期。", "A decision cannot have run out before it was taken.").With("decidedOn", request.DecidedOn)
            : null;
    }

    /// <summary>Nobody decides on their own organisation; null where all is well.</summary>
    public static Refusal? CheckOwn(this CaseDecision decision, Caller caller) =>
        caller.Organisation == decision.SubjectCode
            ? new Refusal(RefusalKind.Forbidden, "own-organisation", decision.Clause, "不得登记或确认对本人所在单位的决定，请由他人办理。", "Nobody records or confirms a decision on their own organisation; another person must do it.")
                .With("subjectCode", decision.SubjectCode)
            : null;
}
