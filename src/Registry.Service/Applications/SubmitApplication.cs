using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Evaluation;
using Registry.Bans;
using Registry.Calls;
using Registry.Data;
using Registry.Links;
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
                // P-6: after a plan's end nothing new is handed in; what was, runs on.
                var inForce = application.Round == 0
                    ? await packs.InForceAsync(application.Programme, clock.Today, caller, ct)
                    : await packs.RulingAsync(application.Programme, clock.Today, caller, ct);
                if (!inForce.Accepted(out var pack, out var closed))
                {
                    return closed;
                }

                // Held before its files are read: none is taken out between the check and the submission (ZS-13).
                await db.Applications.HoldOpenAsync(id, ct);
                var papers = new Papers(JsonElement.Parse(application.Answers), await FileView.OfAsync(db, id, ct));
                var astray = await db.LinkProblemsAsync(pack.Fields, papers.Answers, pack, caller, ct);
                if (!Decide(application, papers, astray, pack, caller, clock.Today, clock.UtcNow).Accepted(out var step, out var refused))
                {
                    return refused;
                }

                application.Linked = JsonSerializer.Serialize(await db.ReadLinksAsync(pack.Fields, papers.Answers, pack, clock.Today, ct));
                HandIn(application, papers, pack, step);
                await SignAsync(application, db, caller, ct);
                var barred = await db.AnswerCallAsync(application, pack, clock.UtcNow, ct)
                    ?? await application.CheckAsync(db, pack, caller, step.Clause, ct)
                    ?? await db.FindTwinAsync(application, step.Clause, ct)
                    ?? await db.FindBanAsync(pack, application.Category ?? "", application.Parties, clock.Today, ct);
                return barred is null ? application : barred;
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>What is handed in.</summary>
    internal sealed record Papers(JsonElement Answers, IReadOnlyList<FileView> Files);

    /// <summary>The step, or why it cannot be handed in; <paramref name="astray"/>: links that lead nowhere.</summary>
    public static Outcome<ApplicationStep> Decide(
        Application application, Papers papers, IReadOnlyList<FieldProblem> astray, PolicyPack pack, Caller caller, DateOnly today, DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.Application);
        if (!application.IsEditable)
        {
            return application.NotNow(clause, "申请已提交，不能重复提交。", "The application has been handed in already.");
        }

        var problems = pack.Validate(papers.Answers, papers.Files.Select(f => new AttachedFile(f.Field, f.FileName, f.LengthBytes)), today)
            .Concat(SubmissionChecks.Applicant(application, papers.Answers, pack))
            .Concat(astray)
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
        (application.Route, application.Track, application.Category) = (pack.Route(papers.Answers)?.Name, facts.Track, facts.Category);
        (application.CentreCode, application.LeadBodyCodes) = (facts.CentreCode, [.. facts.LeadBodies.Select(body => body.Code)]);
        (application.HostCode, application.Place, application.Park) = (facts.HostCode, facts.Place, facts.Park);
        application.PolicyHash = pack.Hash;
        application.SubmittedOn = BusinessClock.DayOf(step.At);
        application.Submissions.Add(new Submission
        {
            ApplicationId = application.Id,
            Round = application.Round,
            Answers = application.Answers,
            Files = [.. papers.Files.Select(file => file.Id)],
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
}
