using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ServiceDefaults.Authentication;

namespace Gateway.Session;

/// <summary>Keycloak's token endpoint as the gateway uses it after sign-in, and the checks of what it gives.</summary>
internal sealed class KeycloakTokens(IHttpClientFactory clients, KeycloakOptions keycloak, IOptionsMonitor<JwtBearerOptions> bearer, TimeProvider time)
{
    public const string Client = "keycloak";

    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>Exchanges a refresh token; null where Keycloak refuses it.</summary>
    /// <exception cref="HttpRequestException">Keycloak does not answer, or not sensibly.</exception>
    public async Task<SessionTokens?> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Client);
        using var form = Form(("grant_type", "refresh_token"), ("refresh_token", refreshToken));
        using var response = await client.PostAsync(keycloak.TokenEndpoint, form, cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.BadRequest)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(cancellationToken));
        return Read(answer.RootElement);
    }

    /// <summary>Ends the session at Keycloak, so that the next sign-in asks for the password again.</summary>
    /// <exception cref="HttpRequestException">Keycloak does not answer, or not sensibly.</exception>
    public async Task EndAsync(string refreshToken, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Client);
        using var form = Form(("refresh_token", refreshToken));
        using var response = await client.PostAsync(new Uri(keycloak.TokenEndpoint, "logout"), form, cancellationToken);
        // 400: the session is over already, which is what was asked for.
        if (response.StatusCode != System.Net.HttpStatusCode.BadRequest)
        {
            response.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Reads a token answer.</summary>
    public SessionTokens Read(JsonElement answer)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new SessionTokens(
            answer.GetProperty("access_token").GetString()!,
            answer.GetProperty("refresh_token").GetString()!,
            now.AddSeconds(answer.GetProperty("expires_in").GetInt32()),
            now.AddSeconds(answer.GetProperty("refresh_expires_in").GetInt32()));
    }

    /// <summary>
    /// Checks the ID token of a sign-in (OpenID Connect Core §3.1.3.7): signature, issuer, audience, time, nonce, and that both
    /// tokens are about one person.
    /// </summary>
    /// <exception cref="AuthenticationFailureException">One of them is not as it must be.</exception>
    public async Task ValidateSignInAsync(string idToken, string accessToken, string nonce)
    {
        var parameters = await ParametersAsync();
        parameters.ValidAudience = keycloak.ClientId;
        parameters.ValidateAudience = true;
        var result = await Handler.ValidateTokenAsync(idToken, parameters);
        if (!result.IsValid)
        {
            throw new AuthenticationFailureException("The ID token is not valid.", result.Exception);
        }

        var token = (JsonWebToken)result.SecurityToken;
        if (!token.TryGetPayloadValue<string>("nonce", out var given) || given != nonce)
        {
            throw new AuthenticationFailureException("The ID token answers another sign-in (nonce).");
        }

        if (string.IsNullOrWhiteSpace(token.Subject) || PersonOf(accessToken)?.FindFirstValue(Claims.Subject) != token.Subject)
        {
            throw new AuthenticationFailureException("The ID token and the access token are not about one person.");
        }
    }

    /// <summary>Who an access token is about. It came from Keycloak itself over the back channel and never left this server; the services check it again.</summary>
    public static ClaimsPrincipal? PersonOf(string accessToken)
    {
        var claims = Handler.ReadJsonWebToken(accessToken).Claims;
        var identity = new ClaimsIdentity(claims, SessionHandler.Scheme, Claims.Name, Claims.Role);
        KeycloakAuthentication.AddRealmRoles(identity);
        return string.IsNullOrWhiteSpace(identity.FindFirst(Claims.Subject)?.Value) ? null : new ClaimsPrincipal(identity);
    }

    private async Task<TokenValidationParameters> ParametersAsync()
    {
        var options = bearer.Get(JwtBearerDefaults.AuthenticationScheme);
        var configuration = await options.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None);
        var parameters = options.TokenValidationParameters.Clone();
        parameters.IssuerSigningKeys = configuration.SigningKeys;
        return parameters;
    }

    private FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields
        .Append(("client_id", keycloak.ClientId!))
        .Append(("client_secret", keycloak.Secret!))
        .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
}
