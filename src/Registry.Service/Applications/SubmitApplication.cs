using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>
/// The applicant hands the application in, at first or again after a return. The pack of the day judges every answer, the lead
/// body's integrity commitment among them (ZS-13); what is handed in is frozen.
/// </summary>
internal static class SubmitApplication
{
    public static async Task<Answer<ApplicationView>> HandleAsync(
        Guid id, IfMatch seen, HttpContext http, RegistryDb db, ApplicationDesk desk, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await desk.ChangeAsync(
            db.Applications.OwnedBy(caller),
            id,
            seen,
            async (application, ct) =>
            {
                var inForce = await packs.InForceAsync(application.Programme, clock.Today, caller, ct);
                if (!inForce.Accepted(out var pack, out var closed))
                {
                    return closed;
                }

                var papers = new Papers(JsonElement.Parse(application.Answers), await FileView.OfAsync(db, id, ct));
                if (!Decide(application, papers, pack, caller, clock.Today, clock.UtcNow).Accepted(out var step, out var refused))
                {
                    return refused;
                }

                HandIn(application, papers, pack, step);
                await SignAsync(application, db, caller, ct);
                return await FindTwinAsync(application, db, step.Clause, ct) is { } twin ? twin : application;
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>What is handed in.</summary>
    internal sealed record Papers(JsonElement Answers, IReadOnlyList<FileView> Files);

    public static Outcome<ApplicationStep> Decide(
        Application application, Papers papers, PolicyPack pack, Caller caller, DateOnly today, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.Application);
        if (!application.IsEditable)
        {
            return application.NotNow(clause, "申请已提交,不能重复提交。", "The application has been handed in already.");
        }

        var problems = pack.Validate(papers.Answers, papers.Files.Select(f => new AttachedFile(f.Field, f.FileName, f.LengthBytes)), today)
            .Concat(SubmissionChecks.Applicant(application, papers.Answers, pack))
            .ToList();
        if (pack.Ask(PackConditions.CommitmentGiven, SubmissionChecks.Commitment(papers, today)) is { } uncommitted)
        {
            return uncommitted.With("problems", problems);
        }

        return problems.Count > 0
            ? SubmissionChecks.Incomplete(problems, pack)
            : application.Step(application.Round == 0 ? StepKind.Submitted : StepKind.Resubmitted, caller, Roles.Operator, clause, now);
    }

    private static void HandIn(Application application, Papers papers, PolicyPack pack, ApplicationStep step)
    {
        var facts = ApplicationFacts.Of(papers.Answers, pack);
        application.Apply(step);
        application.Round++;
        application.Title = facts.ProjectName;
        (application.Purpose, application.Track, application.Category) = (facts.Purpose, facts.Track, facts.Category);
        (application.CentreCode, application.LeadBodyCodes) = (facts.CentreCode, [.. facts.LeadBodies.Select(body => body.Code)]);
        application.PolicyHash = pack.Hash;
        application.SubmittedOn = BusinessClock.DayOf(step.At);
        application.Submissions.Add(new Submission
        {
            ApplicationId = application.Id,
            Round = application.Round,
            Answers = application.Answers,
            PolicyHash = pack.Hash,
            At = step.At,
        });
    }

    /// <summary>Whoever submits or attached a file has had a hand in filing, and will not review it.</summary>
    private static async Task SignAsync(Application application, RegistryDb db, Caller caller, CancellationToken cancellationToken)
    {
        var attachers = await db.ApplicationFiles
            .Where(file => file.ApplicationId == application.Id)
            .Select(file => file.AttachedBySubject)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var subject in attachers.Append(caller.Subject))
        {
            application.FiledFrom(subject);
        }
    }

    /// <summary>The same project of the same body under way twice would ask for the same money twice.</summary>
    private static async Task<Refusal?> FindTwinAsync(Application application, RegistryDb db, string clause, CancellationToken cancellationToken)
    {
        var twin = await db.Applications.AsNoTracking()
            .Where(a => a.Organisation == application.Organisation && a.Programme == application.Programme && a.Title == application.Title
                && a.Id != application.Id
                && a.Status != ApplicationStatus.Draft && a.Status != ApplicationStatus.Refused && a.Status != ApplicationStatus.Withdrawn)
            .Select(a => new { a.Id, a.Status })
            .FirstOrDefaultAsync(cancellationToken);
        return twin is null
            ? null
            : Refusal.Conflict(
                    "submitted-twice",
                    clause,
                    $"本单位的同名项目“{application.Title}”已有申请在办或已办结,不能重复申报。",
                    $"Your organisation has an application for the project '{application.Title}' already.")
                .With("otherApplicationId", twin.Id)
                .With("otherStatus", twin.Status);
    }
}
