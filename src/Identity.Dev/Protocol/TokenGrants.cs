using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Identity.Dev.Realms;
using Identity.Dev.Sessions;
using Identity.Dev.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Dev.Protocol;

/// <summary>What each grant gives.</summary>
internal sealed class TokenGrants(Realm realm, SsoSessions sessions, AuthorizationCodes codes, RefreshTokens refreshTokens, TokenIssuer issuer, TimeProvider time)
{
    private const string DefaultScope = "profile email";

    public IResult AuthorizationCode(HttpRequest http, RealmClient client, IFormCollection form)
    {
        if (!codes.TryGet(form["code"], out var code))
        {
            return OAuthError.InvalidGrant("Code not valid");
        }

        if (!code.TryTake())
        {
            // RFC 6749 §4.1.2: a code used twice was stolen or replayed; what it gave is withdrawn.
            sessions.Close(code.SessionId);
            return OAuthError.InvalidGrant("Code already used");
        }

        var request = code.Request;
        if (request.Client.ClientId != client.ClientId || request.RedirectUri != form["redirect_uri"])
        {
            return OAuthError.InvalidGrant("Incorrect redirect_uri or client");
        }

        if (request.CodeChallenge is not null && !Matches(request.CodeChallenge, form["code_verifier"].ToString()))
        {
            return OAuthError.InvalidGrant("PKCE verification failed: Code mismatch");
        }

        return sessions.TryUse(code.SessionId, out var session)
            ? Give(http, client, session, request.Scope, request.Nonce)
            : OAuthError.InvalidGrant("Session not active");
    }

    public IResult Refresh(HttpRequest http, RealmClient client, IFormCollection form)
    {
        if (!refreshTokens.TryGet(form["refresh_token"], out var token) || token.Client.ClientId != client.ClientId)
        {
            return OAuthError.InvalidGrant("Invalid refresh token");
        }

        if (!token.TryTake())
        {
            sessions.Close(token.SessionId);
            return OAuthError.InvalidGrant("Maximum allowed refresh token reuse exceeded");
        }

        return sessions.TryUse(token.SessionId, out var session)
            ? Give(http, client, session, token.Scope, nonce: null)
            : OAuthError.InvalidGrant("Session not active");
    }

    public IResult Password(HttpRequest http, RealmClient client, IFormCollection form)
    {
        if (!client.DirectAccessGrantsEnabled)
        {
            return OAuthError.Result(StatusCodes.Status400BadRequest, "unauthorized_client", "Client not allowed for direct access grants");
        }

        return Login.TryAuthenticate(realm, form["username"], form["password"], out var user)
            ? Give(http, client, sessions.Open(user), Scope(form["scope"]), nonce: null)
            : OAuthError.Result(StatusCodes.Status401Unauthorized, "invalid_grant", "Invalid user credentials");
    }

    public IResult ClientCredentials(HttpRequest http, RealmClient client) =>
        client is { ServiceAccountsEnabled: true, PublicClient: false }
            ? Results.Json(new TokenAnswer(issuer.ServiceToken(http, client, DefaultScope), (int)realm.AccessTokenLifespan.TotalSeconds, 0, DefaultScope))
            : OAuthError.Result(StatusCodes.Status401Unauthorized, "unauthorized_client", "Client not enabled to retrieve service account");

    private IResult Give(HttpRequest http, RealmClient client, SsoSession session, string scope, string? nonce)
    {
        var accessToken = issuer.AccessToken(http, client, session, scope);
        var refreshExpiresAt = Min(session.AuthenticatedAt + realm.SessionMax, time.GetUtcNow() + realm.SessionIdle);
        return Results.Json(new TokenAnswer(accessToken, (int)realm.AccessTokenLifespan.TotalSeconds, (int)(refreshExpiresAt - time.GetUtcNow()).TotalSeconds, scope)
        {
            RefreshToken = refreshTokens.Add(new RefreshToken(client, session.Id, scope)),
            SessionState = session.Id,
            IdToken = scope.Split(' ').Contains("openid") ? issuer.IdToken(http, client, session, nonce, accessToken) : null,
        });
    }

    private static DateTimeOffset Min(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private static string Scope(string? asked) => asked is { Length: > 0 } && asked.Split(' ').Contains("openid") ? $"openid {DefaultScope}" : DefaultScope;

    private static bool Matches(string challenge, string verifier) =>
        Login.Same(challenge, Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("refresh_expires_in")] int RefreshExpiresIn,
        [property: JsonPropertyName("scope")] string Scope)
    {
        [JsonPropertyName("token_type")]
        public string TokenType { get; } = "Bearer";

        [JsonPropertyName("not-before-policy")]
        public int NotBeforePolicy { get; }

        [JsonPropertyName("refresh_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? RefreshToken { get; init; }

        [JsonPropertyName("session_state"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? SessionState { get; init; }

        [JsonPropertyName("id_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? IdToken { get; init; }
    }
}
