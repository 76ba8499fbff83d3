using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Calls;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>Carries a step of one application out: finds what the caller may touch, checks the version seen, decides, records.</summary>
internal sealed class ApplicationDesk(RegistryDb db, PackShelf packs, BusinessClock clock)
{
    /// <summary>One step. What is not in <paramref name="touchable"/> does not exist for the caller.</summary>
    public Task<Outcome<ApplicationView>> StepAsync(
        IQueryable<Application> touchable,
        Guid id,
        IfMatch seen,
        Caller caller,
        Func<Application, PolicyPack, Outcome<ApplicationStep>> decide,
        CancellationToken cancellationToken) =>
        ChangeAsync(
            touchable,
            id,
            seen,
            async (application, ct) =>
            {
                if (!(await RulesOfAsync(application, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                if (!decide(application, pack).Accepted(out var step, out var refused))
                {
                    return refused;
                }

                application.Apply(step);
                return application;
            },
            cancellationToken);

    /// <summary>Any change of one application under the version that the caller saw.</summary>
    public Task<Outcome<ApplicationView>> ChangeAsync(
        IQueryable<Application> touchable,
        Guid id,
        IfMatch seen,
        Func<Application, CancellationToken, Task<Outcome<Application>>> change,
        CancellationToken cancellationToken) =>
        db.WriteUniqueAsync<ApplicationView>(
            async ct =>
            {
                var application = await touchable.Include(a => a.Steps).Include(a => a.ConditionAnswers).AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, ct);
                if (application is null)
                {
                    return NotFound(id);
                }

                if (seen.Check(application) is { } stale)
                {
                    return stale;
                }

                if (!(await change(application, ct)).Accepted(out _, out var refused))
                {
                    return refused;
                }

                await db.SaveChangesAsync(ct);
                return await ViewAsync(application, ct);
            },
            cancellationToken);

    /// <summary>The application with its files, its timeline, what its conditions come to and what a review made of it.</summary>
    public async Task<ApplicationView> ViewAsync(Application application, CancellationToken cancellationToken)
    {
        var files = await FileView.OfAsync(db, application.Id, cancellationToken);
        return ApplicationView.Of(application, files) with
        {
            Examination = [.. (await ExamineAsync(application, files, cancellationToken)).Conditions.Select(ConditionView.Of)],
            Review = await ReviewView.OfAsync(db, application.Id, cancellationToken),
            SupplementUntil = await SupplementUntilAsync(application, cancellationToken),
        };
    }

    /// <summary>What the conditions of an application come to now: once it lies with the city, as if it decided today (ZS-12).</summary>
    public async Task<ApplicationExamination> ExamineAsync(Application application, IReadOnlyList<FileView> files, CancellationToken cancellationToken)
    {
        var library = await packs.OpenAsync(cancellationToken);
        if (application.Status == ApplicationStatus.Draft || application.PolicyHash is not { } hash || library.ByHash(hash) is not { } submittedUnder)
        {
            return ApplicationExamination.None;
        }

        return application.IsWithCity && library.Ruling(application.Programme, clock.Today) is { } ruling
            ? ApplicationExamination.OfDecision(application, files, submittedUnder, ruling, clock.Today)
            : ApplicationExamination.OfSubmission(application, files, submittedUnder);
    }

    private async Task<DateOnly?> SupplementUntilAsync(Application application, CancellationToken cancellationToken)
    {
        if (application.Status != ApplicationStatus.Returned || application.CallId is not { } callId
            || (await packs.OpenAsync(cancellationToken)).Ruling(application.Programme, clock.Today) is not { } pack)
        {
            return null;
        }

        var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == callId, cancellationToken);
        return AnswerCall.SupplementUntil(application, call, pack, clock.Today);
    }

    /// <summary>There is no such application for this caller.</summary>
    public static Refusal NotFound(Guid id) => Refusal.NotFound("application", id, "申请");

    /// <summary>Once submitted, the pack that judged the submission; before that the one that rules today.</summary>
    public async Task<Outcome<PolicyPack>> RulesOfAsync(Application application, Caller caller, CancellationToken cancellationToken)
    {
        var library = await packs.OpenAsync(cancellationToken);
        return application.PolicyHash is { } hash && library.ByHash(hash) is { } pack
            ? pack
            : await packs.RulingAsync(application.Programme, clock.Today, caller, cancellationToken);
    }
}
