using System.Text.Json;
using Contracts.Values;
using Policies.Evaluation;

namespace Policies.Tests;

/// <content>Examples of claims and rewards: what may be handed in, what it comes to, which grades are rewarded.</content>
internal sealed partial class WorkedExample
{
    /// <summary>The file's complete claim of that kind, with what is different in the example.</summary>
    private (string, string) HoldClaim(string wanted)
    {
        var name = Text(Given(), "claim");
        var kind = pack.Claim(name) ?? throw new FormatException($"line {example.Line}: there is no claim '{name}'.");
        var complete = Map(Map(file, "claims"), name);
        var (answers, files, today) = (Changed(kind.Fields, Map(complete, "answers")), Attached(complete).ToList(), GivenDay("today"));
        var problems = pack.ValidateClaim(kind, answers, files, today);
        cited.UnionWith(problems.Count == 0 ? [kind.Citation.ClauseId] : problems.Select(p => p.ClauseId));
        if (wanted == "problems")
        {
            return (wanted, string.Join(", ", problems.Select(p => p.Field)));
        }

        ("problems", string.Join(", ", problems.Select(p => p.Field))).ShouldHaveNone(example.Line);
        cited.UnionWith(kind.Checks.Select(c => pack.Condition(c.Condition).Citation.ClauseId));
        if (!pack.CheckClaim(kind, answers, files, today).Accepted(out var flags, out var refusal))
        {
            return ("refused", (string)refusal.Inputs["condition"]!);
        }

        return wanted == "amount" ? Amount(kind, answers, today) : ("flags", string.Join(", ", flags.Select(f => f.Condition)));
    }

    private (string, string) Amount(ClaimKind kind, JsonElement answers, DateOnly today)
    {
        var used = Given().Entries.TryGetValue("used", out var before) ? Yuan(Scalar(before.Value)) : Money.Zero;
        var calculation = pack.Assess(kind, new ClaimFacts(answers, [.. Accepted(kind, answers)], used), today).ShouldBeAccepted();
        cited.UnionWith(calculation.Sheet.Lines.Select(l => l.ClauseId));
        return ("amount", calculation.Amount!.Value.ToString().Replace(",", "", StringComparison.Ordinal));
    }

    // All payments, unless the example names which amounts were accepted.
    private IEnumerable<Money> Accepted(ClaimKind kind, JsonElement answers) =>
        Given().Entries.TryGetValue("accepted", out var accepted) ? Texts(accepted.Value).Select(Yuan)
        : kind.Proofs is { } proofs ? answers.GetProperty(proofs.List).EnumerateArray().Select(p => Money.FromFen(p.GetProperty(proofs.Amount).GetInt64()))
        : [];

    private (string, string) GrantReward(Reward reward)
    {
        cited.Add(reward.Citation.ClauseId);
        if (reward.Grades is not { } grades)
        {
            return ("by", "body");
        }

        var chosen = pack.Choices(grades, GivenDay("day"));
        cited.Add(chosen.ClauseId);
        return ("rewarded", chosen.Value.Contains(Text(Given(), "grade")) ? "true" : "false");
    }
}
