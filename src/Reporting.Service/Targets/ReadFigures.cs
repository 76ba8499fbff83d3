using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Packs;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Targets;

/// <summary>A recorded figure with its source, its author and its evidence.</summary>
/// <param name="Id">The key.</param>
/// <param name="Programme">The programme.</param>
/// <param name="Target">The target, or the series.</param>
/// <param name="Kind">Plan or actual.</param>
/// <param name="Year">The year.</param>
/// <param name="District">The district or city; null = the whole jurisdiction.</param>
/// <param name="Edition">Its version: 1 at first.</param>
/// <param name="Figure">The figure; null where the pack no longer has the target.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="ByName">Who recorded it.</param>
/// <param name="RecordedAt">When, UTC.</param>
/// <param name="Files">Its evidence.</param>
/// <param name="MayAttach">Whether the caller may add a file to it.</param>
internal sealed record FigureDetail(
    Guid Id,
    string Programme,
    string Target,
    TargetFigureKind Kind,
    int Year,
    string? District,
    int Edition,
    FigureView? Figure,
    string Source,
    string? Reason,
    string ByName,
    DateTime RecordedAt,
    IReadOnlyList<AttachmentView> Files,
    bool MayAttach)
{
    public static FigureDetail Of(TargetFigure row, Target? target, IReadOnlyList<AttachmentView> files, Caller caller) => new(
        row.Id,
        row.Programme,
        row.Target,
        row.Kind,
        row.Year,
        row.District.Length == 0 ? null : row.District,
        row.Edition,
        target is null ? null : row.Value.View(target),
        row.Source,
        row.Reason,
        row.ByName,
        row.RecordedAt,
        files,
        row.BySubject == caller.Subject && caller.Is(Roles.CityReviewer));
}

/// <summary>Recorded figures, every version of them, and the files that prove them.</summary>
internal static class ReadFigures
{
    public static void Map(IEndpointRouteBuilder figures)
    {
        figures.MapGet("/", ListAsync).RequireRoles(InstitutionVisibility.Readers).WithSummary("Every recorded figure of a programme's targets, newest first");
        figures.MapGet("/{id:guid}/attachments/{attachmentId:guid}", FileAsync).RequireRoles(InstitutionVisibility.Readers).WithSummary("A file that proves a figure");
    }

    private static async Task<Answer<Page<FigureDetail>>> ListAsync(
        string programme,
        string? target,
        int? year,
        string? district,
        Choice<TargetFigureKind>? kind,
        PageQuery page,
        ReportingDb db,
        PackShelf packs,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var (caller, only) = (http.Caller(), kind?.Value);
        if (!(await packs.RulingForAsync(programme, caller, clock.Today, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return ((Outcome<Page<FigureDetail>>)unknown).ToHttp();
        }

        var rows = await db.TargetFigures.AsNoTracking()
            .Where(f => f.Jurisdiction == caller.Jurisdiction && f.Programme == programme
                && (target == null || f.Target == target)
                && (year == null || f.Year == year)
                && (district == null || f.District == district)
                && (only == null || f.Kind == only))
            .ToPageAsync(page, f => f.Id, cancellationToken, newestFirst: true);
        var ids = rows.Items.Select(f => f.Id).ToList();
        var files = (await db.TargetFigureFiles.AsNoTracking().Where(f => ids.Contains(f.FigureId))
                .Join(db.Set<Attachment>(), f => f.AttachmentId, a => a.Id, (f, a) => new { f.FigureId, File = a })
                .ToListAsync(cancellationToken))
            .ToLookup(f => f.FigureId, f => AttachmentView.Of(f.File));
        Outcome<Page<FigureDetail>> outcome = rows.Select(row => FigureDetail.Of(row, pack.Targets.FirstOrDefault(t => t.Key == row.Target), [.. files[row.Id]], caller));
        return outcome.ToHttp();
    }

    private static async Task<IResult> FileAsync(
        Guid id, Guid attachmentId, HttpContext http, ReportingDb db, AttachmentStore store, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var there = await db.TargetFigures.AnyAsync(f => f.Id == id && f.Jurisdiction == jurisdiction && f.Files.Any(file => file.AttachmentId == attachmentId), cancellationToken);
        return there && await store.FindAsync(attachmentId, cancellationToken) is { } attachment
            ? store.ToHttp(attachment)
            : new ProblemAnswer(Refusal.NotFound("attachment", attachmentId, "附件"));
    }
}
