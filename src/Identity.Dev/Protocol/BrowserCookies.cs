using Identity.Dev.Realms;

namespace Identity.Dev.Protocol;

/// <summary>The provider's own cookies; their path keeps them out of the applications behind the same host.</summary>
internal static class BrowserCookies
{
    private const string Session = "KEYCLOAK_IDENTITY";
    private const string Browser = "AUTH_SESSION_ID";

    public static string? SessionOf(HttpContext context) => context.Request.Cookies[Session];

    public static void SetSession(HttpContext context, Realm realm, string sessionId) =>
        context.Response.Cookies.Append(Session, sessionId, Options(context, realm));

    public static void ClearSession(HttpContext context, Realm realm) => context.Response.Cookies.Delete(Session, Options(context, realm));

    public static string? BrowserOf(HttpContext context) => context.Request.Cookies[Browser];

    public static void SetBrowser(HttpContext context, Realm realm, string key) =>
        context.Response.Cookies.Append(Browser, key, Options(context, realm));

    private static CookieOptions Options(HttpContext context, Realm realm) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = $"/realms/{realm.Name}/",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
