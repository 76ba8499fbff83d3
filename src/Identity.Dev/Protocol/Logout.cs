using Identity.Dev.Pages;
using Identity.Dev.Realms;
using Identity.Dev.Sessions;
using Identity.Dev.Tokens;
using Microsoft.AspNetCore.WebUtilities;

namespace Identity.Dev.Protocol;

/// <summary>
/// Logout: a browser with <c>id_token_hint</c> (RP-Initiated Logout 1.0), or a server with client credentials and a refresh token,
/// which is Keycloak's own way.
/// </summary>
internal static class Logout
{
    public static void MapLogout(this RouteGroupBuilder protocol)
    {
        protocol.MapGet("/logout", (HttpContext context, LogoutHandler handler) => handler.ByBrowserAsync(context, name => context.Request.Query[name]));
        protocol.MapPost("/logout", async (HttpContext context, LogoutHandler handler) =>
        {
            if (!context.Request.HasFormContentType)
            {
                return OAuthError.InvalidRequest("Missing form parameters");
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return form.ContainsKey("refresh_token") ? handler.ByClient(context.Request, form) : await handler.ByBrowserAsync(context, name => form[name]);
        }).DisableAntiforgery();
    }
}

/// <summary>Ends sessions.</summary>
internal sealed class LogoutHandler(Realm realm, SsoSessions sessions, RefreshTokens refreshTokens, SigningKey key, Addresses addresses)
{
    public IResult ByClient(HttpRequest request, IFormCollection form)
    {
        if (ClientAuthentication.Authenticate(realm, request, form) is not { } client)
        {
            return OAuthError.Result(StatusCodes.Status401Unauthorized, "invalid_client", "Invalid client or Invalid client credentials");
        }

        if (!refreshTokens.TryGet(form["refresh_token"], out var token) || token.Client.ClientId != client.ClientId)
        {
            return OAuthError.InvalidGrant("Invalid refresh token");
        }

        sessions.Close(token.SessionId);
        return Results.NoContent();
    }

    public async Task<IResult> ByBrowserAsync(HttpContext context, Func<string, string?> parameter)
    {
        string? hint = parameter("id_token_hint");
        var token = string.IsNullOrEmpty(hint) ? null : await TokenReader.ReadAsync(hint, addresses.Issuer(context.Request), key, mayHaveExpired: true);
        if (!string.IsNullOrEmpty(hint) && token is null)
        {
            return ErrorPage.Result("退出请求无效", "The logout request is not valid (id_token_hint).");
        }

        var client = realm.Client(token?.Azp ?? parameter("client_id"));
        string? returnTo = parameter("post_logout_redirect_uri");
        if (!string.IsNullOrEmpty(returnTo) && (client is null || !RedirectUris.Allows(client.PostLogoutRedirectUris, returnTo)))
        {
            return ErrorPage.Result("退出后的返回地址无效", "The address to return to after logout is not registered (post_logout_redirect_uri).");
        }

        if (token is null && parameter("confirmed") != "yes")
        {
            // Without a hint any page could log a person out by a link; the person is asked, as Keycloak does.
            return LogoutPage.Confirm(realm, returnTo, client?.ClientId, parameter("state"));
        }

        End(context, token?.TryGetPayloadValue<string>("sid", out var sid) == true ? sid : BrowserCookies.SessionOf(context));
        if (string.IsNullOrEmpty(returnTo))
        {
            return LogoutPage.Done(realm);
        }

        return Results.Redirect(parameter("state") is { Length: > 0 } state ? QueryHelpers.AddQueryString(returnTo, "state", state) : returnTo);
    }

    private void End(HttpContext context, string? sessionId)
    {
        if (sessionId is not null)
        {
            sessions.Close(sessionId);
        }

        BrowserCookies.ClearSession(context, realm);
    }
}
