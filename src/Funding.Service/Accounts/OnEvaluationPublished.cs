using Contracts.Reporting;
using Funding.Data;
using Messaging.Inbox;

namespace Funding.Accounts;

/// <summary>Keeps a body's latest yearly evaluation, an important ground of every decision on its money (ZS-18).</summary>
internal sealed class OnEvaluationPublished(FundingDb db) : IOn<EvaluationPublished>
{
    public async Task<Applied> ApplyAsync(EvaluationPublished message, CancellationToken cancellationToken)
    {
        var account = await db.TakeTurnAsync(message.InstitutionId, cancellationToken);
        if (account is null)
        {
            return Applied.WaitFor(OnInstitutionChanged.SubjectKey(message.InstitutionId));
        }

        var isNewer = account.EvaluatedYear is not { } year || message.Year > year || (message.Year == year && message.Version > account.EvaluationVersion);
        if (message.Kind == EvaluationKinds.Yearly && isNewer)
        {
            (account.EvaluatedYear, account.EvaluationGrade, account.EvaluationVersion) = (message.Year, message.Grade, message.Version);
        }

        return Applied.Done;
    }
}
