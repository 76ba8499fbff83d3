using Contracts.Refusals;
using ServiceDefaults.Authentication;

namespace Registry.Bans;

/// <summary>Why a ban is not lifted; each is null where nothing stands against it.</summary>
internal static class LiftRefusals
{
    /// <summary>What does not rule needs no lifting.</summary>
    public static Refusal? NotRunning(Ban ban, DateOnly decidedOn) =>
        ban.RulesOn(decidedOn)
            ? null
            : Refusal.Conflict(
                "ban-not-running",
                ban.Clause,
                ban.LiftedOn is null
                    ? $"该禁止期为 {ban.From:yyyy-MM-dd} 至 {ban.LastDay:yyyy-MM-dd}，{decidedOn:yyyy-MM-dd} 不在其内，无需解除。"
                    : $"该禁止期已自 {ban.LiftedOn:yyyy-MM-dd} 起解除。",
                ban.LiftedOn is null
                    ? $"The ban runs from {ban.From:yyyy-MM-dd} to {ban.LastDay:yyyy-MM-dd}; on {decidedOn:yyyy-MM-dd} there is nothing to lift."
                    : $"The ban has been lifted from {ban.LiftedOn:yyyy-MM-dd} on.")
                .With("from", ban.From)
                .With("lastDay", ban.LastDay)
                .With("liftedOn", ban.LiftedOn);

    public static Refusal AlreadyProposed(Ban ban) =>
        Refusal.Conflict("lift-proposed-already", ban.Clause, "已有解除建议等待他人确认。", "A proposal to lift it waits for another person already.")
            .With("banId", ban.Id);

    public static Refusal NotProposed(Ban ban) =>
        Refusal.Conflict("no-lift-proposed", ban.Clause, "没有等待确认的解除建议，请先提出。", "No proposal to lift it waits; propose it first.")
            .With("banId", ban.Id);

    /// <summary>A ban is lifted by two persons, as it was made.</summary>
    public static Refusal? SamePerson(Ban ban, BanLifting lifting, Caller caller) =>
        caller.Counts(lifting.ProposedBySubject)
            ? new Refusal(
                    RefusalKind.Forbidden, "proposer-decides", "P-5", "提出解除的人不得自行办结，请由他人确认或驳回。", "Whoever proposed to lift it does not decide on it; another person must.")
                .With("banId", ban.Id)
            : null;
}
