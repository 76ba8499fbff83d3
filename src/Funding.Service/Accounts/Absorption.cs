namespace Funding.Accounts;

/// <summary>One body merged into another, which carries its years of support on (ZS-04, ZS-21).</summary>
internal sealed class Absorption
{
    /// <summary>The body that goes on.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>The body that merged into it.</summary>
    public required Guid AbsorbedId { get; init; }
}
