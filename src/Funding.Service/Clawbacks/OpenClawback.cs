using Funding.Accounts;
using Funding.Data;
using Funding.Packs;
using Funding.Settlements;
using Policies;

namespace Funding.Clawbacks;

/// <summary>
/// Opens a clawback for exactly advance less entitled (ZS-07), due by the pack's term, and follows a corrected settlement. There
/// is one case for a year's settlement; it keeps what was received whatever becomes of the claim.
/// </summary>
internal static class OpenClawback
{
    /// <summary>Brings the case to what the settlement claims; opens none where nothing is claimed.</summary>
    public static void Claim(FundingDb db, FundingAccount account, Settlement settlement, Clawback? known, YearFigures figures, PaymentRules rules)
    {
        if (known is null && figures.Clawback.Fen > 0)
        {
            db.Clawbacks.Add(Open(account, settlement, figures, rules));
        }
        else if (known is not null && known.ClaimedFen != figures.Clawback.Fen)
        {
            Correct(known, figures, rules);
        }
    }

    private static Clawback Open(FundingAccount account, Settlement settlement, YearFigures figures, PaymentRules rules)
    {
        var (dueOn, sheet) = Due(figures, rules);
        return new Clawback
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = account.Jurisdiction,
            InstitutionId = account.InstitutionId,
            Programme = account.Programme,
            FiscalYear = settlement.FiscalYear,
            SettlementId = settlement.Id,
            Status = ClawbackStatus.Open,
            ClaimedFen = figures.Clawback.Fen,
            OpenedOn = rules.Today,
            DueOn = dueOn,
            Sheet = sheet,
        };
    }

    // A larger claim is a new demand and gets the whole term again; a smaller one keeps the day that was set.
    private static void Correct(Clawback clawback, YearFigures figures, PaymentRules rules)
    {
        var (dueOn, sheet) = Due(figures, rules);
        clawback.DueOn = figures.Clawback.Fen > clawback.ClaimedFen ? dueOn : clawback.DueOn;
        clawback.ClaimedFen = figures.Clawback.Fen;
        clawback.Sheet = sheet;
        clawback.Conclude(rules.Today);
    }

    private static (DateOnly DueOn, string Sheet) Due(YearFigures figures, PaymentRules rules)
    {
        if (!rules.ClawbackDue().Accepted(out var due, out var refused))
        {
            throw new PolicyException(refused);
        }

        var sheet = rules.Pack.Sheet("追缴", "Clawback").Lines(figures.Sheet).Lines(due.Sheet).Build();
        return (due.Day!.Value, StoredSheet.Write(sheet));
    }
}
