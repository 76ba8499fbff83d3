using System.Text.Json;
using Contracts.Refusals;
using Policies.Evaluation;

namespace Funding;

/// <summary>A calculation sheet as it is stored beside the decision that it explains.</summary>
internal static class StoredSheet
{
    /// <summary>The sheet as JSON.</summary>
    public static string Write(CalculationSheet sheet) => JsonSerializer.Serialize(sheet, JsonSerializerOptions.Web);

    /// <summary>The sheet as it was.</summary>
    public static Outcome<CalculationSheet> Read(string json) =>
        JsonSerializer.Deserialize<CalculationSheet>(json, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("A stored sheet is empty.");
}
