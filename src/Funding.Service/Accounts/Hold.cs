namespace Funding.Accounts;

/// <summary>What stopped a body's payments.</summary>
internal enum HoldCause
{
    /// <summary>A person, with a reason.</summary>
    Person,

    /// <summary>A ban was confirmed against it or against who receives its money (ZS-20, ZS-22).</summary>
    Ban,

    /// <summary>It was delisted, revoked, cancelled, merged or removed (ZS-19…22).</summary>
    Delisting,

    /// <summary>A periodic report was not there after its last day (ZS-28).</summary>
    OverdueReport,

    /// <summary>Money is claimed back from it (ZS-07, ZS-08).</summary>
    OpenClawback,
}

/// <summary>A stop on a body's payments, with its reason, until an approver releases it.</summary>
internal sealed class Hold
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    public HoldCause Cause { get; init; }

    /// <summary>The ban, missed deadline or case behind it; where there is no such thing a key of its own.</summary>
    public required Guid SourceId { get; init; }

    public required string Reason { get; init; }

    /// <summary>The reason in English, where it was not a person's own words.</summary>
    public string? ReasonEn { get; init; }

    /// <summary>The clause under which the bureau lets it be placed; null for a person's.</summary>
    public string? Clause { get; init; }

    /// <summary>The first day on which its ground is gone, where that is known; a claim's is told by its case. It stays until it is released.</summary>
    public DateOnly? GroundEndsOn { get; set; }

    /// <summary>The document that ends the ground; null where none does.</summary>
    public string? GroundEndDocument { get; set; }

    public required Signature Placed { get; init; }

    public Signature? Released { get; set; }

    public string? ReleaseReason { get; set; }
}

/// <summary>Causes in the words of packs.</summary>
internal static class HoldCauses
{
    public static string Word(this HoldCause cause) => cause switch
    {
        HoldCause.Ban => "ban",
        HoldCause.Delisting => "delisting",
        HoldCause.OverdueReport => "overdue-report",
        HoldCause.OpenClawback => "open-clawback",
        _ => "person",
    };
}
