using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Authentication;

/// <summary>Who is calling, and for whom.</summary>
/// <param name="Subject">The token's <c>sub</c>; never empty, so that two callers without one can never compare equal.</param>
/// <param name="Name">The person's name for people to read; the user name where the token tells none.</param>
/// <param name="Roles">The realm roles.</param>
/// <param name="Jurisdiction">The jurisdiction it belongs to (<c>zhoushan</c>, …); none for the platform's own administrators and services.</param>
/// <param name="District">The district or county, for a district reviewer.</param>
/// <param name="Organisation">The organisation's social credit code, for an operator.</param>
/// <param name="Park">The park's code, for a park reviewer (EI-13).</param>
public sealed record Caller(
    string Subject,
    string Name,
    IReadOnlySet<string> Roles,
    string? Jurisdiction = null,
    string? District = null,
    string? Organisation = null,
    string? Park = null)
{
    /// <summary>For whom a deputy acts; null where the caller acts for itself.</summary>
    public Principal? For { get; init; }

    /// <summary>
    /// Further subjects whom the separation of persons takes for the caller: for whom it acts, whose deputy it is and who is its.
    /// </summary>
    public IReadOnlySet<string> CountsAs { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether the separation of persons takes <paramref name="subject"/> for the caller.</summary>
    public bool Counts(string? subject) => subject is not null && (subject == Subject || CountsAs.Contains(subject));

    /// <summary>The person's name; of a deputy also for whom it acts, as it is signed on paper: 王五（代李四）.</summary>
    public string SignedName() => For is { } principal ? $"{Name}（代{principal.Name}）" : Name;

    /// <summary>Whether the caller holds <paramref name="role"/>.</summary>
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>Whether the caller holds one of <paramref name="roles"/>.</summary>
    public bool IsAny(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
        {
            if (Is(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The caller behind a validated token.</summary>
    /// <exception cref="InvalidOperationException">The principal has no subject: the endpoint lets anonymous callers in.</exception>
    public static Caller Of(ClaimsPrincipal principal)
    {
        var subject = principal.FindFirstValue(Claims.Subject);
        if (string.IsNullOrWhiteSpace(subject))
        {
            throw new InvalidOperationException("There is no caller: the endpoint admits requests without a token.");
        }

        return new Caller(
            subject,
            TextOf(principal, Claims.FullName) ?? TextOf(principal, Claims.Name) ?? subject,
            principal.FindAll(Claims.Role).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal),
            TextOf(principal, Claims.Jurisdiction),
            TextOf(principal, Claims.District),
            TextOf(principal, Claims.Organisation),
            TextOf(principal, Claims.Park))
        {
            For = TextOf(principal, Claims.ActsFor) is { } other ? new Principal(other, TextOf(principal, Claims.ActsForName) ?? other) : null,
            CountsAs = principal.FindAll(Claims.CountsAs).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static string? TextOf(ClaimsPrincipal principal, string claim) =>
        principal.FindFirstValue(claim) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}

/// <summary>Whose post a deputy acts in.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Name">The person's name.</param>
public sealed record Principal(string Subject, string Name);

/// <summary>Finds the caller of a request.</summary>
public static class CallerOfRequest
{
    /// <summary>The caller of this request.</summary>
    /// <exception cref="InvalidOperationException">The endpoint lets anonymous callers in.</exception>
    public static Caller Caller(this HttpContext context) => Authentication.Caller.Of(context.User);
}
