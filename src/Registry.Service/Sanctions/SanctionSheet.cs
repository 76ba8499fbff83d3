using System.Text.Json;
using Policies.Evaluation;

namespace Registry.Sanctions;

/// <summary>A term's calculation sheet as it is stored beside the case.</summary>
internal static class SanctionSheet
{
    public static string Write(CalculationSheet sheet) => JsonSerializer.Serialize(sheet, JsonSerializerOptions.Web);

    public static CalculationSheet? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<CalculationSheet>(json, JsonSerializerOptions.Web);
}
