using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Contracts.Tests;

/// <summary>
/// The events' shapes against the committed ones. A message may lie in an outbox while both sides are upgraded, so a shape changes
/// only by addition, and what is added may be missing.
/// </summary>
public sealed class EventShapeTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, Type> Events = typeof(EventNameAttribute).Assembly.GetExportedTypes()
        .Where(t => t.GetCustomAttribute<EventNameAttribute>() is not null).ToDictionary(t => t.GetCustomAttribute<EventNameAttribute>()!.Name);

    private static readonly Dictionary<string, Shape> Committed =
        JsonSerializer.Deserialize<Dictionary<string, Shape>>(File.ReadAllText(SnapshotPath()), JsonSerializerOptions.Web)!;

    public static TheoryData<string> Names => [.. Events.Keys.Union(Committed.Keys).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_keeps_what_was_ever_committed_and_commits_what_is_new(string name)
    {
        Events.ShouldContainKey(name, "an event once published does not go away");
        Committed.ShouldContainKey(name, $"commit the new event's shape to events.json:\n{JsonSerializer.Serialize(ShapeOf(Events[name]), Readable)}");
        ShapeOf(Events[name]).OrderBy(p => p.Key, StringComparer.Ordinal).ShouldBe(Committed[name].All.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_added_to_an_event_may_be_missing(string name) =>
        Events[name].GetProperties().Where(p => p.GetCustomAttribute<RequiredMemberAttribute>() is not null).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
            .Except(Committed[name].First.Keys).ShouldBeEmpty("an older message does not have it, so it must not be required");

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_named_by_its_publisher_and_received_by_services(string name)
    {
        string[] services = ["registry", "funding", "reporting"];
        var attribute = Events[name].GetCustomAttribute<EventNameAttribute>()!;
        name.Split('.')[0].ShouldBe(Events[name].Namespace!.Split('.')[^1].ToLowerInvariant());
        attribute.Subscribers.ShouldBeSubsetOf(services);
        attribute.Subscribers.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_survives_json_and_ignores_what_it_does_not_know(string name)
    {
        var json = "{" + string.Join(",", Events[name].GetProperties().Select(p => $"\"{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}\":{Sample(p.PropertyType)}"));
        var read = JsonSerializer.Deserialize(json + ",\"ofALaterVersion\":{\"a\":[1]}}", Events[name], JsonSerializerOptions.Web);
        JsonSerializer.Serialize(read, Events[name], JsonSerializerOptions.Web).ShouldBe(json + "}");
    }

    [Fact]
    public void No_event_carries_a_fraction() =>
        Events.Values.SelectMany(e => e.GetProperties()).Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
            .ShouldNotContain(t => t == typeof(double) || t == typeof(float) || t == typeof(decimal));

    private static Dictionary<string, string> ShapeOf(Type type) =>
        type.GetProperties().ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), TypeName);

    private static string TypeName(PropertyInfo property)
    {
        var optional = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return NameOf(property.PropertyType) + (optional ? "?" : "");
    }

    /// <summary>A list is named by its items, and items of the contracts' own by their properties: they are on the wire too.</summary>
    private static string NameOf(Type type) =>
        ItemOf(type) is { } item
            ? item.Namespace!.StartsWith("Contracts", StringComparison.Ordinal)
                ? $"[{{{string.Join(", ", item.GetProperties().Select(p => $"{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}: {TypeName(p)}"))}}}]"
                : $"[{item.Name}]"
            : (Nullable.GetUnderlyingType(type) ?? type).Name;

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static string Sample(Type type) => ItemOf(type) is { } item ? $"[{SampleItem(item)}]" : SampleItem(type);

    private static string SampleItem(Type type) => (Nullable.GetUnderlyingType(type) ?? type).Name switch
    {
        _ when type.Namespace!.StartsWith("Contracts", StringComparison.Ordinal) =>
            "{" + string.Join(",", type.GetProperties().Select(p => $"\"{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}\":{Sample(p.PropertyType)}")) + "}",
        nameof(Guid) => "\"01890a5d-ac96-774b-bcce-b302099a8057\"",
        nameof(DateOnly) => "\"2026-01-05\"",
        nameof(Int32) or nameof(Int64) => "7",
        nameof(Boolean) => "true",
        nameof(String) => "\"text\"",
        var other => throw new InvalidOperationException($"An event has a property of type {other}; add a sample of it."),
    };

    private static string SnapshotPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "events.json");

    /// <summary>An event as it was committed.</summary>
    /// <param name="First">What the event had when it was first published.</param>
    /// <param name="Added">What was added later; never required.</param>
    private sealed record Shape(Dictionary<string, string> First, Dictionary<string, string> Added)
    {
        public IEnumerable<KeyValuePair<string, string>> All => First.Concat(Added);
    }
}
