using Contracts.Registry;
using ServiceDefaults.Data;

namespace Registry.Institutions;

/// <summary>A body that exists for the platform: it has a standing, and may be paid for it.</summary>
internal sealed class Institution : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    /// <summary>The name in use, unique in its jurisdiction.</summary>
    public required string Name { get; set; }

    /// <summary>The key field or type within the programme.</summary>
    public required string Category { get; init; }

    public required string ImplementingBodyCode { get; init; }

    public required string ImplementingBodyName { get; init; }

    /// <summary>Whether city and county build it together (ZS-29).</summary>
    public required bool CoBuilt { get; init; }

    public required Guid ApplicationId { get; init; }

    /// <summary>The latest standing of <see cref="History"/>, repeated here for lists.</summary>
    public required string Standing { get; set; }

    public required DateOnly StandingSince { get; set; }

    public required string DecisionNumber { get; set; }

    /// <summary>Date of the document that announced its recognition; null before it (ZS-08).</summary>
    public DateOnly? RecognisedOn { get; set; }

    public List<StandingEntry> History { get; init; } = [];

    public long Version { get; set; }

    /// <summary>The event that tells the other services all of it.</summary>
    public InstitutionChanged Announce() => new()
    {
        InstitutionId = Id,
        Version = Version,
        Programme = Programme,
        Jurisdiction = Jurisdiction,
        District = District,
        Name = Name,
        Category = Category,
        ImplementingBodyCode = ImplementingBodyCode,
        ImplementingBodyName = ImplementingBodyName,
        CoBuilt = CoBuilt,
        Standing = Standing,
        StandingSince = StandingSince,
        RecognisedOn = RecognisedOn,
        DecisionNumber = DecisionNumber,
    };
}
