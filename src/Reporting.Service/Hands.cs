using System.ComponentModel.DataAnnotations.Schema;
using ServiceDefaults.Authentication;

namespace Reporting;

/// <summary>Whose hands did something: the person's, and those of the one for whom a deputy did it. Kept, so that the separation of persons outlasts the delegation (P-5).</summary>
[ComplexType]
internal sealed record Hands
{
    /// <summary>The person's subject at the identity provider.</summary>
    public required string Subject { get; init; }

    /// <summary>For whom a deputy did it; null where the person acted in its own post.</summary>
    public string? ForSubject { get; init; }

    /// <summary>Everybody in it.</summary>
    public IEnumerable<string> Subjects() => ForSubject is null ? [Subject] : [Subject, ForSubject];
}

/// <summary>Whose hands act, and whose acted (P-5).</summary>
internal static class Signing
{
    /// <summary>The caller's hands.</summary>
    public static Hands Hands(this Caller caller) => new() { Subject = caller.Subject, ForSubject = caller.For?.Subject };

    /// <summary>Whether the separation of persons takes whoever did it for the caller.</summary>
    public static bool Counts(this Caller caller, Hands? hands) => hands is not null && (caller.Counts(hands.Subject) || caller.Counts(hands.ForSubject));
}
