using System.Text.Json;
using Policies.Evaluation;

namespace Registry.Registers;

/// <summary>
/// That an entry still waits after its term, as the pack says by a reminder: computed when it is read, so that it is seen from the first
/// day on without anybody's doing (HB-09).
/// </summary>
/// <param name="Reminder">The reminder's name in the pack.</param>
/// <param name="Clause">Where it comes from.</param>
/// <param name="Zh">What it says.</param>
/// <param name="En">The same in English.</param>
/// <param name="Since">The day from which the term ran.</param>
/// <param name="LastDay">The last day that was in time (P-2).</param>
internal sealed record OverdueView(string Reminder, string Clause, string Zh, string En, DateOnly Since, DateOnly LastDay)
{
    /// <summary>What is overdue about an entry of a state with these answers on a day.</summary>
    public static IReadOnlyList<OverdueView> Of(RegisterRules rules, string state, JsonElement answers, DateOnly day) =>
        [.. rules.Pack.Overdue(rules.Register, state, answers, day).Select(overdue => new OverdueView(
            overdue.Reminder.Name, overdue.Reminder.Citation.ClauseId, overdue.Reminder.Label.Zh, overdue.Reminder.Label.En, overdue.Since, overdue.LastDay))];
}
