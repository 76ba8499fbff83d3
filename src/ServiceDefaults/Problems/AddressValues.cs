using System.Globalization;
using Contracts.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace ServiceDefaults.Problems;

/// <summary>
/// Says which value of an address cannot be read, and what is expected there. The framework would turn away what may be left out without a word,
/// and take a demanded day that is sent empty for the first of the year 1.
/// </summary>
internal static class AddressValues
{
    private static readonly Dictionary<Type, (Func<string, bool> Reads, string Zh, string En)> Kinds = new()
    {
        [typeof(DateOnly)] = (Reads<DateOnly>, "日期应为存在的日子，格式为 2026-01-05。", "a date must be a day that exists, written as 2026-01-05."),
        [typeof(DateTimeOffset)] = (Reads<DateTimeOffset>, "应为时刻，格式为 2026-01-05T09:00:00+08:00。", "it must be an instant, written as 2026-01-05T09:00:00+08:00."),
        [typeof(Guid)] = (Reads<Guid>, "应为系统给出的编号。", "it must be an id that the platform gave out."),
        [typeof(int)] = (Reads<int>, "应为整数。", "it must be a whole number."),
        [typeof(long)] = (Reads<long>, "应为整数。", "it must be a whole number."),
        [typeof(bool)] = (Reads<bool>, "应为 true 或 false。", "it must be true or false."),
    };

    /// <summary>The refusal of the first value that cannot be read; null where each can.</summary>
    public static Refusal? FirstUnread(HttpContext context)
    {
        foreach (var parameter in context.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
        {
            var type = parameter.ParameterInfo.ParameterType;
            if (Given(context.Request, parameter.Name) is { } given
                && !(given.Length == 0 && parameter.IsOptional)
                && Expected(Nullable.GetUnderlyingType(type) ?? type, given) is var (zh, en))
            {
                return Refusal.BadInput(parameter.Name, given, $"“{parameter.Name}”有误：{zh}", $"'{parameter.Name}' is wrong: {en}");
            }
        }

        return null;
    }

    private static string? Given(HttpRequest request, string name) =>
        request.RouteValues.TryGetValue(name, out var part) ? part as string
        : request.Query.TryGetValue(name, out var values) ? values.ToString()
        : null;

    private static (string Zh, string En)? Expected(Type type, string given)
    {
        if (Kinds.TryGetValue(type, out var kind))
        {
            return kind.Reads(given) ? null : (kind.Zh, kind.En);
        }

        return Choice.WordsOf(type)?.ToList() is { } words && !words.Contains(given, StringComparer.Ordinal)
            ? ($"应为其中之一：{string.Join("、", words)}。", $"it must be one of {string.Join(", ", words)}.")
            : null;
    }

    private static bool Reads<T>(string given)
        where T : IParsable<T> =>
        T.TryParse(given, CultureInfo.InvariantCulture, out _);
}
