using Contracts.Registry;
using Funding.Data;
using Funding.Deadlines;
using Messaging.Inbox;

namespace Funding.Accounts;

/// <summary>Opens a body's funding account, or takes over what Registry says of it; the highest version wins.</summary>
internal sealed class OnInstitutionChanged(FundingDb db, WaitingEvents waiting, FollowFacts follow, HoldMoney hold) : IOn<InstitutionChanged>
{
    /// <summary>Under what key an event waits for a body that is not known yet.</summary>
    public static string SubjectKey(Guid institutionId) => $"institution/{institutionId}";

    public async Task<Applied> ApplyAsync(InstitutionChanged message, CancellationToken cancellationToken)
    {
        var account = await db.TakeTurnAsync(message.InstitutionId, cancellationToken);
        if (account is null)
        {
            db.Accounts.Add(Open(message));
            await db.SaveChangesAsync(cancellationToken);
            await waiting.ApplyAsync(SubjectKey(message.InstitutionId), cancellationToken);
        }
        else if (account.InstitutionVersion < message.Version)
        {
            var (was, now) = (Standings.HasEnded(account.Standing), Standings.HasEnded(message.Standing));
            Take(account, message);
            if (now && !was)
            {
                await hold.RunAsync(account, Ended(message), cancellationToken);
            }
            else if (was && !now)
            {
                await hold.EndAsync(account, HoldCause.Delisting, message.StandingSince, message.DecisionNumber, cancellationToken);
            }

            // ZS-08: a recognition in time that arrives late takes back what was claimed for want of it.
            await follow.RunAsync(account, cancellationToken);
        }

        return Applied.Done;
    }

    // A change of standing has no key of its own; its event is taken once, by its version.
    private static HoldGround Ended(InstitutionChanged said) => new(
        HoldCause.Delisting,
        Guid.CreateVersion7(),
        "registry",
        $"自 {said.StandingSince:yyyy-MM-dd} 起{Words.StandingZh(said.Standing)}（{said.DecisionNumber}）。",
        $"It is {said.Standing} from {said.StandingSince:yyyy-MM-dd} ({said.DecisionNumber}).");

    private static FundingAccount Open(InstitutionChanged said)
    {
        var account = new FundingAccount
        {
            InstitutionId = said.InstitutionId,
            Programme = said.Programme,
            Jurisdiction = said.Jurisdiction,
            District = said.District,
            Name = said.Name,
            Category = said.Category,
            ImplementingBodyCode = said.ImplementingBodyCode,
            ImplementingBodyName = said.ImplementingBodyName,
            Standing = said.Standing,
            DecisionNumber = said.DecisionNumber,
        };
        Take(account, said);
        return account;
    }

    // A body keeps its programme and jurisdiction for life: its money is booked under them.
    private static void Take(FundingAccount account, InstitutionChanged said)
    {
        if (account.Programme != said.Programme || account.Jurisdiction != said.Jurisdiction)
        {
            throw new InvalidOperationException($"Institution {said.InstitutionId} cannot move from {account.Programme} to {said.Programme}.");
        }

        account.InstitutionVersion = said.Version;
        account.District = said.District;
        account.Name = said.Name;
        account.Category = said.Category;
        account.ImplementingBodyCode = said.ImplementingBodyCode;
        account.ImplementingBodyName = said.ImplementingBodyName;
        account.CoBuilt = said.CoBuilt;
        account.CountyShareFen = said.CountyShareFen;
        account.Standing = said.Standing;
        account.StandingSince = said.StandingSince;
        account.RecognisedOn = said.RecognisedOn;
        account.DecisionNumber = said.DecisionNumber;
        var absorbed = said.Absorbed ?? [];
        account.Absorbed.RemoveAll(known => !absorbed.Contains(known.AbsorbedId));
        account.Absorbed.AddRange(absorbed.Distinct().Where(id => !account.Absorbed.Exists(known => known.AbsorbedId == id))
            .Select(id => new Absorption { InstitutionId = account.InstitutionId, AbsorbedId = id }));
    }
}
