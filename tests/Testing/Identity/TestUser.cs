namespace Testing.Identity;

/// <summary>Whom a test acts as.</summary>
/// <param name="Name">The user name; the subject too unless <see cref="Subject"/> says otherwise.</param>
/// <param name="Roles">The realm roles.</param>
/// <param name="Jurisdiction">The jurisdiction.</param>
/// <param name="District">The district or county.</param>
/// <param name="Organisation">The organisation's social credit code.</param>
/// <param name="Park">The park's code.</param>
public sealed record TestUser(
    string Name, IReadOnlyList<string> Roles, string? Jurisdiction = null, string? District = null, string? Organisation = null, string? Park = null)
{
    /// <summary>The token's <c>sub</c>; null makes a token without one.</summary>
    public string? Subject { get; init; } = Name;

    /// <summary>The token's <c>name</c>, the person's whole name; null = none is told.</summary>
    public string? FullName { get; init; }

    /// <summary>The token's <c>email</c>.</summary>
    public string? Email { get; init; }
}
