using Contracts.Refusals;

namespace ServiceDefaults.Clock;

/// <summary>Why the business clock is not moved.</summary>
internal static class ClockRefusals
{
    public static Refusal Backwards(DateTime now, DateTime asked) =>
        Refusal.Conflict(
                "clock-backwards",
                "P-1",
                "业务时钟只能向前调整：已发生的事项不能回到过去。",
                "The business clock only moves forward: what has happened cannot lie in the future.")
            .With("now", Local(now))
            .With("asked", Local(asked));

    public static Refusal TooFar(DateTime now, DateTime asked, int years) =>
        Refusal.BadInput("now", Local(asked), $"一次最多向前调整 {years} 年，请分次进行。", $"One move goes at most {years} years forward; move in steps.")
            .With("now", Local(now));

    private static DateTimeOffset Local(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToOffset(BusinessClock.Shanghai);
}
