using Contracts.Refusals;
using Contracts.Registry;
using Policies;
using Registry.Institutions;
using Registry.Packs;
using ServiceDefaults.Authentication;

namespace Registry.Sanctions;

/// <summary>
/// What a confirmed ground does: to the standing (ZS-19…22, EI-09, EO-12), and to whom the pack's ground names. On a body that is gone
/// already only the bans take effect: both if both (ZS-22). A removal's ban comes of the removal (EO-13), so there is none without it.
/// </summary>
internal static class CarryOut
{
    private const string ChangeDay = "change-day";

    /// <summary>The decision that is carried out, and who took it.</summary>
    internal sealed record Confirmation(string DocumentNumber, DateOnly DecidedOn, Caller By, DateTime At);

    /// <summary>Changes the institution and the case, or tells why it cannot be done.</summary>
    /// <param name="sanction">The case.</param>
    /// <param name="institution">Against whom.</param>
    /// <param name="others">The other cases against it.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="confirmation">The decision.</param>
    public static Outcome<SanctionCase> Decide(
        SanctionCase sanction, Institution institution, IReadOnlyList<SanctionCase> others, PolicyPack pack, Confirmation confirmation)
    {
        if (pack.Find(sanction.Ground) is not { } ground || ground.Measure != sanction.Measure)
        {
            return Refusal.Conflict("ground-gone", sanction.Clause, $"现行政策已没有“{sanction.GroundZh}”这一情形，请驳回。", $"The pack in force does not have the ground '{sanction.GroundEn}' any more; dismiss the case.")
                .With("ground", sanction.Ground);
        }

        var term = SanctionTerm.Of(pack, ground, sanction.FoundOn, confirmation.DecidedOn);
        var refused = ground.Measure switch
        {
            SanctionMeasures.Rectification => CheckRectification(institution, ground, term, confirmation),
            SanctionMeasures.Delisting => CheckDelisting(sanction, others, ground),
            SanctionMeasures.Revocation => CheckRevocation(institution, ground),
            SanctionMeasures.Cancellation or SanctionMeasures.Removal => CheckRecognised(institution, ground),
            _ => Refusal.Conflict("measure-unknown", sanction.Clause, $"平台不能执行“{ground.Measure}”。", $"The platform cannot carry out '{ground.Measure}'."),
        };
        if (refused is not null)
        {
            return refused;
        }

        if (!BarSubjects.Decide(sanction, institution, ground, term, pack, confirmation).Accepted(out var bans, out var nobody))
        {
            return nobody;
        }

        sanction.Bans.AddRange(bans);
        (sanction.LastDay, sanction.EffectiveFrom) = (term.LastDay, EffectiveFrom(sanction, institution, ground, pack, confirmation));
        sanction.Sheet = SanctionSheet.Write(term.Sheet);
        if (!Standings.HasEnded(institution.Standing))
        {
            ChangeStanding(sanction, institution, ground, confirmation);
        }

        return sanction;
    }

    /// <summary>The refusal of what cannot be done to a body that is gone.</summary>
    public static Refusal Ended(Institution institution, string clause) =>
        Refusal.Conflict(
            "institution-ended", clause, $"“{institution.Name}”已不再是在册的机构，无可执行。", $"'{institution.Name}' is gone already; there is nothing left to carry out.")
            .With("institutionId", institution.Id)
            .With("standing", institution.Standing)
            .With("standingSince", institution.StandingSince);

    private static void ChangeStanding(SanctionCase sanction, Institution institution, Ground ground, Confirmation confirmation)
    {
        var standing = ground.Measure switch
        {
            SanctionMeasures.Rectification => Standings.UnderRectification,
            SanctionMeasures.Delisting => Standings.Delisted,
            SanctionMeasures.Revocation => Standings.Revoked,
            SanctionMeasures.Removal => Standings.Removed,
            _ => Standings.Cancelled,
        };

        // A second failed year while a rectification runs lengthens it, never shortens it.
        institution.RectificationUntil = standing == Standings.UnderRectification && !(institution.RectificationUntil > sanction.LastDay)
            ? sanction.LastDay
            : standing == Standings.UnderRectification ? institution.RectificationUntil : null;
        institution.Becomes(
            standing,
            sanction.EffectiveFrom!.Value,
            new StandingDecision(confirmation.DocumentNumber, confirmation.DecidedOn, sanction.Clause),
            confirmation.By,
            confirmation.At);
    }

