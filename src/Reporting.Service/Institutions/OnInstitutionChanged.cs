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
            db.Institutions.Add(From(message));
            await db.SaveChangesAsync(cancellationToken);
            await waiting.ApplyAsync(Institution.WaitingKey(message.InstitutionId), cancellationToken);
            return Applied.Done;
        }

        if (message.Version > known.Version)
        {
            (known.Version, known.District, known.Name) = (message.Version, message.District, message.Name);
            (known.Organisation, known.Standing) = (message.ImplementingBodyCode, message.Standing);
        }

        return Applied.Done;
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
