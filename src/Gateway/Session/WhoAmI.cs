using ServiceDefaults.Authentication;

namespace Gateway.Session;

/// <summary>Who is calling, as the console needs it; everything but <paramref name="SignedIn"/> is null for nobody.</summary>
/// <param name="SignedIn">Whether somebody is signed in.</param>
/// <param name="Subject">The stable id.</param>
/// <param name="Username">The name to sign in with.</param>
/// <param name="Name">The name for people to read.</param>
/// <param name="Roles">The realm roles, without Keycloak's own.</param>
/// <param name="Jurisdiction">The jurisdiction.</param>
/// <param name="District">The district.</param>
/// <param name="Organisation">The organisation's social credit code.</param>
/// <param name="Csrf">What state-changing calls of this session carry in <c>X-CSRF</c>; null for a bearer.</param>
internal sealed record SessionView(
    bool SignedIn,
    string? Subject = null,
    string? Username = null,
    string? Name = null,
    IReadOnlyList<string>? Roles = null,
    string? Jurisdiction = null,
    string? District = null,
    string? Organisation = null,
    string? Csrf = null);

/// <summary><c>GET /session</c>.</summary>
internal static class WhoAmI
{
    private static readonly string[] KeycloaksOwn = ["offline_access", "uma_authorization"];

    public static void MapWhoAmI(this WebApplication app) => app.MapGet("/session", (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        return context.User.Identity?.IsAuthenticated == true ? View(context) : new SessionView(SignedIn: false);
    }).AllowAnonymous();

    private static SessionView View(HttpContext context)
    {
        var caller = context.Caller();
        return new SessionView(
            SignedIn: true,
            caller.Subject,
            context.User.Identity?.Name ?? caller.Subject,
            caller.Name,
            [.. caller.Roles.Where(IsOurs).Order(StringComparer.Ordinal)],
            caller.Jurisdiction,
            caller.District,
            caller.Organisation,
            SessionHandler.CsrfOf(context));
    }

    private static bool IsOurs(string role) => !KeycloaksOwn.Contains(role) && !role.StartsWith("default-roles-", StringComparison.Ordinal);
}
