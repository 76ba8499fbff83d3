using System.Globalization;
using System.Text.Json.Nodes;

namespace Registry.Tests.Hosting;

/// <summary>Days in an answer.</summary>
internal static class JsonDays
{
    public static DateOnly Day(this JsonNode? day) => DateOnly.ParseExact(day!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
