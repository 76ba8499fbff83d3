using System.Security.Cryptography;
using ServiceDefaults.Data;

namespace Registry.Notices;

/// <summary>
/// What somebody has against a body on a notice (ZS-16). Anyone may object; who it was is known to the bureau alone. One person
/// verifies it, another decides.
/// </summary>
internal sealed class Objection : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Jurisdiction { get; init; }

    public required Guid NoticeId { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>The objector's proof, and the key to what became of it: nobody guesses it.</summary>
    public required string ReceiptNumber { get; init; }

    /// <summary>The objector's name: personal data.</summary>
    public required string Name { get; init; }

    /// <summary>How to reach the objector: personal data.</summary>
    public required string Contact { get; init; }

    public required string Statement { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public ObjectionStatus Status { get; set; } = ObjectionStatus.Received;

    public string? Findings { get; set; }

    public DateTime? VerifiedAt { get; set; }

    public string? VerifiedBySubject { get; set; }

    public string? VerifiedByName { get; set; }

    public string? Reason { get; set; }

    public DateTime? DecidedAt { get; set; }

    public string? DecidedBySubject { get; set; }

    public string? DecidedByName { get; set; }

    public long Version { get; set; }

    /// <summary>Whether it still stops its body (ZS-16).</summary>
    public bool IsOpen => Status is ObjectionStatus.Received or ObjectionStatus.Verified;

    /// <summary>The day of receipt and 80 random bits, in letters and digits that nobody misreads.</summary>
    public static string NewReceiptNumber(DateOnly day) => $"{day:yyyyMMdd}-{RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16)}";
}

/// <summary>Where an objection stands.</summary>
internal enum ObjectionStatus
{
    /// <summary>Waits to be verified.</summary>
    Received,

    /// <summary>Verified; waits for the decision of another person.</summary>
    Verified,

    /// <summary>Found right: the application is refused.</summary>
    Upheld,

    /// <summary>Found wrong: the body goes on.</summary>
    Rejected,
}
