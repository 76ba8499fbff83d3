using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.PapersOnFile;

/// <summary>The papers of an institution on a day: in force, missing, and all that there ever was.</summary>
internal static class ReadPapers
{
    /// <summary>What is on file; <paramref name="InForce"/> and <paramref name="Gaps"/> as of the day.</summary>
    internal sealed record PapersView(
        Guid InstitutionId,
        DateOnly On,
        IReadOnlyList<PaperView> InForce,
        IReadOnlyList<PaperGap> Gaps,
        IReadOnlyList<PaperView> History,
        long Version) : IETagged;

    public static async Task<Answer<PapersView>> HandleAsync(
        Guid id, DateOnly? on, HttpContext http, RegistryDb db, PackShelf packs, PaperDesk desk, BusinessClock clock, CancellationToken cancellationToken)
    {
        var outcome = await ReadAsync(id, on ?? clock.Today, http.Caller(), db, packs, desk, cancellationToken);
        return outcome.ToHttp();
    }

    public static async Task<IResult> FileAsync(
        Guid id, Guid attachmentId, HttpContext http, RegistryDb db, AttachmentStore store, CancellationToken cancellationToken)
    {
        var concerned = await db.Institutions.ConcernOf(http.Caller()).AnyAsync(
            i => db.Papers.Any(paper => paper.Id == id && paper.InstitutionId == i.Id && paper.Files.Any(file => file.AttachmentId == attachmentId)),
            cancellationToken);
        return concerned && await store.FindAsync(attachmentId, cancellationToken) is { } attachment
            ? store.ToHttp(attachment)
            : new ProblemAnswer(Refusal.NotFound("attachment", attachmentId, "附件"));
    }

    private static async Task<Outcome<PapersView>> ReadAsync(
        Guid id, DateOnly on, Caller caller, RegistryDb db, PackShelf packs, PaperDesk desk, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.AsNoTracking().ConcernOf(caller).Include(i => i.History).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (institution is null)
        {
            return Refusal.NotFound("institution", id, "机构");
        }

        if (!(await packs.RulingAsync(institution.Programme, on, caller, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return unknown;
        }

        var version = await db.PaperFolders.Where(folder => folder.InstitutionId == id).Select(folder => folder.Version).SingleOrDefaultAsync(cancellationToken);
        var papers = await desk.PapersOf([id]).AsNoTracking().ToListAsync(cancellationToken);
        var holdings = new Holdings(papers);
        var views = (await PaperView.OfAsync(papers, version, db, cancellationToken)).ToDictionary(view => view.Id);
        return new PapersView(
            id,
            on,
            [.. holdings.InForce(on).Select(held => views[held.Paper.Id])],
            PaperGaps.On(on, institution, holdings, pack),
            [.. holdings.History.Select(held => views[held.Paper.Id])],
            version);
    }
}