    /// <summary>ZS-21: from 1 January of the year of the change, yet never from before there was a recognition to lose; all else from the decision.</summary>
    private static DateOnly EffectiveFrom(SanctionCase sanction, Institution institution, Ground ground, PolicyPack pack, Confirmation confirmation)
    {
        if (ground.Measure != SanctionMeasures.Cancellation || sanction.ChangedOn is not { } changedOn)
        {
            return confirmation.DecidedOn;
        }

        var fromChange = pack.ChoicesOrNone(PackParameters.CancellationFrom, confirmation.DecidedOn)?.Value.Contains(ChangeDay, StringComparer.Ordinal) ?? false;
        var from = fromChange ? changedOn : new DateOnly(changedOn.Year, 1, 1);
        return StandingOn.RecognisedSince(institution.History) is { } since && since > from ? since : from;
    }

    private static Refusal? CheckRectification(Institution institution, Ground ground, SanctionTerm term, Confirmation confirmation) =>
        CheckRecognised(institution, ground)
        ?? (term.LastDay <= confirmation.DecidedOn
            ? Refusal.Conflict(
                "rectification-over",
                ground.Citation.ClauseId,
                $"整改期至 {term.LastDay:yyyy-MM-dd} 已届满，不能在 {confirmation.DecidedOn:yyyy-MM-dd} 才决定整改。",
                $"The rectification would have ended on {term.LastDay:yyyy-MM-dd}; a decision of {confirmation.DecidedOn:yyyy-MM-dd} leaves no time to put things right.")
                .With("lastDay", term.LastDay)
                .With("decidedOn", confirmation.DecidedOn)
            : null);

    // ZS-19: delisted is who failed again after the rectification's end, and not before.
    private static Refusal? CheckDelisting(SanctionCase sanction, IReadOnlyList<SanctionCase> others, Ground ground)
    {
        var rectification = others.Rectifications().Where(other => other.Year == sanction.Year).MaxBy(other => other.LastDay);
        if (rectification is null)
        {
            return Refusal.Conflict("no-rectification", ground.Citation.ClauseId, "没有经确认的限期整改，不能摘牌。", "There was no confirmed rectification, so there is nothing to delist for.")
                .With("year", sanction.Year);
        }

        return sanction.FoundOn <= rectification.LastDay
            ? Refusal.Conflict(
                "rectification-running",
                ground.Citation.ClauseId,
                $"整改期至 {rectification.LastDay:yyyy-MM-dd} 届满，{sanction.FoundOn:yyyy-MM-dd} 的评估结果不能据以摘牌。",
                $"The rectification ran to {rectification.LastDay:yyyy-MM-dd}; a result of {sanction.FoundOn:yyyy-MM-dd} came before its end.")
                .With("lastDay", rectification.LastDay)
                .With("foundOn", sanction.FoundOn)
            : null;
    }

    private static Refusal? CheckRevocation(Institution institution, Ground ground) =>
        ground.Term is null && Standings.HasEnded(institution.Standing) ? Ended(institution, ground.Citation.ClauseId) : null;

    private static Refusal? CheckRecognised(Institution institution, Ground ground)
    {
        var clause = ground.Citation.ClauseId;
        if (Standings.HasEnded(institution.Standing))
        {
            return Ended(institution, clause);
        }

        return Standings.IsRecognised(institution.Standing)
            ? null
            : Refusal.Conflict("not-recognised", clause, $"“{institution.Name}”尚未认定或备案。", $"'{institution.Name}' is neither recognised nor filed.")
                .With("institutionId", institution.Id)
                .With("standing", institution.Standing);
    }

    /// <summary>The confirmed rectifications.</summary>
    public static IEnumerable<SanctionCase> Rectifications(this IEnumerable<SanctionCase> cases) =>
        cases.Where(c => c is { Measure: SanctionMeasures.Rectification, Status: SanctionStatus.Confirmed });
}
