using System.Text.Json.Serialization;

namespace Policies;

/// <summary>Whether a pack has effect.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PackStatus>))]
public enum PackStatus
{
    /// <summary>A consultation draft: without effect.</summary>
    [JsonStringEnumMemberName("draft")]
    Draft,

    /// <summary>In force.</summary>
    [JsonStringEnumMemberName("in-force")]
    InForce,

    /// <summary>Ended: takes nothing new (P-6), what runs, runs on.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,
}

/// <summary>A key field or type of the programme.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">Its name.</param>
/// <param name="Citation">Where it is named.</param>
/// <param name="NeedsFinding">Whether the document does not name it, so that a recorded finding is needed.</param>
public sealed record Category(string Key, Label Label, Citation Citation, bool NeedsFinding);

/// <summary>A grade of the programme's reviews, best first.</summary>
/// <param name="Key">Its key in events: <c>good</c>.</param>
/// <param name="Label">Its name.</param>
/// <param name="Citation">Where it is named.</param>
public sealed record Grade(string Key, Label Label, Citation Citation);

/// <summary>A post of the programme: one of the platform's roles under its name here, or one of the pack's own.</summary>
/// <param name="Key">The role in the realm.</param>
/// <param name="Label">Its name in this programme.</param>
public sealed record PackRole(string Key, Label Label);

/// <summary>A step of the programme's procedure, in order.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">What happens: one of <see cref="StepKinds"/>.</param>
/// <param name="Role">Who does it.</param>
/// <param name="Label">Its name.</param>
/// <param name="Citation">Where it comes from.</param>
public sealed record ProcedureStep(string Key, string Kind, string Role, Label Label, Citation Citation);

/// <summary>The fixed vocabulary of procedure steps.</summary>
public static class StepKinds
{
    /// <summary>Every kind of step that a pack may use.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "call", "application", "recommendation", "expert-review", "proposal-list", "decision", "notice", "announcement", "filing",
        "construction-entry", "appropriation", "advance", "claim", "payment", "money-review", "settlement", "clawback",
        "report", "monitoring", "evaluation", "rectification", "removal",
        "change", "spending", "opinion", "interpretation", "case-decision", "group-decision", "register", "commendation",
    ];
}
