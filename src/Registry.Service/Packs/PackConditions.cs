using Contracts.Refusals;
using Policies;
using Policies.Evaluation;

namespace Registry.Packs;

/// <summary>The conditions of a pack that Registry asks; a programme whose pack does not have one does not demand it.</summary>
internal static class PackConditions
{
    public const string CommitmentGiven = "commitment-given";
    public const string Recommended = "recommended";
    public const string ConstructionName = "construction-name";

    /// <summary>The refusal of a condition, in the pack's own words and by its clause; null where it is met or not demanded.</summary>
    public static Refusal? Ask(this PolicyPack pack, string condition, Inputs inputs) =>
        pack.Rules.Any(rule => rule.Name == condition) ? pack.Evaluate(condition, inputs).Refusal : null;
}
