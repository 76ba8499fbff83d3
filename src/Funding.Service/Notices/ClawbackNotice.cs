namespace Funding.Notices;

/// <summary>A notice that takes money back (追缴通知书), as it went out: numbered, and never changed but for its delivery.</summary>
internal sealed class ClawbackNotice
{
    public required Guid Id { get; init; }

    public required Guid ClawbackId { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The year of its number.</summary>
    public required int Year { get; init; }

    /// <summary>Its number of the year, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The number as it is printed, by which a receipt finds the case.</summary>
    public required string NumberText { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required long ClaimedFen { get; init; }

    public required long OutstandingFen { get; init; }

    /// <summary>The last day on which it is paid in time, counted from the notice (P-2).</summary>
    public required DateOnly DueOn { get; init; }

    public required Signature Issued { get; init; }

    /// <summary>The day it was delivered (送达).</summary>
    public DateOnly? DeliveredOn { get; set; }

    /// <summary>How: by hand, by post.</summary>
    public string? DeliveredHow { get; set; }

    public Signature? Delivered { get; set; }

    /// <summary>Claim and due date as a calculation sheet, JSON.</summary>
    public required string Sheet { get; init; }
}
