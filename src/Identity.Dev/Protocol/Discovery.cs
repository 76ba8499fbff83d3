namespace Identity.Dev.Protocol;

/// <summary>OpenID Connect Discovery 1.0.</summary>
internal static class Discovery
{
    private static readonly Dictionary<string, object> Supported = new(StringComparer.Ordinal)
    {
        ["grant_types_supported"] = new[] { "authorization_code", "refresh_token", "password", "client_credentials" },
        ["response_types_supported"] = new[] { "code" },
        ["response_modes_supported"] = new[] { "query" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post" },
        ["code_challenge_methods_supported"] = new[] { "S256" },
        ["scopes_supported"] = new[] { "openid", "profile", "email", "roles", "basic" },
        ["claims_supported"] = new[] { "aud", "sub", "iss", "auth_time", "name", "given_name", "preferred_username", "email", "acr", "sid" },
    };

    public static void MapDiscovery(this RouteGroupBuilder realm) =>
        realm.MapGet("/.well-known/openid-configuration", (HttpRequest request, Addresses addresses) => Results.Json(
            new Dictionary<string, object>(Supported, StringComparer.Ordinal)
            {
                ["issuer"] = addresses.Issuer(request),
                ["authorization_endpoint"] = addresses.Frontend(request, "auth"),
                ["token_endpoint"] = Addresses.Backchannel(request, "token"),
                ["userinfo_endpoint"] = Addresses.Backchannel(request, "userinfo"),
                ["end_session_endpoint"] = addresses.Frontend(request, "logout"),
                ["jwks_uri"] = Addresses.Backchannel(request, "certs"),
            }));
}
