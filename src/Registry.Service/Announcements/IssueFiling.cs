using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Authentication;

namespace Registry.Announcements;

/// <summary>
/// A filing without a notice (EO-07, SD-11) has its document, number and certificate as an announcement has them; several bodies may be
/// filed by one document, one after the other.
/// </summary>
internal sealed class IssueFiling(RegistryDb db)
{
    /// <summary>Puts the filed body on its document; refused where the number is another document's.</summary>
    public async Task<Refusal?> RunAsync(Application application, Institution institution, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        var step = application.Steps.MaxBy(taken => taken.Number)!;
        var (number, day) = (step.DocumentNumber!, step.DocumentDate!.Value);
        var document = await db.Announcements.Include(a => a.Centres)
            .SingleOrDefaultAsync(a => a.Jurisdiction == application.Jurisdiction && a.DocumentNumber == number, cancellationToken);
        if (document is not null && (document.NoticeId is not null || document.Programme != application.Programme || document.IssuedOn != day))
        {
            return Documents.Taken(number, step.Clause, "文件", "document").With("issuedOn", document.IssuedOn);
        }

        if (document is null)
        {
            document = new Announcement
            {
                Programme = application.Programme,
                Jurisdiction = application.Jurisdiction,
                NoticeId = null,
                Serial = await db.NextSerialAsync(application.Programme, day.Year, cancellationToken),
                DocumentNumber = number,
                IssuedOn = day,
                Clause = step.Clause,
                RecordedAt = now,
                IssuedBySubject = caller.Subject,
                IssuedByName = caller.SignedName(),
            };
            db.Announcements.Add(document);
        }

        db.Add(document.Add(application, institution));
        institution.RecognisedOn ??= day;
        return null;
    }
}
