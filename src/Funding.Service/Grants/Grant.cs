using Funding.Ledger;
using Funding.Payments;

namespace Funding.Grants;

/// <summary>Money that is due for good once it is approved: a claim or a reward. No review follows it.</summary>
internal sealed class Grant : Payment
{
    /// <summary>Which claim or reward of the pack.</summary>
    public required string Award { get; init; }

    /// <summary>Who it is for.</summary>
    public required string BeneficiaryName { get; init; }

    /// <summary>Its social credit code; null for a person or a body without one.</summary>
    public string? BeneficiaryCode { get; init; }

    /// <summary>The claim or decision that it pays.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>The number of that decision.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>The body of the register that is rewarded; null where a claim is paid.</summary>
    public Guid? RewardedBodyId { get; init; }

    /// <summary>The claimant's account under a ceiling; null where none holds.</summary>
    public Guid? ClaimantAccountId { get; init; }

    /// <summary>What is due in all, others' shares within it included: this counts under the ceiling.</summary>
    public required long DueFen { get; init; }

    /// <summary>What others pay.</summary>
    public List<GrantShare> Shares { get; init; } = [];

    public override PaymentKind Kind => PaymentKind.Grant;

    // A grant is no part of a body's yearly account (ZS-04, ZS-06).
    public override Guid? BodyId => null;

    public override string Beneficiary => BeneficiaryName;

    // A body has one account, whatever it is paid for; who is not on the register is known by its code.
    public override string? PayeeOwner => RewardedBodyId is { } body ? PayeeAccounts.PayeeAccount.OwnerOf(body) : BeneficiaryCode;

    public override string Reference => DecisionNumber;

    public override LedgerAccount PaidInto => LedgerAccount.Entitled;
}

/// <summary>What another payer gives to a grant: a part of what is due (HB-04), or beside it (HB-15, EI-10). Recorded; this service does not pay it.</summary>
internal sealed class GrantShare
{
    public required Guid GrantId { get; init; }

    /// <summary>One of the pack's payers: <c>city</c>.</summary>
    public required string Payer { get; init; }

    public required long AmountFen { get; init; }
}
