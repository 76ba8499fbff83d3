using System.Security.Cryptography;
using System.Text;
using Identity.Dev.Pages;
using Identity.Dev.Realms;
using Identity.Dev.Sessions;

namespace Identity.Dev.Protocol;

/// <summary>Takes the login form.</summary>
internal static class Login
{
    public const string Path = "login-actions/authenticate";

    public static void MapLogin(this RouteGroupBuilder realm) => realm.MapPost("/" + Path, Handle).DisableAntiforgery();

    private static async Task<IResult> Handle(HttpContext context, Realm realm, SignIns signIns, SsoSessions sessions, AuthorizationCodes codes, Addresses addresses)
    {
        string? handle = context.Request.Query["session_code"];
        if (!context.Request.HasFormContentType || !signIns.TryGet(handle, out var signIn) || BrowserCookies.BrowserOf(context) != signIn.BrowserKey)
        {
            return ErrorPage.Result("登录页面已失效，请返回应用重新登录", "This login page is no longer valid. Go back to the application and sign in again.");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string username = form["username"].ToString();
        if (!TryAuthenticate(realm, username, form["password"], out var user))
        {
            return LoginPage.Again(context, realm, handle!, username);
        }

        signIns.Remove(handle!);
        var session = sessions.Open(user);
        BrowserCookies.SetSession(context, realm, session.Id);
        return Authorization.Complete(signIn.Request, session, codes, addresses.Issuer(context.Request));
    }

    /// <summary>Whether the password is this user's.</summary>
    public static bool TryAuthenticate(Realm realm, string? username, string? password, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RealmUser? user)
    {
        user = realm.User(username);
        if (user is { Enabled: true, Password: { Length: > 0 } expected } && Same(expected, password ?? ""))
        {
            return true;
        }

        user = null;
        return false;
    }

    /// <summary>Compares secrets in constant time.</summary>
    public static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
