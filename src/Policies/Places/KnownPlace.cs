namespace Policies.Places;

/// <summary>A district, zone or park, as the platform's file names it.</summary>
/// <param name="Jurisdiction">The bureau.</param>
/// <param name="Code">Its code, as the realm's attributes carry it.</param>
/// <param name="Kind">One of <see cref="PlaceKinds"/>.</param>
/// <param name="Parent">The district or zone that a park lies in; null for a district or zone.</param>
/// <param name="Label">Its name.</param>
/// <param name="From">The first day on which it is one.</param>
/// <param name="Until">The last day; null = open-ended.</param>
public sealed record KnownPlace(string Jurisdiction, string Code, string Kind, string? Parent, Label Label, DateOnly From, DateOnly? Until);

/// <summary>The places that the platform begins with.</summary>
/// <param name="Places">Each once by jurisdiction and code.</param>
public sealed record PlaceFile(IReadOnlyList<KnownPlace> Places);

/// <summary>What a place is.</summary>
public static class PlaceKinds
{
    /// <summary>A county or district (县、区).</summary>
    public const string District = "district";

    /// <summary>A zone with the standing of a district (功能区、开发区).</summary>
    public const string Zone = "zone";

    /// <summary>A park in a district or zone (园区, EI-12, EI-13).</summary>
    public const string Park = "park";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [District, Zone, Park];
}
