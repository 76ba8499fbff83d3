using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Gateway.Session;

/// <summary>
/// Signs a browser in at Keycloak: the framework's OAuth handler does code, PKCE, state and correlation; this adds what makes it
/// OpenID Connect, the nonce and the check of the ID token.
/// </summary>
internal sealed class KeycloakLogin(IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder, KeycloakTokens keycloak)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    public new const string Scheme = "Keycloak";
    public const string Callback = "/signin-oidc";

    private const string Nonce = "nonce";
    private const int NonceBytes = 16;

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(NonceBytes));
        properties.Items[Nonce] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, nonce);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var answer = tokens.Response!.RootElement;
        var idToken = answer.TryGetProperty("id_token", out var id) ? id.GetString() : null;
        if (idToken is null || tokens.AccessToken is null || tokens.RefreshToken is null)
        {
            throw new AuthenticationFailureException("Keycloak's answer lacks a token. Is the scope openid granted to the client?");
        }

        await keycloak.ValidateSignInAsync(idToken, tokens.AccessToken, properties.Items[Nonce]!);
        properties.StoreTokens([new AuthenticationToken { Name = SessionHandler.TokenAnswer, Value = answer.GetRawText() }]);
        return new AuthenticationTicket(KeycloakTokens.PersonOf(tokens.AccessToken)!, properties, Scheme);
    }
}
