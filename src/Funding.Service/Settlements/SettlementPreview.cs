using Contracts.Refusals;
using Funding.Packs;

namespace Funding.Settlements;

/// <summary>What a line says before it is settled, and whether that still holds when it is.</summary>
internal static class SettlementPreview
{
    private const string Clause = "ZS-06";

    /// <summary>Calculates a line (grade → money).</summary>
    public static SettlementLine Of(SettlementRun run, PublishedResult result, YearToSettle year, PaymentRules rules)
    {
        var line = new SettlementLine
        {
            RunId = run.Id,
            InstitutionId = result.InstitutionId,
            ReviewVersion = result.ReviewVersion,
            Grade = result.Grade,
            PaidFen = year.PaidFen,
            EntitledBeforeFen = year.Settlement?.EntitledFen,
            ClaimedBeforeFen = year.ClaimedFen,
        };
        if (year.Figures(result.Grade, rules).Accepted(out var figures, out var refused))
        {
            (line.EntitledFen, line.ClaimedFen) = (figures.Entitled.Fen, year.Claims(figures));
        }
        else
        {
            line.Set(SettlementLineState.Refused, refused.Zh, refused.En);
        }

        return line;
    }

    /// <summary>Adds a line to its run's figures.</summary>
    public static void Count(this SettlementRun run, SettlementLine line)
    {
        run.Lines++;
        run.Refused += line.State == SettlementLineState.Refused ? 1 : 0;
        run.PaidFen = checked(run.PaidFen + line.PaidFen);
        run.EntitledFen = checked(run.EntitledFen + line.EntitledFen);
        run.ClaimedFen = checked(run.ClaimedFen + line.ClaimedFen);
        run.ChangeFen = checked(run.ChangeFen + line.ClaimedFen - line.ClaimedBeforeFen);
    }

    /// <summary>The figures to settle by, where they are those that the second person saw; otherwise why they are not.</summary>
    public static Outcome<YearFigures> StillHolds(SettlementLine line, PublishedResult result, YearToSettle year, Outcome<YearFigures> now)
    {
        if (!result.IsPending && result.SettledVersion >= line.ReviewVersion)
        {
            return Refusal.Conflict("settled-meanwhile", Clause, "该结果已由另一批次结算。", "Another run has settled this result.");
        }

        if (result.ReviewVersion != line.ReviewVersion)
        {
            return Refusal.Conflict("result-corrected", Clause, "预览之后考核结果又有更正，请另开批次结算。", "The result was corrected after the preview; open another run.");
        }

        return !now.Accepted(out var figures, out var refused) ? refused
            : (line.PaidFen, line.EntitledFen, line.ClaimedFen, line.ClaimedBeforeFen)
                == (figures.Advance.Fen, figures.Entitled.Fen, year.Claims(figures), year.ClaimedFen) ? figures
            : Refusal.Conflict(
                "figures-changed",
                Clause,
                "预览之后该年度的拨付、追缴或政策发生变化，金额与预览不同，请另开批次结算。",
                "Payments, claims or the policy changed after the preview, and the figures with them; open another run.");
    }
}
