using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ServiceDefaults.Authentication;

namespace Gateway.Session;

/// <summary>Marks an address that does not care who asks: it must answer while Keycloak is away and no token can be refreshed.</summary>
internal sealed class WithoutSession;

/// <summary>Knows a browser by its session cookie, which holds nothing but a random handle.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionStore store, RefreshSession refresh, KeycloakTokens keycloak)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Session";
    public const string Cookie = "platform-session";
    public const string AccessToken = "access_token";
    public const string TokenAnswer = "token_answer";

    private const string CsrfItem = "csrf";

    /// <summary>The anti-forgery token of the request's session; null for a request without one, a bearer's for example.</summary>
    public static string? CsrfOf(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.Items.TryGetValue(CsrfItem, out var csrf) == true ? csrf : null;

    /// <summary>The session that the browser's cookie names, whatever its tokens are worth.</summary>
    public static async Task<BrowserSession?> FindAsync(HttpContext context, SessionStore store) =>
        context.Request.Cookies[Cookie] is { Length: > 0 and < 100 } handle ? await store.FindAsync(SessionStore.KeyOf(handle), context.RequestAborted) : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<WithoutSession>() is not null)
        {
            return AuthenticateResult.NoResult();
        }

        var session = await FindAsync(Context, store);
        session = session is null ? null : await refresh.EnsureFreshAsync(session, Context.RequestAborted);
        if (session is null || store.TokensOf(session) is not { } tokens || KeycloakTokens.PersonOf(tokens.Access) is not { } person)
        {
            return AuthenticateResult.NoResult();
        }

        var properties = new AuthenticationProperties { Items = { [CsrfItem] = session.Csrf } };
        properties.StoreTokens([new AuthenticationToken { Name = AccessToken, Value = tokens.Access }]);
        return AuthenticateResult.Success(new AuthenticationTicket(person, properties, Scheme));
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        // A session that this browser already had is never taken over by the one that begins.
        await CloseAsync(SignInKind.SignedOut);
        using var answer = System.Text.Json.JsonDocument.Parse(properties!.GetTokenValue(TokenAnswer)!);
        var handle = await store.OpenAsync(user.FindFirstValue(Claims.Subject)!, keycloak.Read(answer.RootElement), Context.RequestAborted);
        Response.Cookies.Append(Cookie, handle, CookieOptions());
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        await CloseAsync(SignInKind.SignedOut);
        Response.Cookies.Delete(Cookie, CookieOptions());
    }

    private async Task CloseAsync(SignInKind kind)
    {
        if (await FindAsync(Context, store) is { } session)
        {
            await store.CloseAsync(session, kind, Context.RequestAborted);
        }
    }

    private CookieOptions CookieOptions() => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        // Lax, not Strict: the redirect back from Keycloak and a link in a notice must find the session.
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    };
}
