using Identity.Dev.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Identity.Dev.Protocol;

/// <summary>Reads tokens that this provider signed.</summary>
internal static class TokenReader
{
    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>The token, if the signature and issuer are ours; an ID token given as a logout hint may have expired (RP-Initiated Logout 1.0 §2).</summary>
    public static async Task<JsonWebToken?> ReadAsync(string? token, string issuer, SigningKey key, bool mayHaveExpired)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            IssuerSigningKey = key.Credentials.Key,
            ValidateAudience = false,
            ValidateLifetime = !mayHaveExpired,
            ClockSkew = TimeSpan.Zero,
        });
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }
}
