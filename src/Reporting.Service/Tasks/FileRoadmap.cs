using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Packs;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Tasks;

/// <summary>A roadmap on file.</summary>
internal sealed record RoadmapView(Guid Id, string Programme, int Year, string Title, string ByName, DateTime At, AttachmentView File)
{
    public static RoadmapView Of(Roadmap row, Attachment file) => new(row.Id, row.Programme, row.Year, row.Title, row.ByName, row.At, AttachmentView.Of(file));
}

/// <summary>The city files the roadmap of a year (HB-29).</summary>
internal static class FileRoadmap
{
    /// <summary>The most roadmaps of a programme.</summary>
    public const int Most = 100;

    private const int LongestTitle = 200;

    public static void Map(IEndpointRouteBuilder roadmaps)
    {
        roadmaps.MapPost("/", HandleAsync).RequireRoles(Roles.CityReviewer).AcceptsAttachment().WithSummary("Files the roadmap of a year; the body is the document");
        roadmaps.MapGet("/{id:guid}/file", FileAsync).RequireRoles(TaskRoutes.Readers).WithSummary("The document of a roadmap");
    }

    private static async Task<CreatedAnswer<RoadmapView>> HandleAsync(
        string programme, int year, string title, HttpContext http, ReportingDb db, PackShelf packs, AttachmentStore store, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (await CheckAsync(programme, year, title, caller, packs, clock.Today, cancellationToken) is { } refusal)
        {
            return ((Outcome<RoadmapView>)refusal).ToCreated(_ => "");
        }

        // Received outside the write, so that a slow sender holds no transaction.
        if (!(await store.SaveAsync(http, cancellationToken)).Accepted(out var attachment, out var untaken))
        {
            return ((Outcome<RoadmapView>)untaken).ToCreated(_ => "");
        }

        var outcome = await db.WriteAsync<Outcome<RoadmapView>>(
            async ct =>
            {
                if (await db.Roadmaps.CountAsync(r => r.Jurisdiction == caller.Jurisdiction && r.Programme == programme, ct) >= Most)
                {
                    return Refusal.BadInput("roadmaps", Most, $"每个项目最多 {Most} 份路线图。", $"A programme has at most {Most} roadmaps.");
                }

                var roadmap = new Roadmap
                {
                    Id = Guid.CreateVersion7(),
                    Jurisdiction = caller.Jurisdiction!,
                    Programme = programme,
                    Year = year,
                    Title = title.Trim(),
                    AttachmentId = attachment.Id,
                    BySubject = caller.Subject,
                    ByName = caller.SignedName(),
                    At = clock.UtcNow,
                };
                db.Add(roadmap);
                return RoadmapView.Of(roadmap, attachment);
            },
            cancellationToken);
        return outcome.ToCreated(view => $"/api/reporting/roadmaps/{view.Id}/file");
    }

    private static async Task<Refusal?> CheckAsync(
        string programme, int year, string title, Caller caller, PackShelf packs, DateOnly today, CancellationToken cancellationToken)
    {
        if (!(await packs.RulingForAsync(programme, caller, today, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return unknown;
        }

        var years = ReadBoard.YearsOf(pack, today);
        return !years.Contains(year)
            ? Refusal.BadInput("year", year, $"年度应在 {years[0]} 至 {years[^1]} 之间。", $"The year is one from {years[0]} to {years[^1]}.")
            : title.Trim().Length is 0 or > LongestTitle
                ? Refusal.BadInput("title", title.Length, $"请填写名称，不超过 {LongestTitle} 字。", $"Give it a title of at most {LongestTitle} characters.")
                : null;
    }

    private static async Task<IResult> FileAsync(Guid id, HttpContext http, ReportingDb db, AttachmentStore store, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var attachmentId = await db.Roadmaps.Where(r => r.Id == id && r.Jurisdiction == jurisdiction).Select(r => (Guid?)r.AttachmentId).SingleOrDefaultAsync(cancellationToken);
        return attachmentId is { } file && await store.FindAsync(file, cancellationToken) is { } attachment
            ? store.ToHttp(attachment)
            : new ProblemAnswer(Refusal.NotFound("roadmap", id, "路线图"));
    }
}
