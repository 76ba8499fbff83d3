using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;
using ServiceDefaults.Hosting;

namespace ServiceDefaults.Authentication;

/// <summary>Bearer tokens of the realm, and the rule that everything needs one unless it says otherwise.</summary>
public static class KeycloakAuthentication
{
    /// <summary>Registers the scheme <c>Bearer</c> as the default, from the <c>Keycloak</c> section.</summary>
    public static IHostApplicationBuilder AddKeycloakBearer(this IHostApplicationBuilder builder, string? serviceName = null)
    {
        var keycloak = KeycloakOptions.Read(builder.Configuration, serviceName);
        if (!keycloak.RequireHttps && builder.Environment.IsProduction())
        {
            throw new StartupException("Keycloak:ssl-required is 'none', which is for development only: production reads its keys over HTTPS.");
        }

        builder.Services.AddSingleton(keycloak);
        builder.Services
            .AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options => Configure(options, keycloak));
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return builder;
    }

    private static void Configure(JwtBearerOptions options, KeycloakOptions keycloak)
    {
        options.Authority = keycloak.Issuer;
        options.MetadataAddress = keycloak.MetadataAddress;
        options.RequireHttpsMetadata = keycloak.RequireHttps;
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = keycloak.Issuer,
            ValidAudience = keycloak.Resource,
            ValidateAudience = keycloak.VerifyTokenAudience,
            ClockSkew = keycloak.TokenClockSkew,
            NameClaimType = Claims.Name,
            RoleClaimType = Claims.Role,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        };
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                if (string.IsNullOrWhiteSpace(context.Principal?.FindFirstValue(Claims.Subject)))
                {
                    context.Fail("The token names no subject.");
                    return Task.CompletedTask;
                }

                AddRealmRoles((ClaimsIdentity)context.Principal.Identity!);
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Turns <c>realm_access.roles</c> into one <see cref="Claims.Role"/> claim each.</summary>
    public static void AddRealmRoles(ClaimsIdentity identity)
    {
        if (identity.FindFirst("realm_access")?.Value is not { } access)
        {
            return;
        }

        using var json = JsonDocument.Parse(access);
        if (json.RootElement.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array)
        {
            foreach (var role in roles.EnumerateArray().Select(role => role.GetString()).OfType<string>())
            {
                identity.AddClaim(new Claim(Claims.Role, role));
            }
        }
    }
}
