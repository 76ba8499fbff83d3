using System.Text.Json;
using Contracts.Refusals;
using Contracts.Registry;
using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Calls;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>
/// An operator begins a draft for its own organisation (ZS-25), under an open call or for the recognition of its body under
/// construction where it names one: then the draft begins with what that body's last application said.
/// </summary>
internal static class StartApplication
{
    // Far more than an organisation writes at a time: what a machine may leave behind is bounded.
    private const int MaxDrafts = 200;

    internal sealed record StartRequest(string Programme, Guid? InstitutionId = null, Guid? CallId = null);

    public static async Task<CreatedAnswer<ApplicationView>> HandleAsync(
        StartRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<Application>>(
            async ct =>
            {
                var inForce = await packs.InForceAsync(request.Programme, clock.Today, caller, ct);
                if (!inForce.Accepted(out var pack, out var closed))
                {
                    return closed;
                }

                if (!Decide(pack, caller, clock.Today, clock.UtcNow).Accepted(out var application, out var refused))
                {
                    return refused;
                }

                if (await OpensForAsync(request.CallId, application, db, clock.UtcNow, ct) is { } unopened)
                {
                    return unopened;
                }

                if (await db.Applications.CountAsync(a => a.Organisation == application.Organisation && a.Status == ApplicationStatus.Draft, ct) >= MaxDrafts)
                {
                    return Refusal.Conflict("too-many-drafts", pack.ClauseOf(Procedure.Application), $"本单位已有 {MaxDrafts} 份草稿，请先提交或撤回。", $"Your organisation has {MaxDrafts} drafts already; hand some in or take them back first.")
                        .With("most", MaxDrafts);
                }

                db.Applications.Add(application);
                return request.InstitutionId is { } body ? await AboutAsync(application, body, pack, caller, db, ct) : application;
            },
            cancellationToken);
        return outcome.ToCreated(application => ApplicationView.Of(application, []), view => $"/api/registry/applications/{view.Id}");
    }

    /// <summary>A draft may be begun under a call that is open (EO-08).</summary>
    private static async Task<Refusal?> OpensForAsync(Guid? callId, Application application, RegistryDb db, DateTime now, CancellationToken cancellationToken)
    {
        if (callId is not { } id)
        {
            return null;
        }

        var call = await db.Calls.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == id && c.Programme == application.Programme && c.Jurisdiction == application.Jurisdiction, cancellationToken);
        application.CallId = call?.Id;
        return call is null ? ReadCalls.NotFound(id) : call.IsOpenAt(now) ? null : AnswerCall.Closed(call, now);
    }

    public static Outcome<Application> Decide(PolicyPack pack, Caller caller, DateOnly today, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.Application);
        if (pack.Step(Procedure.Application) is null || pack.Routes.Count == 0)
        {
            return Refusal.Conflict("no-applications", clause, "该项目不受理申请。", "This programme takes no applications.")
                .With("programme", pack.Programme);
        }

        if (!SocialCreditCode.TryParse(caller.Organisation, out var organisation) || caller.District is null)
        {
            return Refusal.Forbidden(
                clause,
                "您的账号未绑定单位的统一社会信用代码或所在地区，请联系管理员。",
                "Your account is not bound to an organisation's social credit code or to a district; ask the administrator.");
        }

        var application = new Application
        {
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            District = caller.District,
            Organisation = organisation.Value,
            StartedOn = today,
        };
        application.FiledFrom(caller.Subject);
        application.Apply(application.Step(StepKind.Started, caller, Roles.Operator, clause, now));
        return application;
    }

    private static async Task<Outcome<Application>> AboutAsync(
        Application application, Guid institutionId, PolicyPack pack, Caller caller, RegistryDb db, CancellationToken cancellationToken)
    {
        var clause = pack.ClauseOf(Procedure.Application);
        if (!(await RecognitionBody.FindAsync(db, institutionId, pack.Programme, caller, clause, cancellationToken)).Accepted(out var body, out var refused))
        {
            return refused;
        }

        var last = await db.Applications.AsNoTracking().Where(a => a.Id == body.ApplicationId).Select(a => a.Answers).SingleAsync(cancellationToken);
        (application.InstitutionId, application.Answers) = (body.Id, Prefill(JsonElement.Parse(last), pack));
        return application;
    }

    /// <summary>What the form still asks, but the commitment: it is given anew for each application (ZS-13).</summary>
    private static string Prefill(JsonElement last, PolicyPack pack)
    {
        var known = pack.Fields.Where(f => f.Type != FieldType.Attachment && f.Citation.ClauseId != pack.CommitmentClause()).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var answers = last.EnumerateObject().Where(answer => known.Contains(answer.Name)).ToDictionary(answer => answer.Name, answer => answer.Value, StringComparer.Ordinal);
        // What made the last application one for the construction now makes this one for the recognition.
        if (pack.Route(last) is { Becomes: Standings.UnderConstruction, Field: { } field }
            && pack.Routes.FirstOrDefault(route => route.Field == field && route.Becomes != Standings.UnderConstruction) is { } next)
        {
            answers[field] = JsonSerializer.SerializeToElement(next.Is[0]);
        }

        return JsonSerializer.Serialize(answers);
    }

    private static string? CommitmentClause(this PolicyPack pack) =>
        pack.Fields.FirstOrDefault(field => field.Name == ApplicationFacts.CommitmentField)?.Citation.ClauseId;
}
