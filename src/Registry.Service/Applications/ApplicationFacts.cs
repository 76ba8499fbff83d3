using System.Text.Json;
using Policies;

namespace Registry.Applications;

/// <summary>
/// What the platform itself reads out of the answers; all else is between applicant and reviewers. The fields of these names
/// are the vocabulary that every pack whose procedure enters institutions shares.
/// </summary>
internal sealed record ApplicationFacts(string ProjectName, string Category, string ImplementingBodyName, bool CoBuilt)
{
    public const string ProjectNameField = "projectName";
    public const string ImplementingBodyNameField = "implementingBodyName";
    public const string ImplementingBodyCodeField = "implementingBodyCode";
    public const string DistrictField = "district";
    public const string CoBuiltField = "coBuilt";
    public const string CommitmentField = "commitment";
    public const string CommitmentSignedByField = "commitmentSignedBy";

    /// <summary>The facts of answers that the pack has found complete.</summary>
    public static ApplicationFacts Of(JsonElement answers, PolicyPack pack) => new(
        Text(answers, ProjectNameField) ?? "",
        Text(answers, pack.Fields.FirstOrDefault(field => field.Type == FieldType.Category)?.Name ?? "category") ?? "",
        Text(answers, ImplementingBodyNameField) ?? "",
        answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(CoBuiltField, out var coBuilt) && coBuilt.ValueKind == JsonValueKind.True);

    /// <summary>A text among the answers; null where there is none.</summary>
    public static string? Text(JsonElement answers, string field) =>
        answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(field, out var answer) && answer.ValueKind == JsonValueKind.String ? answer.GetString()!.Trim() : null;
}
