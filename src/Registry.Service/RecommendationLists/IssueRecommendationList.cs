using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.RecommendationLists;

/// <summary>
/// A district recommends applications by a numbered document: all of them or none (ZS-14), and only what meets the conditions or was
/// answered for (ZS-09…12).
/// </summary>
internal static class IssueRecommendationList
{
    private const int MaxApplications = 200;

    /// <summary>The list; each application in the version that the reviewer saw.</summary>
    internal sealed record ListRequest(string Programme, string DocumentNumber, DateOnly IssuedOn, IReadOnlyList<ListedApplication> Applications);

    /// <summary>An application and the version that the reviewer saw.</summary>
    internal sealed record ListedApplication(Guid Id, long Version);

    public static async Task<CreatedAnswer<RecommendationListView>> HandleAsync(
        ListRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<RecommendationList>(
            async ct =>
            {
                if (!(await packs.RulingAsync(request.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var ids = request.Applications.OfType<ListedApplication>().Select(line => line.Id).ToList();
                var found = await db.Applications.InDistrictOf(caller)
                    .Include(a => a.ConditionAnswers)
                    .Where(a => a.Programme == request.Programme && ids.Contains(a.Id))
                    .ToDictionaryAsync(a => a.Id, ct);
                var taken = await db.RecommendationLists.AnyAsync(
                    l => l.Jurisdiction == caller.Jurisdiction && l.District == caller.District && l.DocumentNumber == request.DocumentNumber.Trim(), ct);
                var unmet = await UnmetAsync(found.Values, db, await packs.OpenAsync(ct), pack, ct);
                var decided = Decide(request, found, unmet, taken, pack, caller, clock.Today, clock.UtcNow);
                if (!decided.Accepted(out var list, out _))
                {
                    return decided;
                }

                db.RecommendationLists.Add(list);
                return await db.TakeOfficeAsync(ids, Office.Recommender, caller, pack.ClauseOf(Procedure.Recommendation), ct) is { } refused ? refused : decided;
            },
            cancellationToken);
        return outcome.ToCreated(RecommendationListView.Of, view => $"/api/registry/recommendation-lists/{view.Id}");
    }

    /// <summary>A decision on the list; <paramref name="unmet"/>: what stands against an application of it.</summary>
    public static Outcome<RecommendationList> Decide(
        ListRequest request,
        IReadOnlyDictionary<Guid, Application> found,
        IReadOnlyDictionary<Guid, Refusal> unmet,
        bool numberTaken,
        PolicyPack pack,
        Caller caller,
        DateOnly today,
        DateTime now)
    {
        var clause = pack.ClauseOf(Procedure.Recommendation);
        if (CheckDocument(request, numberTaken, clause, today) is { } wrong)
        {
            return wrong;
        }

        var refusals = request.Applications.Select(line => CheckLine(line, found.GetValueOrDefault(line.Id), request, pack, caller, clause) ?? unmet.GetValueOrDefault(line.Id)).OfType<Refusal>().ToList();
        if (refusals.Count > 0)
        {
            return refusals[0].With("refusals", refusals);
        }

        var list = new RecommendationList
        {
            Programme = pack.Programme,
            Jurisdiction = caller.Jurisdiction!,
            District = caller.District!,
            DocumentNumber = request.DocumentNumber.Trim(),
            IssuedOn = request.IssuedOn,
            RecordedAt = now,
            IssuedBySubject = caller.Subject,
            IssuedByName = caller.SignedName(),
        };
        foreach (var application in request.Applications.Select(line => found[line.Id]))
        {
            Recommend(application, list, caller, clause, now);
        }

        return list;
    }

    private static async Task<Dictionary<Guid, Refusal>> UnmetAsync(
        IReadOnlyCollection<Application> applications, RegistryDb db, PackLibrary library, PolicyPack ruling, CancellationToken cancellationToken)
    {
        var examined = applications.Where(a => a.AwaitsDistrict).ToList();
        var files = await FileView.OfManyAsync(db, [.. examined.Select(a => a.Id)], cancellationToken);
        return examined
            .Select(a => (a.Id, Refusal: ApplicationExamination.OfSubmission(a, files[a.Id], library.ByHash(a.PolicyHash!) ?? ruling).Check(a)))
            .Where(one => one.Refusal is not null)
            .ToDictionary(one => one.Id, one => one.Refusal!);
    }

    private static void Recommend(Application application, RecommendationList list, Caller caller, string clause, DateTime now)
    {
        var step = application.Step(StepKind.Recommended, caller, Roles.DistrictReviewer, clause, now);
        (step.DocumentNumber, step.DocumentDate) = (list.DocumentNumber, list.IssuedOn);
        application.Apply(step);
        list.Applications.Add(new RecommendedApplication
        {
            ApplicationId = application.Id,
            Number = list.Applications.Count + 1,
            Title = application.Title ?? "",
            Organisation = application.Organisation,
        });
    }

    private static Refusal? CheckDocument(ListRequest request, bool numberTaken, string clause, DateOnly today)
    {
        if (Documents.Check(request.DocumentNumber, "issuedOn", request.IssuedOn, today, clause) is { } wrong)
        {
            return wrong;
        }

        var ids = request.Applications.Select(line => line?.Id).ToList();
        if (ids.Contains(null) || ids.Count is 0 or > MaxApplications || ids.Distinct().Count() != ids.Count)
        {
            return Refusal.BadInput(
                "applications", ids.Count, $"推荐名单应列 1 至 {MaxApplications} 项申请，且不得重复。", $"A list names 1 to {MaxApplications} applications, each once.");
        }

        return numberTaken
            ? Refusal.Conflict("document-number-taken", clause, $"文号“{request.DocumentNumber}”的推荐名单已存在。", $"There is a recommendation list with the number '{request.DocumentNumber}' already.")
                .With("documentNumber", request.DocumentNumber)
            : null;
    }

    private static Refusal? CheckLine(ListedApplication line, Application? application, ListRequest request, PolicyPack pack, Caller caller, string clause)
    {
        if (application is null)
        {
            return ApplicationDesk.NotFound(line.Id);
        }

        if (!application.AwaitsDistrict)
        {
            return application.NotNow(
                clause,
                $"申请“{application.Title}”不在{pack.Called(Roles.DistrictReviewer).Zh}审核环节，不能列入推荐名单。",
                $"The application '{application.Title}' is not with the {pack.Called(Roles.DistrictReviewer).En}, so it cannot be recommended.");
        }

        return new IfMatch(line.Version).Check(application)?.With("applicationId", line.Id)
            ?? application.CheckSeparation(caller, clause)
            ?? (request.IssuedOn < application.SubmittedOn
                ? Refusal.Conflict("list-before-submission", clause, "推荐名单的日期不得早于申请的提交日期。", "A list cannot be older than the submission of what it recommends.")
                    .With("applicationId", line.Id).With("issuedOn", request.IssuedOn).With("submittedOn", application.SubmittedOn)
                : null);
    }
}
