using System.Text.Json.Serialization;

namespace Policies;

/// <summary>Who claims.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimBeneficiary>))]
public enum ClaimBeneficiary
{
    /// <summary>A company, by its social credit code.</summary>
    [JsonStringEnumMemberName("company")]
    Company,

    /// <summary>The implementing body of an institution on the register.</summary>
    [JsonStringEnumMemberName("institution")]
    Institution,
}

/// <summary>
/// A kind of claim of a programme: who files it, its form and evidence, and what it comes to. Where the pack names neither a calculation nor
/// a tariff, each claim's amount is the bureau's own decision under a document.
/// </summary>
public sealed record ClaimKind
{
    /// <summary>In a calculation's bindings: the amounts of the accepted payments.</summary>
    internal const string Accepted = "accepted";

    /// <summary>In a calculation's bindings: what the claimant had under the ceiling.</summary>
    internal const string Used = "used";

    /// <summary>Its name, kebab case: <c>technology-purchase</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required Label Label { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Who claims.</summary>
    public required ClaimBeneficiary Beneficiary { get; init; }

    /// <summary>The form.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>The list of payments or invoices that money is claimed against; null where none is.</summary>
    public ClaimProofs? Proofs { get; init; }

    /// <summary>The calculation of the amount.</summary>
    public string? Calculation { get; init; }

    /// <summary>
    /// For each input of the calculation, where its value stands: a field, <c>list.field</c>, <c>accepted</c> (the accepted payments) or
    /// <c>used</c> (what the claimant had under the ceiling).
    /// </summary>
    public IReadOnlyDictionary<string, string> Of { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The ceiling under which the calculation keeps a claimant; null = none.</summary>
    public ClaimCeiling? Ceiling { get; init; }

    /// <summary>The choice by whose answer a yearly decision of the bureau fixes the amounts; null = none.</summary>
    public string? Tariff { get; init; }

    /// <summary>The fields whose answers together a claimant gives in one live claim only; empty = it may claim again.</summary>
    public IReadOnlyList<string> Unique { get; init; } = [];

    /// <summary>The conditions that a claim is held against when it is handed in.</summary>
    public IReadOnlyList<RegisterCheck> Checks { get; init; } = [];

    /// <summary>Who else pays; null = nobody is recorded.</summary>
    public PayerShares? Shares { get; init; }
}

/// <summary>Where a claim's payments or invoices stand in its form.</summary>
/// <param name="List">The list field; of its items, the fields:</param>
/// <param name="Number">invoice or contract number,</param>
/// <param name="Seller">the seller's name,</param>
/// <param name="SellerCode">its social credit code, where it is asked for,</param>
/// <param name="Amount">the amount,</param>
/// <param name="Day">the day of the payment or invoice.</param>
/// <param name="Evidence">The attachment field that must hold a file for each of them; null = none.</param>
public sealed record ClaimProofs(string List, string Number, string Seller, string? SellerCode, string Amount, string Day, string? Evidence);

/// <summary>What a claimant gets at most.</summary>
/// <param name="Parameter">The amount.</param>
/// <param name="Subject">Whose: <c>company</c> or <c>institution</c>.</param>
/// <param name="Period">Over which time: <c>fiscal-year</c> or <c>programme-life</c>.</param>
public sealed record ClaimCeiling(string Parameter, string Subject, string Period);

/// <summary>Shares of other payers.</summary>
/// <param name="Within">Whether they pay a part of the amount itself; otherwise they add to it (配套), which is only recorded.</param>
/// <param name="Payers">Who they are.</param>
/// <param name="Citation">Where it comes from.</param>
public sealed record PayerShares(bool Within, IReadOnlyList<Option> Payers, Citation Citation);

/// <summary>By what a reward's amounts are decided.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RewardBasis>))]
public enum RewardBasis
{
    /// <summary>One amount for each rewarded grade of the yearly evaluation.</summary>
    [JsonStringEnumMemberName("grade")]
    Grade,

    /// <summary>An amount for each body.</summary>
    [JsonStringEnumMemberName("body")]
    Body,
}

/// <summary>A reward that the bureau decides on each year, for bodies on the register.</summary>
public sealed record Reward
{
    /// <summary>Its name, kebab case: <c>enclave-reward</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required Label Label { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Citation Citation { get; init; }

    /// <summary>By what its amounts are decided.</summary>
    public required RewardBasis By { get; init; }

    /// <summary>The choice parameter with the grades that may be rewarded; null where bodies are named one by one.</summary>
    public string? Grades { get; init; }

    /// <summary>The categories that it is for; empty = all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Who else pays; null = nobody is recorded.</summary>
    public PayerShares? Shares { get; init; }
}
