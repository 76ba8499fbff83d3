namespace Policies;

/// <summary>
/// Something that the platform knows of what a link leads to, and that conditions are held against in place of what was merely stated.
/// Exactly one of <see cref="Step"/>, <see cref="Party"/>, <see cref="Register"/> and a plain <see cref="Field"/> says where it stands.
/// </summary>
public sealed record LinkRead
{
    /// <summary>What <see cref="Party"/> says of the body that runs an institution.</summary>
    public const string ImplementingBody = "implementing-body";

    /// <summary>Its name behind the link's: <c>level</c> of <c>carrier.level</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a day; else it is a text.</summary>
    public bool IsDay { get; init; }

    /// <summary>The register about the institution that tells it: of the entries that hold on the day asked for, the one that began last.</summary>
    public string? Register { get; init; }

    /// <summary>The states of which the register's entry must have reached one; none = any.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>The field of the register's entry that picks those which tell it; null = all do.</summary>
    public string? WhenField { get; init; }

    /// <summary>And the answers there.</summary>
    public IReadOnlyList<string> WhenIs { get; init; } = [];

    /// <summary>The answer that is read: of the register's entry, of the entry linked to, or of the institution's application.</summary>
    public string? Field { get; init; }

    /// <summary>The answer of the institution's application that counts where the register tells nothing.</summary>
    public string? Else { get; init; }

    /// <summary>The step of the entry linked to whose day is read, the latest where it was taken several times.</summary>
    public string? Step { get; init; }

    /// <summary>The party of the institution whose social credit code is read.</summary>
    public string? Party { get; init; }

    /// <summary>The field of this form whose options say what the words read are called; null = they are shown as they are.</summary>
    public string? Labels { get; init; }
}
