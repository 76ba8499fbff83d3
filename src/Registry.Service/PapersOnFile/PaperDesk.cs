using Contracts.Refusals;
using Contracts.Registry;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.PapersOnFile;

/// <summary>Carries a change of an institution's papers out: finds what the caller may touch, counts the version, tells the others.</summary>
internal sealed class PaperDesk(RegistryDb db, PackShelf packs, BusinessClock clock)
{
    /// <summary>The most versions that one institution files.</summary>
    public const int MaxPapers = 500;

    /// <summary>Changes the papers of one institution, which the caller's own organisation runs.</summary>
    /// <param name="id">The institution.</param>
    /// <param name="seen">The version that the caller saw; null where the change adds to what others may be editing.</param>
    /// <param name="caller">Who changes them.</param>
    /// <param name="change">Decides on the papers and their pack; what it yields is added, unless it is one of them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Outcome<PaperView>> ChangeAsync(
        Guid id,
        IfMatch? seen,
        Caller caller,
        Func<PaperState, Outcome<Paper>> change,
        CancellationToken cancellationToken) =>
        db.WriteUniqueAsync<PaperView>(
            async ct =>
            {
                var institution = await db.Institutions.AsNoTracking().RunBy(caller).Include(i => i.History).SingleOrDefaultAsync(i => i.Id == id, ct);
                if (institution is null)
                {
                    return Refusal.NotFound("institution", id, "机构");
                }

                if (!(await packs.RulingAsync(institution.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var folder = (await FoldersAsync([id], ct))[0];
                if (seen is not null && seen.Version != folder.Version)
                {
                    return seen.Stale(folder.Version);
                }

                var papers = await PapersOf([id]).ToListAsync(ct);
                if (!change(new PaperState(institution, papers, pack, clock.Today, clock.UtcNow)).Accepted(out var paper, out var refused))
                {
                    return refused;
                }

                Record(folder, papers, paper);
                await db.SaveChangesAsync(ct);
                return (await PaperView.OfAsync([paper], folder.Version, db, ct))[0];
            },
            cancellationToken);

    /// <summary>Adds papers that a decision brings with it, of one institution or several; the caller saves.</summary>
    public async Task AddAsync(IReadOnlyList<Paper> added, CancellationToken cancellationToken)
    {
        var institutions = added.Select(paper => paper.InstitutionId).Distinct().ToList();
        var before = (await PapersOf(institutions).ToListAsync(cancellationToken)).ToLookup(paper => paper.InstitutionId);
        db.Papers.AddRange(added);
        foreach (var folder in await FoldersAsync(institutions, cancellationToken))
        {
            Announce(folder, [.. before[folder.InstitutionId], .. added.Where(paper => paper.InstitutionId == folder.InstitutionId)]);
        }
    }

    /// <summary>All versions of these institutions' papers, with their files.</summary>
    public IQueryable<Paper> PapersOf(IReadOnlyList<Guid> institutions) =>
        db.Papers.Include(paper => paper.Files).Where(paper => institutions.Contains(paper.InstitutionId)).OrderBy(paper => paper.Id);

    private void Record(PaperFolder folder, List<Paper> papers, Paper paper)
    {
        if (!papers.Contains(paper))
        {
            db.Papers.Add(paper);
            papers.Add(paper);
        }

        Announce(folder, papers);
    }

    private void Announce(PaperFolder folder, List<Paper> papers)
    {
        folder.Version++;
        db.Publish($"institution/{folder.InstitutionId}", new PapersChanged
        {
            InstitutionId = folder.InstitutionId,
            Version = folder.Version,
            Papers = new Holdings(papers).Announce(clock.Today),
        });
    }

    private async Task<IReadOnlyList<PaperFolder>> FoldersAsync(IReadOnlyList<Guid> institutions, CancellationToken cancellationToken)
    {
        var found = await db.PaperFolders.Where(folder => institutions.Contains(folder.InstitutionId)).ToListAsync(cancellationToken);
        return [.. institutions.Select(id => found.Find(folder => folder.InstitutionId == id) ?? db.PaperFolders.Add(new PaperFolder { InstitutionId = id }).Entity)];
    }
}

/// <summary>What a change of papers is decided on.</summary>
internal sealed record PaperState(Institution Institution, IReadOnlyList<Paper> Papers, PolicyPack Pack, DateOnly Today, DateTime Now)
{
    /// <summary>The newest version of a series; null where there is none.</summary>
    public Paper? NewestOf(string series) => Papers.Where(paper => paper.Series == series).MaxBy(paper => paper.Number);
}
