namespace Contracts.Registry;

/// <summary>
/// What an institution has on file (ZS-24, ZS-27, ZS-31). A state event: the highest <see cref="Version"/> wins. What is missing or has
/// expired is for the reader to say, because it depends on the day.
/// </summary>
[EventName("registry.papers-changed", "reporting")]
public sealed record PapersChanged
{
    /// <summary>Whose papers.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>1 at the first paper, one more at each change.</summary>
    public required long Version { get; init; }

    /// <summary>The papers in use, the latest version of each.</summary>
    public required IReadOnlyList<PaperOnFile> Papers { get; init; }
}

/// <summary>A paper in use.</summary>
public sealed record PaperOnFile
{
    /// <summary>Its kind, as the programme's pack names it: <c>ip-rules</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is called, or whom it names.</summary>
    public required string Title { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which it holds; null = no end.</summary>
    public DateOnly? ExpiresOn { get; init; }
}
