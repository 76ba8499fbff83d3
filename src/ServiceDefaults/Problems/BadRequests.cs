using System.Text.RegularExpressions;
using Contracts.Refusals;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Problems;

/// <summary>Says what is wrong with a request that the framework could not bind.</summary>
internal static partial class BadRequests
{
    /// <summary>The refusal behind <paramref name="error"/>.</summary>
    public static Refusal Explain(BadHttpRequestException error)
    {
        if (error.StatusCode != StatusCodes.Status400BadRequest)
        {
            return Titles.Refusal(error.StatusCode);
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

    [GeneratedRegex("Required parameter \"(?<type>\\S+) (?<name>\\w+)\" was not provided", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Absent();
}
