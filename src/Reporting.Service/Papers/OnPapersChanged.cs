using Contracts.Registry;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Institutions;

namespace Reporting.Papers;

/// <summary>Takes over the papers that an institution has on file; the highest version wins.</summary>
internal sealed class OnPapersChanged(ReportingDb db) : IOn<PapersChanged>
{
    public async Task<Applied> ApplyAsync(PapersChanged message, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.SingleOrDefaultAsync(i => i.Id == message.InstitutionId, cancellationToken);
        if (institution is null)
        {
            return Applied.WaitFor(Institution.WaitingKey(message.InstitutionId));
        }

        if (institution.PapersVersion < message.Version)
        {
            institution.PapersVersion = message.Version;
            await db.PapersOnFile.Where(paper => paper.InstitutionId == message.InstitutionId).ExecuteDeleteAsync(cancellationToken);
            db.PapersOnFile.AddRange(message.Papers.Select(paper => Of(message.InstitutionId, paper)));
        }

        return Applied.Done;
    }

    /// <summary>A paper as it is kept here.</summary>
    public static PaperOnFile Of(Guid institutionId, Contracts.Registry.PaperOnFile paper) => new()
    {
        Id = Guid.CreateVersion7(),
        InstitutionId = institutionId,
        Kind = paper.Kind,
        Title = paper.Title,
        ValidFrom = paper.ValidFrom,
        ExpiresOn = paper.ExpiresOn,
    };
}
