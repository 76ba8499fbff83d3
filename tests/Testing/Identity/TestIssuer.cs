using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Testing.Identity;

/// <summary>
/// A token issuer in Keycloak's shape: discovery, keys, and client-credentials tokens, served over HTTP, so that a service
/// under test takes the very path to a token's keys that it takes in production.
/// </summary>
public sealed class TestIssuer
{
    /// <summary>The realm.</summary>
    public const string Realm = "platform";

    /// <summary>The audience.</summary>
    public const string Audience = "platform-api";

    private static readonly Lazy<Task<TestIssuer>> Shared = new(StartAsync);
    private static readonly JsonWebTokenHandler Tokens = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "test" };

    private TestIssuer()
    {
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The issuer of this test process.</summary>
    public static Task<TestIssuer> SharedAsync() => Shared.Value;

    /// <summary>The settings of a service that trusts it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Keycloak:realm"] = Realm,
        ["Keycloak:auth-server-url"] = Address.AbsoluteUri,
        ["Keycloak:resource"] = Audience,
        ["Keycloak:ssl-required"] = "none",
        ["Keycloak:credentials:secret"] = "test-secret",
    };

    /// <summary>A signed token; <paramref name="user"/> is its name, and its subject too unless another is given.</summary>
    public string Token(TestUser user, TimeSpan? lifetime = null, string? audience = null, SecurityKey? signedWith = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["preferred_username"] = user.Name,
            ["realm_access"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["roles"] = user.Roles },
        };
        AddClaim(claims, "sub", user.Subject);
        AddClaim(claims, "jurisdiction", user.Jurisdiction);
        AddClaim(claims, "district", user.District);
        AddClaim(claims, "organisation", user.Organisation);
        AddClaim(claims, "park", user.Park);
        AddClaim(claims, "name", user.FullName);
        AddClaim(claims, "email", user.Email);
        var expires = now + (lifetime ?? TimeSpan.FromHours(1));
        return Tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = $"{Address.AbsoluteUri.TrimEnd('/')}/realms/{Realm}",
            Audience = audience ?? Audience,
            Claims = claims,
            IssuedAt = expires < now ? expires.AddMinutes(-5) : now,
            NotBefore = expires < now ? expires.AddMinutes(-5) : now,
            Expires = expires,
            SigningCredentials = new SigningCredentials(signedWith ?? key, SecurityAlgorithms.RsaSha256),
        });
    }

    private static void AddClaim(Dictionary<string, object> claims, string name, string? value)
    {
        if (value is not null)
        {
            claims[name] = value;
        }
    }

    private static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var realm = app.MapGroup($"/realms/{Realm}");
        realm.MapGet("/.well-known/openid-configuration", issuer.Discovery);
        realm.MapGet("/protocol/openid-connect/certs", issuer.Certificates);
        realm.MapPost("/protocol/openid-connect/token", (Delegate)issuer.ServiceTokenAsync);
        await app.StartAsync();
        issuer.Address = new Uri(app.Urls.Single());
        return issuer;
    }

    private IResult Discovery()
    {
        var realm = $"{Address.AbsoluteUri.TrimEnd('/')}/realms/{Realm}";
        return Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = realm,
            ["jwks_uri"] = $"{realm}/protocol/openid-connect/certs",
            ["token_endpoint"] = $"{realm}/protocol/openid-connect/token",
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        });
    }

    private IResult Certificates()
    {
        var shared = JsonWebKeyConverter.ConvertFromRSASecurityKey(key);
        return Results.Json(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = shared.Kid, n = shared.N, e = shared.E } },
        });
    }

    private async Task<IResult> ServiceTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var client = form["client_id"].ToString();
        return form["grant_type"] == "client_credentials" && form["client_secret"] == "test-secret"
            ? Results.Json(new { access_token = Token(new TestUser(client, ["service"])), expires_in = 300, token_type = "Bearer" })
            : Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
    }
}
