using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Contracts.Values;

namespace ServiceDefaults.Problems;

/// <summary>
/// JSON as the platform speaks it: camelCase, enums as kebab-case text, amounts as whole fen. What is read must be exactly
/// what is expected: an unknown or repeated field, a number in quotes or a missing field is an error, never ignored.
/// </summary>
public static class StrictJson
{
    /// <summary>The options for what is stored and sent outside a request.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>Sets <paramref name="options"/> up.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        // Chinese stays readable on the wire; what HTML could misread is still escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new DayConverter());
        options.Converters.Add(new MoneyConverter());
        var resolver = options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver();
        options.TypeInfoResolver = resolver.WithAddedModifier(GuardAmounts);
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>P-1: whatever is named <c>…Fen</c> is a whole number of fen within the platform's range, on every way in.</summary>
    private static void GuardAmounts(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.Name.EndsWith("Fen", StringComparison.Ordinal)))
        {
            property.CustomConverter = property.PropertyType switch
            {
                var t when t == typeof(long) => new FenConverter(),
                var t when t == typeof(long?) => new OptionalFenConverter(),
                _ => property.CustomConverter,
            };
        }
    }

    private static long ReadFen(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var fen) && Money.IsValid(fen)
            ? fen
            : throw new BadValueException(
                string.Create(CultureInfo.InvariantCulture, $"金额应为 0 至 {Money.MaxFen} 的整数（单位：分，不带小数、不加引号）。"),
                string.Create(CultureInfo.InvariantCulture, $"An amount is a whole number of fen from 0 to {Money.MaxFen}, without decimals and quotes."));

    private sealed class FenConverter : JsonConverter<long>
    {
        public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadFen(ref reader);

        public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    private sealed class OptionalFenConverter : JsonConverter<long?>
    {
        public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadFen(ref reader);

        public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) => writer.WriteNumberValue(value!.Value);
    }

    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Money.FromFen(ReadFen(ref reader));

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Fen);
    }

    private sealed class DayConverter : JsonConverter<DateOnly>
    {
        private const string Iso = "yyyy-MM-dd";

        public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && DateOnly.TryParseExact(reader.GetString(), Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new BadValueException("日期应为存在的日子，格式为 2026-01-05。", "A date must be a day that exists, written as 2026-01-05.");

        public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(Iso, CultureInfo.InvariantCulture));
    }
}
