using System.Security.Cryptography;
using System.Text;

namespace Reporting.Scoring;

/// <summary>An expert appointed for all bodies of a round. Where it works decides what it may not score.</summary>
internal sealed class RoundExpert
{
    public required Guid RoundId { get; init; }

    /// <summary>The person's account: the only one that may write in its sheets.</summary>
    public required string Subject { get; init; }

    public required string Name { get; init; }

    /// <summary>Social credit code of where it works; null where only the name is known.</summary>
    public string? OrganisationCode { get; init; }

    public string? OrganisationName { get; init; }
}

/// <summary>
/// Experts drawn by lot (随机抽取). The seed is the service's own, not the caller's, and is shown with those among whom it drew: anyone who
/// sorts them by the SHA-256 of <c>seed:subject</c> finds the same experts at the head.
/// </summary>
internal sealed class RoundDrawing
{
    private const int SeedBytes = 16;

    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    /// <summary>The body for whose further opinion it was; null = all of the round.</summary>
    public Guid? EvaluationId { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Seed { get; init; }

    /// <summary>The subjects among whom it drew, in their order.</summary>
    public required List<string> Pool { get; init; }

    /// <summary>How many were left out, because they work for a party.</summary>
    public required int LeftOut { get; init; }

    public required List<string> Drawn { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime At { get; init; }

    public required string ByName { get; init; }

    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));

    /// <summary>The pool in the order in which the seed draws it.</summary>
    public static IReadOnlyList<string> Order(string seed, IEnumerable<string> pool) =>
        [.. pool.OrderBy(subject => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{subject}"))), StringComparer.Ordinal)];
}
