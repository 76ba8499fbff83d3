using System.Text.Json.Serialization;

namespace Policies;

/// <summary>What a league table ranks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ComparisonSubject>))]
public enum ComparisonSubject
{
    /// <summary>Institutions.</summary>
    [JsonStringEnumMemberName("institution")]
    Institution,

    /// <summary>Districts, by the sums of their institutions.</summary>
    [JsonStringEnumMemberName("district")]
    District,
}

/// <summary>A league table (考核评比) made of the figures of a span's periodic reports.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Of">What it ranks.</param>
/// <param name="Heads">What it is ranked on; the weights of all their parts add up to 100.</param>
public sealed record PackComparison(string Name, Label Label, Citation Citation, ComparisonSubject Of, IReadOnlyList<ComparisonHead> Heads)
{
    /// <summary>What the weights of a comparison add up to.</summary>
    public const int FullScore = 100;
}

/// <summary>A head of a comparison.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Parts">The figures under it.</param>
public sealed record ComparisonHead(string Name, Label Label, Citation Citation, IReadOnlyList<ComparisonPart> Parts)
{
    /// <summary>The points that the best in every part gets.</summary>
    public int Weight => Parts.Sum(part => part.Weight);
}

/// <summary>A figure that counts in a comparison. The largest gets the full weight, every other one its proportion of it.</summary>
/// <param name="Indicator">The figure of the periodic report.</param>
/// <param name="Weight">The points of the largest.</param>
public sealed record ComparisonPart(string Indicator, int Weight);
