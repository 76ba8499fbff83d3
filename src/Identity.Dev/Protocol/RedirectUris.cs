namespace Identity.Dev.Protocol;

/// <summary>
/// Which addresses a browser may be sent to. An exact match, a trailing <c>*</c> as a prefix, and, as Keycloak does for loopback
/// (RFC 8252 §7.3), <c>http://localhost</c> and <c>http://127.0.0.1</c> without a port match any port.
/// </summary>
internal static class RedirectUris
{
    public static bool Allows(IEnumerable<string> allowed, string? candidate)
    {
        if (!Uri.TryCreate(candidate, UriKind.Absolute, out var uri)
            || uri.Fragment.Length > 0
            || uri.UserInfo.Length > 0
            || candidate.Contains('\\', StringComparison.Ordinal))
        {
            return false;
        }

        var withoutPort = uri is { Scheme: "http", Host: "localhost" or "127.0.0.1" }
            ? $"{uri.Scheme}://{uri.Host}{uri.PathAndQuery}"
            : candidate;
        return allowed.Any(pattern => Matches(pattern, candidate) || Matches(pattern, withoutPort));
    }

    private static bool Matches(string pattern, string candidate) =>
        pattern.EndsWith('*') ? candidate.StartsWith(pattern[..^1], StringComparison.Ordinal) : candidate == pattern;
}
