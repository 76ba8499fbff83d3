using Microsoft.AspNetCore.Authentication;

namespace Gateway.Session;

/// <summary><c>GET /login?returnUrl=</c>: to Keycloak, and back to the page that the person wanted.</summary>
internal static class Login
{
    public static void MapLogin(this WebApplication app) => app.MapGet(
        "/login",
        (string? returnUrl) => Results.Challenge(new AuthenticationProperties { RedirectUri = ReturnUrl.OrHome(returnUrl) }, [KeycloakLogin.Scheme]))
        .AllowAnonymous()
        .WithMetadata(new WithoutSession())
        .ExcludeFromDescription();
}

/// <summary>Where a sign-in may return to: a path of this site, nothing else. Pure.</summary>
internal static class ReturnUrl
{
    private const string Home = "/";

    public static string OrHome(string? returnUrl) => IsLocal(returnUrl) ? returnUrl! : Home;

    // "//host" and "/\host" are other sites to a browser, and it drops tabs and line ends before it looks.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
