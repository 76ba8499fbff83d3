using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Messaging.Wire;

/// <summary>How an event is written as JSON. A consumer ignores fields it does not know: contracts grow by addition.</summary>
internal static class EventJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write<TEvent>(TEvent @event) => JsonSerializer.Serialize(@event, Options);

    public static TEvent Read<TEvent>(string body) =>
        JsonSerializer.Deserialize<TEvent>(body, Options) ?? throw new JsonException("The event's body is null.");
}
