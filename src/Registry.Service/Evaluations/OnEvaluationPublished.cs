using Contracts.Reporting;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Registry.Data;

namespace Registry.Evaluations;

/// <summary>Keeps what an institution was found to be worth (ZS-18), and draws the consequences for its standing.</summary>
internal sealed class OnEvaluationPublished(RegistryDb db, DrawConsequences consequences) : IOn<EvaluationPublished>
{
    public async Task<Applied> ApplyAsync(EvaluationPublished message, CancellationToken cancellationToken)
    {
        var known = await db.EvaluationResults.SingleOrDefaultAsync(result => result.Id == message.EvaluationId, cancellationToken);
        if (known?.ResultVersion >= message.Version)
        {
            return Applied.Done;
        }

        if (known is null)
        {
            known = new EvaluationResult
            {
                Id = message.EvaluationId,
                InstitutionId = message.InstitutionId,
                Programme = message.Programme,
                Year = message.Year,
                Kind = message.Kind,
                Grade = message.Grade,
                PublishedOn = message.PublishedOn,
                DocumentNumber = message.DocumentNumber,
                ResultVersion = message.Version,
            };
            db.EvaluationResults.Add(known);
        }
        else
        {
            (known.ResultVersion, known.Grade) = (message.Version, message.Grade);
            (known.PublishedOn, known.DocumentNumber) = (message.PublishedOn, message.DocumentNumber);
        }

        await db.SaveChangesAsync(cancellationToken);
        await consequences.ApplyAsync(known, cancellationToken);
        return Applied.Done;
    }
}
