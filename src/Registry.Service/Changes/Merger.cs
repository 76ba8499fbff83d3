using Contracts.Refusals;
using Contracts.Registry;
using Registry.Institutions;
using ServiceDefaults.Authentication;

namespace Registry.Changes;

/// <summary>One body takes in another (ZS-21: 合并): the absorbed one is gone from the day of the change, the other carries its years on (ZS-04).</summary>
internal static class Merger
{
    /// <summary>What stands against it: both are of one programme, both there, and nobody absorbs itself.</summary>
    public static Refusal? Check(Institution survivor, Institution? absorbed, DateOnly changedOn, string clause)
    {
        if (absorbed is null)
        {
            return null;
        }

        if (absorbed.Id == survivor.Id)
        {
            return Refusal.Conflict("merges-with-itself", clause, "不能与自身合并。", "A body does not merge with itself.").With("institutionId", survivor.Id);
        }

        return absorbed.Programme != survivor.Programme
            ? Refusal.Conflict("other-programme", clause, "合并的双方应属同一项目。", "Both bodies of a merger belong to one programme.")
                .With("programme", survivor.Programme)
                .With("otherProgramme", absorbed.Programme)
            : CheckThere(absorbed, changedOn, clause);
    }

    /// <summary>A body that is gone, or was not there on the day of the change, does not change.</summary>
    public static Refusal? CheckThere(Institution institution, DateOnly changedOn, string clause)
    {
        if (Standings.HasEnded(institution.Standing))
        {
            return Sanctions.CarryOut.Ended(institution, clause);
        }

        var entered = institution.History.Min(entry => entry.EffectiveFrom);
        return changedOn < entered
            ? Refusal.Conflict(
                "change-before-entry",
                clause,
                $"“{institution.Name}”自 {entered:yyyy-MM-dd} 起列入，变化日期不得早于该日。",
                $"'{institution.Name}' was entered on {entered:yyyy-MM-dd}; a change cannot be older.")
                .With("changedOn", changedOn)
                .With("enteredOn", entered)
            : null;
    }

    /// <summary>Carries it out.</summary>
    public static void CarryOut(Institution survivor, Institution absorbed, DateOnly changedOn, StandingDecision decision, Caller by, DateTime now)
    {
        absorbed.RectificationUntil = null;
        absorbed.Becomes(Standings.Merged, changedOn, decision, by, now);

        // What the absorbed one had taken in before goes with it: its years are the survivor's now as well.
        survivor.Absorbed = [.. survivor.Absorbed.Append(absorbed.Id).Concat(absorbed.Absorbed).Distinct()];
        survivor.Version++;
    }
}
