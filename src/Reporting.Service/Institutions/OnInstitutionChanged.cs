using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;

namespace Reporting.Institutions;

/// <summary>Keeps the newest state of each institution, and applies what waited for it.</summary>
internal sealed class OnInstitutionChanged(ReportingDb db, WaitingEvents waiting) : IOn<InstitutionChanged>
{
    public async Task<Applied> ApplyAsync(InstitutionChanged message, CancellationToken cancellationToken)
    {
        var known = await db.Institutions.SingleOrDefaultAsync(i => i.Id == message.InstitutionId, cancellationToken);
        if (known is null)
        {
            var institution = From(message);
            Take(institution, message);
            db.Institutions.Add(institution);
            await db.SaveChangesAsync(cancellationToken);
            await waiting.ApplyAsync(Institution.WaitingKey(message.InstitutionId), cancellationToken);
            return Applied.Done;
        }

        if (message.Version > known.Version)
        {
            Take(known, message);
        }

        return Applied.Done;
    }

    private static void Take(Institution institution, InstitutionChanged said)
    {
        (institution.Version, institution.District, institution.Name) = (said.Version, said.District, said.Name);
        (institution.Organisation, institution.Category) = (said.ImplementingBodyCode, said.Category);
        (institution.Standing, institution.StandingSince) = (said.Standing, said.StandingSince);
        (institution.RecognisedOn, institution.RectificationUntil) = (said.RecognisedOn, said.RectificationUntil);
        institution.PartyCodes = [.. said.PartyCodes ?? [said.ImplementingBodyCode]];
    }

    private static Institution From(InstitutionChanged message) => new()
    {
        Id = message.InstitutionId,
        Version = message.Version,
        Programme = message.Programme,
        Jurisdiction = message.Jurisdiction,
        District = message.District,
        Name = message.Name,
        Organisation = message.ImplementingBodyCode,
        Standing = message.Standing,
    };
}
