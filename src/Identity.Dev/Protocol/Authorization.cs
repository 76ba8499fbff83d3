using Identity.Dev.Pages;
using Identity.Dev.Realms;
using Identity.Dev.Sessions;
using Microsoft.AspNetCore.WebUtilities;

namespace Identity.Dev.Protocol;

/// <summary>The authorization endpoint: a code at once for someone who is signed in, the login page for everybody else.</summary>
internal static class Authorization
{
    public static void MapAuthorization(this RouteGroupBuilder protocol) => protocol.MapGet("/auth", Handle);

    /// <summary>Sends the browser back with a code, once the person is known.</summary>
    public static IResult Complete(AuthorizationRequest request, SsoSession session, AuthorizationCodes codes, string issuer) =>
        Back(request.RedirectUri, request.State, issuer, ("code", codes.Add(new AuthorizationCode(request, session.Id))), ("session_state", session.Id));

    private static IResult Handle(HttpContext context, Realm realm, SsoSessions sessions, SignIns signIns, AuthorizationCodes codes, Addresses addresses)
    {
        var query = context.Request.Query;
        var client = realm.Client(query["client_id"]);
        if (client is not { Enabled: true, StandardFlowEnabled: true })
        {
            return ErrorPage.Result("应用无效", "The application is not known or may not sign people in (client_id).");
        }

        string? redirectUri = query["redirect_uri"];
        if (!RedirectUris.Allows(client.RedirectUris, redirectUri))
        {
            return ErrorPage.Result("回调地址无效", "The address to return to is not registered (redirect_uri).");
        }

        var issuer = addresses.Issuer(context.Request);
        if (Refuse(client, query) is { } refusal)
        {
            return Back(redirectUri!, query["state"], issuer, ("error", refusal.Error), ("error_description", refusal.Description));
        }

        var request = new AuthorizationRequest(client, redirectUri!, query["state"], query["nonce"], (string?)query["scope"] ?? "openid", query["code_challenge"]);
        string? prompt = query["prompt"];
        if (prompt != "login" && sessions.TryUse(BrowserCookies.SessionOf(context), out var session))
        {
            return Complete(request, session, codes, issuer);
        }

        return prompt == "none"
            ? Back(redirectUri!, request.State, issuer, ("error", "login_required"))
            : LoginPage.Begin(context, realm, signIns, request);
    }

    private static (string Error, string Description)? Refuse(RealmClient client, IQueryCollection query) => query switch
    {
        _ when query["response_type"] != "code" => ("unsupported_response_type", "Only response_type=code is offered"),
        _ when string.IsNullOrEmpty(query["code_challenge"]) && (client.DemandsPkce || client.PublicClient) => ("invalid_request", "Missing parameter: code_challenge"),
        _ when !string.IsNullOrEmpty(query["code_challenge"]) && query["code_challenge_method"] != "S256" => ("invalid_request", "Invalid parameter: code challenge method is not S256"),
        _ => null,
    };

    private static IResult Back(string redirectUri, string? state, string issuer, params (string Name, string Value)[] answer)
    {
        var parameters = answer.Append(("iss", issuer)).Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2));
        if (state is not null)
        {
            parameters = parameters.Append(KeyValuePair.Create("state", (string?)state));
        }

        return Results.Redirect(QueryHelpers.AddQueryString(redirectUri, parameters));
    }
}
