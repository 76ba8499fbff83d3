using System.Text.Json;
using Contracts.Values;

namespace Policies.Evaluation;

/// <summary>What a claim's amount is calculated from.</summary>
/// <param name="Answers">Its answers, a JSON object by field name.</param>
/// <param name="Accepted">The amounts of the payments that were accepted.</param>
/// <param name="Used">What the claimant had under the ceiling.</param>
public sealed record ClaimFacts(JsonElement Answers, IReadOnlyList<Money> Accepted, Money Used);

/// <summary>Makes a claim the inputs of its calculation.</summary>
internal static class ClaimInputs
{
    internal static Inputs Of(PolicyPack pack, ClaimKind kind, ClaimFacts facts, DateOnly day)
    {
        var answers = new Answers(facts.Answers, []);
        return pack.Rules.First(r => r.Name == kind.Calculation).Inputs.Aggregate(Inputs.OnEveryDay(day), (inputs, input) => kind.Of[input.Name] switch
        {
            ClaimKind.Accepted => inputs.Amounts(input.Name, facts.Accepted),
            ClaimKind.Used => inputs.Amount(input.Name, facts.Used),
            var path => inputs.Bind(answers, input, path),
        });
    }
}
