namespace Policies;

/// <summary>The way of an application from the applicant to its standing. A pack without routes takes no applications.</summary>
/// <param name="Name">Its name, kebab case: <c>called</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Field">The field that decides whether it is the application's way; null = always.</param>
/// <param name="Is">And the answers there with which it is.</param>
/// <param name="Steps">The steps after the district's recommendation, of <see cref="AllSteps"/>, in order.</param>
/// <param name="Becomes">The standing that it leads to: <c>filed</c>, <c>recognised</c> or <c>under-construction</c>.</param>
public sealed record Route(
    string Name, Label Label, Citation Citation, string? Field, IReadOnlyList<string> Is, IReadOnlyList<string> Steps, string Becomes)
{
    /// <summary>Only under an open call (EO-08).</summary>
    public const string Call = "call";

    /// <summary>Only by a recorded decision on this one body (EO-07).</summary>
    public const string CaseDecision = "case-decision";

    /// <summary>Only by a resolution of the leading group (SD-03).</summary>
    public const string GroupDecision = "group-decision";

    /// <summary>Every step that a route may name; each is a kind of <see cref="StepKinds"/>.</summary>
    public static IReadOnlyList<string> AllSteps { get; } =
        [Call, "recommendation", CaseDecision, GroupDecision, "expert-review", "decision", "notice", "announcement", "filing", "construction-entry"];

    /// <summary>Whether it takes this step.</summary>
    public bool Takes(string step) => Steps.Contains(step, StringComparer.Ordinal);
}
