using Policies.Places;
using ServiceDefaults.Data;

namespace Registry.Places;

/// <summary>A district, zone or park of a bureau (EI-12, EI-13), known by its code wherever an account, application or institution names it.</summary>
internal sealed class Place : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Jurisdiction { get; init; }

    /// <summary>Lower-case, as the realm's attributes carry it; never changed, since so much names it.</summary>
    public required string Code { get; init; }

    /// <summary>One of <see cref="PlaceKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The district or zone that a park lies in.</summary>
    public string? Parent { get; set; }

    public required string Zh { get; set; }

    public required string En { get; set; }

    /// <summary>The first day on which it is one.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; null = open-ended.</summary>
    public DateOnly? Until { get; set; }

    public long Version { get; set; }

    public static Place Of(KnownPlace known, Guid id) => new()
    {
        Id = id,
        Jurisdiction = known.Jurisdiction,
        Code = known.Code,
        Kind = known.Kind,
        Parent = known.Parent,
        Zh = known.Label.Zh,
        En = known.Label.En,
        From = known.From,
        Until = known.Until,
    };
}
