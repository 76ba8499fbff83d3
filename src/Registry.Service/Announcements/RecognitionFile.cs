using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Bans;
using Registry.Data;
using Registry.Institutions;
using Registry.Notices;
using Registry.Packs;
using ServiceDefaults.Authentication;

namespace Registry.Announcements;

/// <summary>Gathers what an announcement is decided from and looks at each body; one that must not be recognised stops the whole document (ZS-17).</summary>
internal sealed class RecognitionFile(RegistryDb db, PackShelf packs)
{
    /// <summary>The recognitions, in the order of the request; refused with every body that something stands against.</summary>
    public async Task<Outcome<IReadOnlyList<Recognition>>> OpenAsync(
        AnnounceRecognition.AnnouncementRequest request, Notice notice, PolicyPack pack, Caller caller, CancellationToken cancellationToken)
    {
        var ids = request.Centres.Select(centre => centre.ApplicationId).ToList();
        var posted = notice.Applications.Select(line => line.ApplicationId).ToHashSet();
        var applications = await db.Applications.Include(a => a.Steps).Include(a => a.ConditionAnswers).AsSplitQuery()
            .Where(a => a.Jurisdiction == notice.Jurisdiction && ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        var open = await db.Objections
            .Where(o => o.NoticeId == notice.Id && (o.Status == ObjectionStatus.Received || o.Status == ObjectionStatus.Verified))
            .Select(o => o.ApplicationId)
            .Distinct()
            .ToListAsync(cancellationToken);
        var institutions = await InstitutionsOfAsync(applications.Values, notice, cancellationToken);
        var files = await FileView.OfManyAsync(db, applications.Keys, cancellationToken);
        var library = await packs.OpenAsync(cancellationToken);

        var recognitions = new List<Recognition>();
        var refusals = new List<Refusal>();
        foreach (var centre in request.Centres)
        {
            var application = posted.Contains(centre.ApplicationId) ? applications.GetValueOrDefault(centre.ApplicationId) : null;
            var matter = new RecognitionChecks.Matter(application, notice, open.Contains(centre.ApplicationId), institutions, pack, request.IssuedOn);
            if (RecognitionChecks.Decide(centre, matter, caller).Accepted(out var recognition, out var refused)
                && (refused = Examine(recognition.Application, [.. files[recognition.Application.Id]], library, pack, request.IssuedOn)
                    ?? await FindBanAsync(recognition, pack, request.IssuedOn, cancellationToken)) is null)
            {
                recognitions.Add(recognition);
            }
            else
            {
                refusals.Add(refused!.With("applicationId", centre.ApplicationId));
            }
        }

        if (refusals.Count == 0)
        {
            refusals.AddRange(CheckPersons(recognitions, pack.ClauseOf(Procedure.Announcement)));
            refusals.AddRange(await CheckNamesAsync(recognitions, pack.ClauseOf(Procedure.Announcement), cancellationToken));
        }

        return refusals.Count > 0 ? refusals[0].With("refusals", refusals) : recognitions;
    }

    // ZS-12: what the pack asks at the decision is asked again on the day of the recognition.
    private static Refusal? Examine(Application application, IReadOnlyList<FileView> files, PackLibrary library, PolicyPack pack, DateOnly day) =>
        ApplicationExamination.OfDecision(application, files, library.ByHash(application.PolicyHash!) ?? pack, pack, day).Check(application);

    // ZS-20, ZS-22: a ban that was decided by that day; one decided later does not reach back to it.
    private Task<Refusal?> FindBanAsync(Recognition recognition, PolicyPack pack, DateOnly day, CancellationToken cancellationToken) =>
        db.FindBanAsync(pack, recognition.Facts.Category, Parties.Of(recognition.Application.Organisation, recognition.Facts), day, cancellationToken);

    /// <summary>The institutions that the applications name, and those of the same legal persons: a centre is one legal person (ZS-10).</summary>
    private async Task<IReadOnlyList<Institution>> InstitutionsOfAsync(
        IEnumerable<Application> applications, Notice notice, CancellationToken cancellationToken)
    {
        var named = applications.Select(a => a.InstitutionId).OfType<Guid>().ToList();
        var codes = applications.Select(a => a.CentreCode).OfType<string>().ToList();
        var builders = applications.Select(a => a.Organisation).ToList();
        return await db.Institutions.Include(i => i.History)
            .Where(i => i.Jurisdiction == notice.Jurisdiction && i.Programme == notice.Programme
                && (named.Contains(i.Id) || (i.CentreCode != null && codes.Contains(i.CentreCode)) || builders.Contains(i.ImplementingBodyCode)))
            .OrderBy(i => i.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>A centre is one legal person (ZS-10), and a legal person one centre: two lines of a document never make the same one.</summary>
    private static IEnumerable<Refusal> CheckPersons(List<Recognition> recognitions, string clause) =>
        recognitions
            .GroupBy(recognition => recognition.Facts.CentreCode ?? recognition.Institution.Id.ToString())
            .Where(same => same.Count() > 1)
            .SelectMany(same => same)
            .Select(recognition => Refusal.Conflict(
                    "legal-person-twice", clause, $"“{recognition.Facts.CentreName}”在同一文件中出现两次，一个法人只能认定一个中心。", $"'{recognition.Facts.CentreName}' is named twice; a legal person is recognised as one centre.")
                .With("centreCode", recognition.Facts.CentreCode)
                .With("applicationId", recognition.Application.Id));

    private async Task<IReadOnlyList<Refusal>> CheckNamesAsync(List<Recognition> recognitions, string clause, CancellationToken cancellationToken)
    {
        var names = recognitions.ConvertAll(recognition => recognition.Name);
        var bearers = await db.Institutions.AsNoTracking()
            .Where(i => i.Jurisdiction == recognitions[0].Institution.Jurisdiction && names.Contains(i.Name))
            .Select(i => new { i.Id, i.Name })
            .ToListAsync(cancellationToken);
        return
        [
            .. recognitions
                .Where(recognition => names.Count(name => name == recognition.Name) > 1
                    || bearers.Exists(bearer => bearer.Name == recognition.Name && bearer.Id != recognition.Institution.Id))
                .Select(recognition => Refusal.Conflict("name-taken", clause, $"名称“{recognition.Name}”已被使用，认定名称不得重复。", $"The name '{recognition.Name}' is taken; a recognised name is unique.")
                    .With("name", recognition.Name)
                    .With("applicationId", recognition.Application.Id)),
        ];
    }
}
