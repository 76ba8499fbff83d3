using Identity.Dev.Realms;
using Identity.Dev.Sessions;
using Identity.Dev.Tokens;

namespace Identity.Dev.Protocol;

/// <summary>The userinfo endpoint: only for a token whose session still lives.</summary>
internal static class UserInfo
{
    public static void MapUserInfo(this RouteGroupBuilder protocol) => protocol.MapMethods("/userinfo", ["GET", "POST"], Handle).DisableAntiforgery();

    private static async Task<IResult> Handle(HttpContext context, Realm realm, SsoSessions sessions, SigningKey key, Addresses addresses)
    {
        const string bearer = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase)
            ? await TokenReader.ReadAsync(header[bearer.Length..], addresses.Issuer(context.Request), key, mayHaveExpired: false)
            : null;
        if (token?.TryGetPayloadValue<string>("typ", out var type) != true || type != "Bearer"
            || !token.TryGetPayloadValue<string>("sid", out var sessionId) || !sessions.TryUse(sessionId, out var session)
            || realm.Client(token.Azp) is not { } client)
        {
            context.Response.Headers.WWWAuthenticate = $"Bearer realm=\"{realm.Name}\", error=\"invalid_token\"";
            return OAuthError.Result(StatusCodes.Status401Unauthorized, "invalid_token", "Token verification failed");
        }

        return Results.Json(UserClaims.Of(realm, client, session.User, ClaimPlace.UserInfo));
    }
}
