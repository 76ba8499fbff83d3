using Identity.Dev.Realms;

namespace Identity.Dev.Protocol;

/// <summary>The token endpoint with its four grants.</summary>
internal static class Token
{
    public static void MapToken(this RouteGroupBuilder protocol) => protocol.MapPost("/token", Handle).DisableAntiforgery();

    private static async Task<IResult> Handle(HttpContext context, Realm realm, TokenGrants grants)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType)
        {
            return OAuthError.InvalidRequest("Missing form parameter: grant_type");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (ClientAuthentication.Authenticate(realm, context.Request, form) is not { } client)
        {
            return OAuthError.Result(StatusCodes.Status401Unauthorized, "invalid_client", "Invalid client or Invalid client credentials");
        }

        return form["grant_type"].ToString() switch
        {
            "authorization_code" => grants.AuthorizationCode(context.Request, client, form),
            "refresh_token" => grants.Refresh(context.Request, client, form),
            "password" => grants.Password(context.Request, client, form),
            "client_credentials" => grants.ClientCredentials(context.Request, client),
            _ => OAuthError.Result(StatusCodes.Status400BadRequest, "unsupported_grant_type", "Unsupported grant_type"),
        };
    }
}
