using System.Globalization;
using Contracts.Refusals;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace ServiceDefaults.Problems;

/// <summary>
/// Says which value of an address could not be read, and what is expected there. The framework tells that in a message only where the value is
/// demanded; what may be left out it turns away without a word.
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
        // Whoever handles an exception finds the endpoint and its route beside it, taken from the request.
        var failed = context.Features.Get<IExceptionHandlerFeature>();
        var route = failed?.RouteValues ?? context.Request.RouteValues;
        foreach (var parameter in (failed?.Endpoint ?? context.GetEndpoint())?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
        {
            var type = parameter.ParameterInfo.ParameterType;
            var value = route.TryGetValue(parameter.Name, out var part) ? part as string : context.Request.Query[parameter.Name].ToString();
            if (value is { Length: > 0 } given && Expected(Nullable.GetUnderlyingType(type) ?? type, given) is var (zh, en))
            {
                return Refusal.BadInput(parameter.Name, given, $"“{parameter.Name}”有误：{zh}", $"'{parameter.Name}' is wrong: {en}");
            }
        }

        return null;
    }

    private static (string Zh, string En)? Expected(Type type, string given)
    {
        if (Choice.WordsOf(type)?.ToList() is { } words)
        {
            return words.Contains(given, StringComparer.Ordinal) ? null : ($"应为其中之一：{string.Join("、", words)}。", $"it must be one of {string.Join(", ", words)}.");
        }

        return Kinds.TryGetValue(type, out var kind) && !kind.Reads(given) ? (kind.Zh, kind.En) : null;
    }

    private static bool Reads<T>(string given)
        where T : IParsable<T> =>
        T.TryParse(given, CultureInfo.InvariantCulture, out _);
}
