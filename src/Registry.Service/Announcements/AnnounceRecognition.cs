using Contracts.Refusals;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Notices;
using Registry.Packs;
using Registry.PapersOnFile;
using Registry.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Announcements;

/// <summary>
/// The city announces recognitions (ZS-17) or filings (EO-08) by a numbered document: all of it or none. Each body has passed its notice (ZS-16), meets the
/// conditions and is not barred on the document's date, and from that date it is recognised, whenever the document is recorded (ZS-08).
/// </summary>
internal static class AnnounceRecognition
{
    public const int MaxCentres = 100;

    /// <summary>The document; <paramref name="IssuedOn"/> may lie in the past.</summary>
    internal sealed record AnnouncementRequest(Guid NoticeId, string DocumentNumber, DateOnly IssuedOn, IReadOnlyList<CentreToAnnounce> Centres);

    /// <summary>A body and what stands for ×× in its name (ZS-17); where the pack has no such form it keeps its project name.</summary>
    internal sealed record CentreToAnnounce(Guid ApplicationId, string? Field = null);

    public static async Task<CreatedAnswer<AnnouncementView>> HandleAsync(
        AnnouncementRequest request,
        HttpContext http,
        RegistryDb db,
        PackShelf packs,
        RecognitionFile file,
        TakeOverPapers papers,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteRetriedAsync<Announcement>(
            async ct =>
            {
                var notice = await db.Notices.AsNoTracking()
                    .Include(n => n.Applications)
                    .SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.Jurisdiction == caller.Jurisdiction, ct);
                if (notice is null)
                {
                    return ReadNotices.NotFound(request.NoticeId);
                }

                if (!(await packs.RulingAsync(notice.Programme, request.IssuedOn, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var taken = await db.Announcements.AnyAsync(a => a.Jurisdiction == caller.Jurisdiction && a.DocumentNumber == request.DocumentNumber.Trim(), ct);
                if (CheckDocument(request, notice, taken, pack, clock.Today) is { } wrong)
                {
                    return wrong;
                }

                if (!(await file.OpenAsync(request, notice, pack, caller, ct)).Accepted(out var recognitions, out var refused))
                {
                    return refused;
                }

                var serial = await db.NextSerialAsync(notice.Programme, request.IssuedOn.Year, ct);
                var announcement = Issue(request, notice, serial, recognitions, pack, caller, clock.UtcNow);
                db.Announcements.Add(announcement);
                foreach (var institution in recognitions.Select(recognition => recognition.Institution))
                {
                    if (db.Entry(institution).State == EntityState.Detached)
                    {
                        db.Institutions.Add(institution);
                    }

                    db.Publish($"institution/{institution.Id}", institution.Announce());
                }

                await papers.RunAsync([.. recognitions.Select(recognition => recognition.Institution)], pack, request.IssuedOn, caller, clock.UtcNow, ct);
                await db.FollowParksAsync(ct);
                return announcement;
            },
            cancellationToken);
        return outcome.ToCreated(AnnouncementView.Of, view => $"/api/registry/announcements/{view.Id}");
    }

    /// <summary>What stands against the document itself; null where nothing does.</summary>
    public static Refusal? CheckDocument(AnnouncementRequest request, Notice notice, bool numberTaken, PolicyPack pack, DateOnly today)
    {
        var clause = pack.ClauseOf(Procedure.Announcement);
        if (pack.Step(Procedure.Announcement) is null)
        {
            return Refusal.Conflict("no-recognition", clause, "该项目没有“发文公布认定”这一环节。", "This programme announces no recognitions.").With("programme", pack.Programme);
        }

        return Documents.Check(request.DocumentNumber, "issuedOn", request.IssuedOn, today, clause)
            ?? CheckAfterNotice(request, notice)
            ?? (request.Centres.Count is 0 or > MaxCentres || request.Centres.Any(c => c is null) || request.Centres.DistinctBy(c => c.ApplicationId).Count() != request.Centres.Count
                ? Refusal.BadInput("centres", request.Centres.Count, $"认定文件应列 1 至 {MaxCentres} 家，且不得重复。", $"An announcement names 1 to {MaxCentres} bodies, each once.")
                : null)
            ?? (numberTaken
                ? Documents.Taken(request.DocumentNumber, clause, "认定文件", "document")
                : null);
    }

    // ZS-16: recognition follows the notice. The notice in turn follows the city's decision, so that no date before it passes either.
    private static Refusal? CheckAfterNotice(AnnouncementRequest request, Notice notice) =>
        request.IssuedOn > notice.LastDay
            ? null
            : Refusal.Conflict(
                    "notice-not-over",
                    notice.Clause,
                    $"公示期至 {notice.LastDay:yyyy-MM-dd} 止，认定文件的日期最早为次日，不得为 {request.IssuedOn:yyyy-MM-dd}。",
                    $"The notice runs through {notice.LastDay:yyyy-MM-dd}; recognition is dated the day after at the earliest, not {request.IssuedOn:yyyy-MM-dd}.")
                .With("issuedOn", request.IssuedOn)
                .With("lastDay", notice.LastDay)
                .With("firstPossibleDay", notice.LastDay.AddDays(1));

    private static Announcement Issue(
        AnnouncementRequest request, Notice notice, int serial, IReadOnlyList<Recognition> recognitions, PolicyPack pack, Caller caller, DateTime now)
    {
        var announcement = new Announcement
        {
            Programme = notice.Programme,
            Jurisdiction = notice.Jurisdiction,
            NoticeId = notice.Id,
            Serial = serial,
            DocumentNumber = request.DocumentNumber.Trim(),
            IssuedOn = request.IssuedOn,
            Clause = pack.ClauseOf(Procedure.Announcement),
            RecordedAt = now,
            IssuedBySubject = caller.Subject,
            IssuedByName = caller.SignedName(),
        };
        foreach (var recognition in recognitions)
        {
            recognition.CarryOut(announcement, caller, now);
        }

        return announcement;
    }
}
