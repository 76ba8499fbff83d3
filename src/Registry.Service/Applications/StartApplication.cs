using Contracts.Refusals;
using Contracts.Values;
using Policies;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>An operator begins a draft for its own organisation (ZS-25).</summary>
internal static class StartApplication
{
    internal sealed record StartRequest(string Programme);

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

                var decided = Decide(pack, caller, clock.Today, clock.UtcNow);
                if (decided.Accepted(out var application, out _))
                {
                    db.Applications.Add(application);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(application => ApplicationView.Of(application, []), view => $"/api/registry/applications/{view.Id}");
    }

    public static Outcome<Application> Decide(PolicyPack pack, Caller caller, DateOnly today, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.Application);
        if (pack.Step(Procedure.Application) is null)
        {
            return Refusal.Conflict("no-applications", clause, "该项目不受理申请。", "This programme takes no applications.")
                .With("programme", pack.Programme);
        }

        if (!SocialCreditCode.TryParse(caller.Organisation, out var organisation) || caller.District is null)
        {
            return Refusal.Forbidden(
                clause,
                "您的账号未绑定单位的统一社会信用代码或所在县(区),请联系管理员。",
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
}
