using System.Diagnostics.CodeAnalysis;
using ServiceDefaults.Clock;

namespace Funding;

/// <summary>Who did something and when; the subject decides whether two acts were one person's, the name is for readers.</summary>
internal sealed record Signature
{
    /// <summary>The person's subject at the identity provider; never missing (a token without one is turned away at the door).</summary>
    public required string Subject { get; init; }

    /// <summary>The person's name on that day.</summary>
    public required string Name { get; init; }

    /// <summary>The business clock's instant, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>For whom a deputy did it; null where the person acted in its own post.</summary>
    public string? ForSubject { get; init; }

    /// <summary>That person's name.</summary>
    public string? ForName { get; init; }

    /// <summary>The business day of it.</summary>
    public DateOnly Day() => BusinessClock.DayOf(At);
}

/// <summary>A signature as readers see it: who and when. The subject, which identifies an account, stays inside.</summary>
/// <param name="Name">The person's name on that day.</param>
/// <param name="At">The business clock's instant, UTC.</param>
/// <param name="ForName">For whom a deputy did it; null where the person acted in its own post.</param>
internal sealed record SignatureView(string Name, DateTime At, string? ForName = null)
{
    [return: NotNullIfNotNull(nameof(signature))]
    public static SignatureView? Of(Signature? signature) => signature is null ? null : new(signature.Name, signature.At, signature.ForName);
}
