namespace Policies;

/// <summary>Binds a condition's inputs to an application's answers.</summary>
/// <param name="Condition">The condition's name.</param>
/// <param name="Of">For each input, where its value stands: <c>centreCode</c>, <c>leadBodies.kind</c>, <c>attachments.organisationRules</c>.</param>
/// <param name="At">The days on which it is examined: application, decision.</param>
/// <param name="Field">The field that decides whether it is examined at all; null = always.</param>
/// <param name="Is">And the answers there with which it is.</param>
public sealed record Examination(
    string Condition, IReadOnlyDictionary<string, string> Of, IReadOnlyList<ReferenceDay> At, string? Field, IReadOnlyList<string> Is)
{
    /// <summary>Before a field's name: whether files are attached there.</summary>
    internal const string Attachments = "attachments.";

    /// <summary>The field that says what is applied for.</summary>
    internal const string Purpose = "purpose";
}
