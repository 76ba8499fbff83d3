using System.Text.RegularExpressions;
using Contracts.Refusals;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Problems;

/// <summary>Says what is wrong with a request that the framework could not bind. Pure.</summary>
internal static partial class BadRequests
{
    /// <summary>The refusal behind <paramref name="error"/>.</summary>
    public static Refusal Explain(BadHttpRequestException error)
    {
        if (error.StatusCode != StatusCodes.Status400BadRequest)
        {
            return Titles.Refusal(error.StatusCode);
        }

        if (Unparsed().Match(error.Message) is { Success: true } unparsed)
        {
            var (name, type) = (unparsed.Groups["name"].Value, unparsed.Groups["type"].Value);
            var (zh, en) = Expected(type);
            return Refusal.BadInput(name, unparsed.Groups["given"].Value, $"“{name}”有误：{zh}", $"'{name}' is wrong: {en}");
        }

        if (Absent().Match(error.Message) is { Success: true } absent)
        {
            var name = absent.Groups["name"].Value;
            return Refusal.BadInput(name, given: null, $"缺少“{name}”，请补充。", $"'{name}' is missing; send it.");
        }

        return error.Message.Contains("no body was provided", StringComparison.OrdinalIgnoreCase)
            ? Refusal.BadInput("body", given: null, "请求没有内容，应为 JSON。", "The request has no body; send JSON.")
            : Titles.Refusal(StatusCodes.Status400BadRequest);
    }

    private static (string Zh, string En) Expected(string type) => type.TrimEnd('?') switch
    {
        "DateOnly" or "Nullable<DateOnly>" => ("日期应为存在的日子，格式为 2026-01-05。", "a date must be a day that exists, written as 2026-01-05."),
        "Guid" or "Nullable<Guid>" => ("应为系统给出的编号。", "it must be an id that the platform gave out."),
        "int" or "long" or "Nullable<int>" or "Nullable<long>" => ("应为整数。", "it must be a whole number."),
        _ => ("请按接口文档填写。", "see the API document."),
    };

    [GeneratedRegex("Failed to bind parameter \"(?<type>\\S+) (?<name>\\w+)\" from \"(?<given>.*)\"", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Unparsed();

    [GeneratedRegex("Required parameter \"(?<type>\\S+) (?<name>\\w+)\" was not provided", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Absent();
}
