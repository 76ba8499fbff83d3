using ServiceDefaults.Data;

namespace Registry.Experts;

/// <summary>
/// A reviewing expert (ZS-15), enrolled by itself: where it works decides what it may not score.
/// </summary>
internal sealed class Expert : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Jurisdiction { get; init; }

    /// <summary>The person's account.</summary>
    public required string Subject { get; init; }

    public required string Name { get; set; }

    /// <summary>Where it works: social credit code, where it gave one.</summary>
    public string? OrganisationCode { get; set; }

    public string? OrganisationName { get; set; }

    /// <summary>Whether it is known where it works; enrolled without, it can be held against no application's parties.</summary>
    public bool HasEmployer => OrganisationCode is not null || OrganisationName is not null;

    /// <summary>The fields that it knows, categories of the jurisdiction's packs.</summary>
    public List<string> Fields { get; set; } = [];

    public required DateTime EnrolledAt { get; init; }

    public long Version { get; set; }
}
