using System.Text.Json.Nodes;
using Registry.Tests.Hosting;

namespace Registry.Tests.Registers;

/// <summary>Reads what the service says of entries.</summary>
internal static class Entries
{
    public static string State(this Reply entry) => entry.Accepted().Json["state"]!.GetValue<string>();

    public static int Number(this Reply entry) => entry.Accepted().Json["number"]!.GetValue<int>();

    public static string[] Flags(this Reply entry) => [.. entry.Accepted().Json["flags"]!.AsArray().Select(flag => $"{flag!["clause"]} {flag["condition"]}")];

    public static string[] Titles(this Reply list) => [.. list.Accepted().Json["items"]!.AsArray().Select(row => row!["title"]!.GetValue<string>())];

    public static string[] Columns(this Reply list, string field) =>
        [.. list.Accepted().Json["items"]!.AsArray().Select(row => row!["columns"]![field]!.GetValue<string>())];

    public static JsonNode Balance(this Reply entry, string name) => entry.Accepted().Json["balances"]!.AsArray().Single(balance => balance!["name"]!.GetValue<string>() == name)!;

    public static long OpenFen(this Reply entry, string name) => entry.Balance(name)["openFen"]!.GetValue<long>();

    public static string[] Problems(this Reply refused) =>
        [.. refused.Json["inputs"]!["problems"]!.AsArray().Select(problem => problem!["field"]!.GetValue<string>())];
}
