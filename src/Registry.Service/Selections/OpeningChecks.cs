using Contracts.Refusals;
using Policies;
using Registry.Applications;
using Registry.Experts;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>What stands against opening a selection; each check is null where nothing does.</summary>
internal static class OpeningChecks
{
    private const int MaxApplications = 100;

    /// <summary>Few enough that a mean below the passing score never rounds up to it: 1/50 of a point is more than half a hundredth.</summary>
    public const int MaxExperts = 50;
    private const int MaxTitleLength = 100;

    /// <summary>The shape of the request. Only the merit track has places (ZS-01): on the directed one all that meet the conditions are recognised.</summary>
    public static Refusal? Request(OpenSelection.SelectionRequest request, PolicyPack pack)
    {
        if (pack.Step(Procedure.ExpertReview) is null)
        {
            return Refusal.Conflict("no-expert-review", pack.ClauseOf(Procedure.ExpertReview), "该项目没有专家评审这一环节。", "This programme has no expert review.")
                .With("programme", pack.Programme);
        }

        if (request.Track is not (Tracks.Directed or Tracks.Merit))
        {
            return Refusal.BadInput("track", request.Track, "请选择定向布局或择优认定。", "Choose the directed or the merit track.");
        }

        if (request.Track == Tracks.Merit ? request.Places is not (>= 1 and <= MaxApplications) : request.Places is not null)
        {
            return Refusal.BadInput(
                "places",
                request.Places,
                $"择优认定应填写名额(1 至 {MaxApplications});定向布局不设名额,符合条件的均予认定。",
                $"The merit track has 1 to {MaxApplications} places; the directed one has none: all that meet the conditions are recognised.");
        }

        if (request.Title.Trim().Length is 0 or > MaxTitleLength)
        {
            return Refusal.BadInput("title", request.Title, $"请填写评审名称,不超过 {MaxTitleLength} 字。", $"Give the review a title of at most {MaxTitleLength} characters.");
        }

        var lines = request.Applications;
        return lines.Contains(null!) || lines.Count is 0 or > MaxApplications || lines.Select(line => line.Id).Distinct().Count() != lines.Count
            ? Refusal.BadInput("applications", lines.Count, $"应列 1 至 {MaxApplications} 项申请,且不得重复。", $"A selection takes 1 to {MaxApplications} applications, each once.")
            : null;
    }

    /// <summary>The experts are of the register, each once.</summary>
    public static Refusal? Appointed(IReadOnlyList<OpenSelection.AppointedExpert> lines, IReadOnlyDictionary<Guid, Expert> experts)
    {
        if (lines.Contains(null!) || lines.Count is 0 or > MaxExperts || lines.IdsOf().Count != lines.Count)
        {
            return Refusal.BadInput("experts", lines.Count, $"应选聘 1 至 {MaxExperts} 名专家,且不得重复。", $"Appoint 1 to {MaxExperts} experts, each once.");
        }

        return lines.FirstOrDefault(line => !experts.ContainsKey(line.ExpertId)) is { } stranger ? Refusal.NotFound("expert", stranger.ExpertId, "专家") : null;
    }

    /// <summary>Only what a county recommended for recognition, on this track (ZS-14, ZS-01), and nobody's own.</summary>
    public static Refusal? Applications(
        OpenSelection.SelectionRequest request, IReadOnlyDictionary<Guid, Application> found, Caller caller, string clause)
    {
        var refusals = request.Applications
            .Select(line => found.GetValueOrDefault(line.Id) is { } application
                ? Check(line, application, request.Track, caller, clause)
                : ApplicationDesk.NotFound(line.Id))
            .OfType<Refusal>()
            .ToList();
        return refusals.Count > 0 ? refusals[0].With("refusals", refusals) : null;
    }

    private static Refusal? Check(OpenSelection.SelectedApplication line, Application application, string track, Caller caller, string clause)
    {
        if (application.Status != ApplicationStatus.Recommended)
        {
            return application.NotNow(
                clause, $"申请“{application.Title}”不在市级审核环节,不能进入评审。", $"The application '{application.Title}' is not with the city, so it cannot be reviewed.");
        }

        if (application.Purpose != Purposes.Recognition)
        {
            return Refusal.Conflict(
                    "not-for-recognition", clause, $"“{application.Title}”申请的是列入建设,不进入认定评审。", $"'{application.Title}' applies for entry as under construction, not for recognition.")
                .With("applicationId", application.Id);
        }

        return new IfMatch(line.Version).Check(application)?.With("applicationId", line.Id)
            ?? application.CheckSeparation(caller, clause)
            ?? (application.Track != track
                ? Refusal.Conflict("other-track", "ZS-01", $"“{application.Title}”申报的是另一认定方式。", $"'{application.Title}' applies on the other track.")
                    .With("applicationId", application.Id).With("track", application.Track)
                : null);
    }

    /// <summary>ZS-15: each application is scored by as many experts as the pack asks for, those recused not counted.</summary>
    public static Refusal? CheckReviewers(this Selection selection, IEnumerable<Application> applications, string clause)
    {
        foreach (var application in applications)
        {
            var sheets = selection.Sheets.Where(sheet => sheet.ApplicationId == application.Id).ToList();
            var able = sheets.Count(sheet => sheet.Status != SheetStatus.Recused);
            if (able < selection.ReviewersPerApplication)
            {
                return Refusal.Conflict(
                        "too-few-reviewers",
                        clause,
                        $"“{application.Title}”至少应由 {selection.ReviewersPerApplication} 名专家评审,回避后只有 {able} 名,请增聘专家。",
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
