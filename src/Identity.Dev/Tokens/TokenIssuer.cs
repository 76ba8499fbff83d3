using System.Security.Cryptography;
using System.Text;
using Identity.Dev.Protocol;
using Identity.Dev.Realms;
using Identity.Dev.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Dev.Tokens;

/// <summary>Makes access and ID tokens in Keycloak's shape.</summary>
internal sealed class TokenIssuer(Realm realm, SigningKey key, Addresses addresses, TimeProvider time)
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string AccessToken(HttpRequest request, RealmClient client, SsoSession session, string scope)
    {
        var claims = UserClaims.Of(realm, client, session.User, ClaimPlace.AccessToken);
        AddSession(claims, session);
        claims["typ"] = "Bearer";
        claims["azp"] = client.ClientId;
        claims["scope"] = scope;
        AddAudience(claims, client);
        AddRoles(claims, client, session.User.RealmRoles);
        return Sign(request, claims);
    }

    public string IdToken(HttpRequest request, RealmClient client, SsoSession session, string? nonce, string accessToken)
    {
        var claims = UserClaims.Of(realm, client, session.User, ClaimPlace.IdToken);
        AddSession(claims, session);
        claims["typ"] = "ID";
        claims["aud"] = client.ClientId;
        claims["azp"] = client.ClientId;
        claims["at_hash"] = HalfHash(accessToken);
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return Sign(request, claims);
    }

    /// <summary>A token for a client itself: its service account is a user named after it, as in Keycloak.</summary>
    public string ServiceToken(HttpRequest request, RealmClient client, string scope)
    {
        var username = $"service-account-{client.ClientId}";
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = realm.SubjectOf(username),
            ["typ"] = "Bearer",
            ["azp"] = client.ClientId,
            ["acr"] = "1",
            ["scope"] = scope,
            ["client_id"] = client.ClientId,
            ["preferred_username"] = username,
            ["email_verified"] = false,
        };
        AddAudience(claims, client);
        AddRoles(claims, client, []);
        foreach (var (of, roles) in realm.User(username)?.ClientRoles ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal))
        {
            ((Dictionary<string, object>)claims["resource_access"])[of] = new Dictionary<string, object>(StringComparer.Ordinal) { ["roles"] = roles };
        }

        return Sign(request, claims);
    }

    private static void AddSession(Dictionary<string, object> claims, SsoSession session)
    {
        claims["auth_time"] = session.AuthenticatedAt.ToUnixTimeSeconds();
        claims["sid"] = session.Id;
        claims["acr"] = "1";
    }

    private static void AddAudience(Dictionary<string, object> claims, RealmClient client) =>
        claims["aud"] = client.ProtocolMappers
            .Where(mapper => mapper.Kind == ProtocolMapper.Audience)
            .Select(mapper => mapper.Setting("included.custom.audience"))
            .Append("account")
            .ToArray();

    private void AddRoles(Dictionary<string, object> claims, RealmClient client, IEnumerable<string> roles)
    {
        var hardcoded = client.ProtocolMappers.Where(mapper => mapper.Kind == ProtocolMapper.HardcodedRole).Select(mapper => mapper.Setting("role"));
        string[] builtIn = [$"default-roles-{realm.Name}", "offline_access", "uma_authorization"];
        claims["realm_access"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["roles"] = roles.Concat(hardcoded).Concat(builtIn).ToArray() };
        claims["resource_access"] = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["account"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["roles"] = new[] { "manage-account", "view-profile" } },
        };
    }

    private static string HalfHash(string token) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(token))[..16]);

    private string Sign(HttpRequest request, Dictionary<string, object> claims)
    {
        var now = time.GetUtcNow();
        claims["iss"] = addresses.Issuer(request);
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + realm.AccessTokenLifespan).ToUnixTimeSeconds();
        claims["jti"] = Guid.CreateVersion7(now).ToString();
        return Handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = key.Credentials });
    }
}
