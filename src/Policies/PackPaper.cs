using System.Text.Json.Serialization;

namespace Policies;

/// <summary>Of which bodies a paper is asked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaperNeed>))]
public enum PaperNeed
{
    /// <summary>Of every body.</summary>
    [JsonStringEnumMemberName("always")]
    Always,

    /// <summary>Of a recognised one.</summary>
    [JsonStringEnumMemberName("recognised")]
    Recognised,

    /// <summary>Of one that several parties build together.</summary>
    [JsonStringEnumMemberName("joint")]
    Joint,
}

/// <summary>A kind of paper that a body keeps on file.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Expires">Whether it has a last day.</param>
/// <param name="Required">Of which bodies it is asked.</param>
/// <param name="Person">Whether it names a person and not a document.</param>
public sealed record PackPaper(string Name, Label Label, Citation Citation, bool Expires, PaperNeed Required, bool Person);
