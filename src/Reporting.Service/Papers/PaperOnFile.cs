namespace Reporting.Papers;

/// <summary>A paper that an institution has on file in Registry (ZS-24, ZS-27, ZS-31): what is missing is shown in its monitoring.</summary>
internal sealed class PaperOnFile
{
    public required Guid Id { get; init; }

    public required Guid InstitutionId { get; init; }

    /// <summary>Its kind, as the programme's pack names it.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day on which it holds; null = no end.</summary>
    public DateOnly? ExpiresOn { get; init; }
}
