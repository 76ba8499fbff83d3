using Contracts.Refusals;
using Policies;
using Registry.Applications;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>What stands against opening a selection; each check is null where nothing does.</summary>
internal static class OpeningChecks
{
    private const int MaxApplications = 100;

    private const int MaxTitleLength = 100;

    /// <summary>The shape of the request, by what the pack's form knows of tracks and categories.</summary>
    public static Refusal? Request(OpenSelection.SelectionRequest request, PolicyPack pack, DateOnly today)
    {
        if (pack.Step(Procedure.ExpertReview) is null)
        {
            return Refusal.Conflict("no-expert-review", pack.ClauseOf(Procedure.ExpertReview), "该项目没有专家评审这一环节。", "This programme has no expert review.")
                .With("programme", pack.Programme);
        }

        if ((Group(request, pack) ?? Places(request, pack, today)) is { } wrong)
        {
            return wrong;
        }

        if (request.Title.Trim().Length is 0 or > MaxTitleLength)
        {
            return Refusal.BadInput("title", request.Title, $"请填写评审名称，不超过 {MaxTitleLength} 字。", $"Give the review a title of at most {MaxTitleLength} characters.");
        }

        var lines = request.Applications;
        return lines.Contains(null!) || lines.Count is 0 or > MaxApplications || lines.Select(line => line.Id).Distinct().Count() != lines.Count
            ? Refusal.BadInput("applications", lines.Count, $"应列 1 至 {MaxApplications} 项申请，且不得重复。", $"A selection takes 1 to {MaxApplications} applications, each once.")
            : null;
    }

    /// <summary>One of the form's tracks, where it has tracks (ZS-01); one of the pack's categories, or any.</summary>
    private static Refusal? Group(OpenSelection.SelectionRequest request, PolicyPack pack)
    {
        var tracks = Track(pack)?.Options ?? [];
        if (tracks.Count > 0 ? !tracks.Any(track => track.Key == request.Track) : request.Track is not null)
        {
            return tracks.Count > 0
                ? Refusal.BadInput(
                    "track", request.Track, $"请选择{string.Join('或', tracks.Select(track => track.Label.Zh))}。", $"Choose one of the tracks: {string.Join(", ", tracks.Select(track => track.Label.En))}.")
                : Refusal.BadInput("track", request.Track, "该项目不分认定方式。", "This programme has no tracks.");
        }

        return request.Category is null || pack.Category(request.Category) is not null
            ? null
            : Refusal.BadInput("category", request.Category, "请从政策列出的领域或类型中选择。", "Choose one of the categories that the policy lists.")
                .With("known", pack.Categories.Select(category => category.Key));
    }

    private static FormField? Track(PolicyPack pack) => pack.Fields.FirstOrDefault(field => field.Name == ApplicationFacts.TrackField);

    /// <summary>ZS-01: where the pack names tracks on which the best are taken, those have places and the others have none.</summary>
    private static Refusal? Places(OpenSelection.SelectionRequest request, PolicyPack pack, DateOnly today)
    {
        var limited = pack.ChoicesOrNone("tracks-with-places", today)?.Value.Contains(request.Track ?? "", StringComparer.Ordinal);
        return request.Places is < 1 or > MaxApplications || (limited is { } must && must != request.Places is not null)
            ? Refusal.BadInput(
                "places",
                request.Places,
                limited == false ? "此认定方式不设名额，符合条件的均予认定。" : $"请填写名额（1 至 {MaxApplications}）。",
                limited == false ? "This track has no places: all that meet the conditions are taken." : $"Give the number of places, 1 to {MaxApplications}.")
            : null;
    }

    /// <summary>Only what a county recommended for recognition, on this track and of this category (ZS-14, ZS-01), and nobody's own.</summary>
    public static Refusal? Applications(
        OpenSelection.SelectionRequest request, IReadOnlyDictionary<Guid, Application> found, PolicyPack pack, Caller caller)
    {
        var refusals = request.Applications
            .Select(line => found.GetValueOrDefault(line.Id) is { } application
                ? Check(line, application, request, pack, caller)
                : ApplicationDesk.NotFound(line.Id))
            .OfType<Refusal>()
            .ToList();
        return refusals.Count > 0 ? refusals[0].With("refusals", refusals) : null;
    }

