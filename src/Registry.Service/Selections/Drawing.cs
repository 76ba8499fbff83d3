using System.Security.Cryptography;
using System.Text;

namespace Registry.Selections;

/// <summary>
/// Experts drawn by lot (随机抽取). The seed is the service's own, not the caller's, and is shown with those among whom it drew: anyone who
/// sorts them by the SHA-256 of <c>seed:id</c> finds the same experts at the head.
/// </summary>
internal sealed record Drawing
{
    private const int SeedBytes = 16;

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Seed { get; init; }

    public required int Count { get; init; }

    /// <summary>The key field that those drawn among know; null = any.</summary>
    public string? Field { get; init; }

    /// <summary>The application for whose further opinion it was; null = all of the selection.</summary>
    public Guid? ApplicationId { get; init; }

    public required DateTime At { get; init; }

    public required string ByName { get; init; }

    /// <summary>The experts among whom it drew.</summary>
    public required List<Guid> Pool { get; init; }

    /// <summary>How many were left out, because they or their organisation have a part in an application.</summary>
    public required int LeftOut { get; init; }

    public required List<Guid> Drawn { get; init; }

    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes));

    /// <summary>The pool in the order in which the seed draws it.</summary>
    public static IReadOnlyList<Guid> Order(string seed, IEnumerable<Guid> pool) =>
        [.. pool.OrderBy(id => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{seed}:{id}"))), StringComparer.Ordinal)];
}
