using System.Security.Cryptography;
using Identity.Dev.Protocol;
using Identity.Dev.Realms;
using Identity.Dev.Sessions;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Dev.Pages;

/// <summary>The login page.</summary>
internal static class LoginPage
{
    private const int BrowserKeyBytes = 16;

    private const string WrongPassword =
        """
        <p class="alert" role="alert">用户名或密码不正确，请重新输入。<small lang="en">The user name or password is wrong. Please try again.</small></p>
        """;

    /// <summary>Shows the page and ties it to this browser by a cookie, so that nobody can sign another person in.</summary>
    public static IResult Begin(HttpContext context, Realm realm, SignIns signIns, AuthorizationRequest request)
    {
        var browserKey = BrowserCookies.BrowserOf(context) is { Length: > 0 } known
            ? known
            : Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(BrowserKeyBytes));
        BrowserCookies.SetBrowser(context, realm, browserKey);
        return Show(context, realm, signIns.Add(new SignIn(request, browserKey)), "", "", StatusCodes.Status200OK);
    }

    /// <summary>The page again, with what was wrong.</summary>
    public static IResult Again(HttpContext context, Realm realm, string handle, string username) =>
        Show(context, realm, handle, username, WrongPassword, StatusCodes.Status401Unauthorized);

    private static IResult Show(HttpContext context, Realm realm, string handle, string username, string alert, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (nameFocus, passwordFocus) = username.Length == 0 ? (" autofocus", "") : ("", " autofocus");
        return Page.Result(
            "登录 Sign in",
            $"""
            <h1>{Page.Text(realm.Document.DisplayName ?? realm.Name)}</h1>
            <p class="en">登录 · <span lang="en">Sign in</span></p>
            {alert}
            <form method="post" action="/realms/{realm.Name}/{Login.Path}?session_code={handle}">
            <label for="username">用户名<small lang="en">User name</small></label>
            <input id="username" name="username" autocomplete="username" required maxlength="255" value="{Page.Text(username)}"{nameFocus}>
            <label for="password">密码<small lang="en">Password</small></label>
            <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="255"{passwordFocus}>
            <button type="submit" name="login">登录 Sign in</button>
            </form>
            """,
            status);
    }
}