    private static Refusal? Check(OpenSelection.SelectedApplication line, Application application, OpenSelection.SelectionRequest request, PolicyPack pack, Caller caller)
    {
        var clause = pack.ClauseOf(Procedure.ExpertReview);
        if (application.Status != ApplicationStatus.Recommended)
        {
            return application.NotNow(
                clause, $"申请“{application.Title}”不在市级审核环节，不能进入评审。", $"The application '{application.Title}' is not with the city, so it cannot be reviewed.");
        }

        if (application.RouteUnder(pack)?.Takes(Procedure.ExpertReview) != true)
        {
            return Refusal.Conflict(
                    "not-for-recognition", clause, $"“{application.Title}”的办理路径不经专家评审。", $"The route of '{application.Title}' has no review by experts.")
                .With("applicationId", application.Id);
        }

        return new IfMatch(line.Version).Check(application)?.With("applicationId", line.Id)
            ?? application.CheckSeparation(caller, clause)
            ?? application.CheckSecondPerson(caller, clause)
            ?? CheckGroup(application, request, pack, clause);
    }

    private static Refusal? CheckGroup(Application application, OpenSelection.SelectionRequest request, PolicyPack pack, string clause)
    {
        if (application.Track != request.Track)
        {
            return Refusal.Conflict("other-track", Track(pack)?.Citation.ClauseId ?? clause, $"“{application.Title}”申报的是另一认定方式。", $"'{application.Title}' applies on the other track.")
                .With("applicationId", application.Id).With("track", application.Track);
        }

        return request.Category is { } category && application.Category != category
            ? Refusal.Conflict("other-category", clause, $"“{application.Title}”申报的是其他领域或类型。", $"'{application.Title}' applies for another category.")
                .With("applicationId", application.Id).With("category", application.Category)
            : null;
    }

    /// <summary>
    /// Nobody arranges or concludes a review who filed, recommended or scores what is in it: one person holds one office on an application.
    /// </summary>
    public static Refusal? CheckArranger(this Application application, Selection selection, Caller caller, string clause) =>
        application.CheckSeparation(caller, clause)
        ?? application.CheckSecondPerson(caller, clause)
        ?? (selection.Sheets.Exists(sheet => caller.Counts(sheet.ExpertSubject))
            ? new Refusal(RefusalKind.Forbidden, "expert-arranges", clause, "参加评审的专家不得组织或结束同一评审。", "An expert of a review does not arrange or conclude it.")
                .With("selectionId", selection.Id)
            : null);

    /// <summary>ZS-15: each application is scored by as many experts as the pack asks for, those recused not counted.</summary>
    public static Refusal? CheckReviewers(this Selection selection, IEnumerable<Application> applications, string clause)
    {
        foreach (var application in applications)
        {
            var sheets = selection.Sheets.Where(sheet => sheet.ApplicationId == application.Id).ToList();
            var able = sheets.Count(sheet => sheet is { FirstSpread: null, Status: not SheetStatus.Recused });
            if (able < selection.ReviewersPerApplication)
            {
                return Refusal.Conflict(
                        "too-few-reviewers",
                        clause,
                        $"“{application.Title}”至少应由 {selection.ReviewersPerApplication} 名专家评审，回避后只有 {able} 名，请增聘专家。",
                        $"'{application.Title}' needs at least {selection.ReviewersPerApplication} experts; {able} are left after recusals. Appoint more.")
                    .With("applicationId", application.Id)
                    .With("required", selection.ReviewersPerApplication)
                    .With("available", able)
                    .With("recused", sheets.Where(sheet => sheet.Status == SheetStatus.Recused).Select(sheet => sheet.ExpertName));
            }
        }

        return null;
    }
}
