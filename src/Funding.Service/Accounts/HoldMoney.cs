using Contracts.Values;
using Funding.Clawbacks;
using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Clock;

namespace Funding.Accounts;

/// <summary>What was said of a body, by whom.</summary>
/// <param name="Cause">Of what kind it is.</param>
/// <param name="SourceId">The ban, change, missed deadline or case: it holds the body's money once.</param>
/// <param name="By">Who says so: the service.</param>
/// <param name="Zh">The reason in Chinese.</param>
/// <param name="En">The reason in English.</param>
/// <param name="EndsOn">The first day without it; null where that is not known.</param>
/// <param name="EndDocument">The document that ends it.</param>
internal sealed record HoldGround(HoldCause Cause, Guid SourceId, string By, string Zh, string En, DateOnly? EndsOn = null, string? EndDocument = null);

/// <summary>
/// Holds a body's money for what Registry, Reporting or a case here says of it, where the bureau chose so in its pack. P-5: the bureau
/// decided it for all beforehand, nothing is taken, and an approver releases it.
/// </summary>
internal sealed class HoldMoney(FundingDb db, PackShelf packs, BusinessClock clock)
{
    /// <summary>Places the hold, once for each ground, or notes on it that its ground ends; the caller has the body's turn.</summary>
    /// <exception cref="ServiceDefaults.Problems.RefusalException">The programme's pack has not arrived: whether the bureau chose this hold is not known yet.</exception>
    public async Task RunAsync(FundingAccount account, HoldGround ground, CancellationToken cancellationToken)
    {
        if (await db.Holds.SingleOrDefaultAsync(h => h.InstitutionId == account.InstitutionId && h.Cause == ground.Cause && h.SourceId == ground.SourceId, cancellationToken) is { } known)
        {
            End(known, ground.EndsOn, ground.EndDocument);
        }
        else
        {
            Place(db, account, ground, new PaymentRules(await packs.RulingAsync(account.Programme, clock.Today, cancellationToken), clock.Today), clock.UtcNow);
        }
    }

    /// <summary>Notes that the ground of a body's holds of a cause is gone. P-5: they stay until an approver releases them.</summary>
    public async Task EndAsync(FundingAccount account, HoldCause cause, DateOnly on, string document, CancellationToken cancellationToken)
    {
        foreach (var hold in await db.Holds.Where(h => h.InstitutionId == account.InstitutionId && h.Cause == cause && h.Released == null).ToListAsync(cancellationToken))
        {
            End(hold, on, document);
        }
    }

    /// <summary>Places a hold for a case that has just come to be owed, also again: the hold before may be released already.</summary>
    public static void ForClawback(FundingDb db, FundingAccount account, Clawback clawback, bool wasOpen, PaymentRules rules, DateTime at)
    {
        if (wasOpen || clawback.Status != ClawbackStatus.Open)
        {
            return;
        }

        var ground = new HoldGround(
            HoldCause.OpenClawback,
            clawback.Id,
            "funding",
            $"{clawback.FiscalYear}年度有追缴款 {Money.FromFen(clawback.OutstandingFen)} 元未缴。",
            $"{Money.FromFen(clawback.OutstandingFen)} yuan of {clawback.FiscalYear} are claimed back and not paid.");
        Place(db, account, ground, rules, at);
    }

    // What is said twice comes in no promised order: the earlier end is the later word.
    private static void End(Hold hold, DateOnly? on, string? document)
    {
        if (on is not null && (hold.GroundEndsOn is null || on < hold.GroundEndsOn))
        {
            (hold.GroundEndsOn, hold.GroundEndDocument) = (on, document);
        }
    }

    private static void Place(FundingDb db, FundingAccount account, HoldGround ground, PaymentRules rules, DateTime at)
    {
        if (rules.HoldClause(ground.Cause) is not { } clause)
        {
            return;
        }

        account.OpenHolds++;
        db.Holds.Add(new Hold
        {
            Id = Guid.CreateVersion7(),
            InstitutionId = account.InstitutionId,
            Cause = ground.Cause,
            SourceId = ground.SourceId,
            Reason = ground.Zh,
            ReasonEn = ground.En,
            Clause = clause,
            GroundEndsOn = ground.EndsOn,
            GroundEndDocument = ground.EndDocument,
            Placed = new Signature { Subject = ground.By, Name = ground.By, At = at },
        });
    }
}
