using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;

namespace Registry.PapersOnFile;

/// <summary>
/// What an application attached under the name of a paper becomes that paper's version when the body is entered or recognised: its
/// construction plan (ZS-27), its organisation and rules (ZS-10), its cooperation agreement (ZS-24).
/// </summary>
internal sealed class TakeOverPapers(RegistryDb db, PaperDesk desk)
{
    private sealed record Enclosed(Guid ApplicationId, string Field, Guid AttachmentId, string FileName);

    /// <summary>Files them from the day of the decision on, in the transaction of the decision.</summary>
    public async Task RunAsync(
        IReadOnlyList<Institution> institutions, PolicyPack pack, DateOnly decidedOn, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        var applications = institutions.Select(institution => institution.ApplicationId).OfType<Guid>().ToList();
        var enclosed = await db.ApplicationFiles.AsNoTracking()
            .Where(file => applications.Contains(file.ApplicationId) && file.RemovedAt == null)
            .Join(
                db.Set<Attachment>(),
                file => file.AttachmentId,
                attachment => attachment.Id,
                (file, attachment) => new Enclosed(file.ApplicationId, file.Field, attachment.Id, attachment.FileName))
            .ToListAsync(cancellationToken);
        var known = await desk.PapersOf([.. institutions.Select(institution => institution.Id)]).AsNoTracking().ToListAsync(cancellationToken);
        await desk.AddAsync([.. institutions.SelectMany(institution => Decide(institution, pack, enclosed, known, decidedOn, caller, now))], cancellationToken);
    }

    private static IEnumerable<Paper> Decide(
        Institution institution, PolicyPack pack, List<Enclosed> enclosed, List<Paper> known, DateOnly decidedOn, Caller caller, DateTime now)
    {
        var (own, held) = (enclosed.FindAll(file => file.ApplicationId == institution.ApplicationId), known.FindAll(paper => paper.InstitutionId == institution.Id));
        return pack.Papers
            .Where(kind => !kind.Expires && !kind.Person)
            .Select(kind => (Kind: kind, Files: own.Where(file => JsonNamingPolicy.KebabCaseLower.ConvertName(file.Field) == kind.Name).ToList()))
            .Where(found => found.Files.Count > 0 && !held.Exists(paper => paper.Kind == found.Kind.Name && paper.ValidFrom > decidedOn))
            .Select(found => Take(institution, found.Kind, found.Files, held.Count(paper => paper.Kind == found.Kind.Name) + 1, decidedOn, caller, now));
    }

    private static Paper Take(
        Institution institution, PackPaper kind, List<Enclosed> files, int number, DateOnly decidedOn, Caller caller, DateTime now)
    {
        var paper = new Paper
        {
            InstitutionId = institution.Id,
            Kind = kind.Name,
            Series = kind.Name,
            Number = number,
            Title = Path.GetFileNameWithoutExtension(files[0].FileName),
            ValidFrom = decidedOn,
            Note = $"随申请提交 / enclosed with the application {institution.ApplicationId}",
            IsPerson = false,
            RecordedAt = now,
            RecordedBySubject = caller.Subject,
            RecordedByName = caller.SignedName(),
        };
        paper.Files.AddRange(files.Select(file => new PaperFile { PaperId = paper.Id, AttachmentId = file.AttachmentId, AttachedBySubject = caller.Subject }));
        return paper;
    }
}
