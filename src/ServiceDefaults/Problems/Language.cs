using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ServiceDefaults.Problems;

/// <summary>Chinese first; English for a caller who prefers it.</summary>
public static class Language
{
    /// <summary>Whether the caller's <c>Accept-Language</c> prefers English to Chinese.</summary>
    public static bool PrefersEnglish(this HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var languages))
        {
            return false;
        }

        var first = languages
            .Where(language => IsLanguage(language, "zh") || IsLanguage(language, "en"))
            .OrderByDescending(language => language.Quality ?? 1)
            .FirstOrDefault();
        return first is not null && IsLanguage(first, "en");
    }

    /// <summary>The one of two sentences that the caller reads.</summary>
    public static string Choose(this HttpRequest request, string zh, string en) => request.PrefersEnglish() ? en : zh;

    private static bool IsLanguage(StringWithQualityHeaderValue value, string language) =>
        value.Value.StartsWith(language, StringComparison.OrdinalIgnoreCase);
}
