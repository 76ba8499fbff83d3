using System.Globalization;
using Microsoft.Extensions.Configuration;
using ServiceDefaults.Hosting;

namespace ServiceDefaults.Authentication;

/// <summary>
/// The <c>Keycloak</c> section, with the keys of the Keycloak.AuthServices package so that it can take over. Each key is read
/// in kebab case and in Pascal case, because a shell drops environment variables whose name has a dash.
/// </summary>
public sealed record KeycloakOptions
{
    /// <summary>The realm's name.</summary>
    public required string Realm { get; init; }

    /// <summary>The public address, the one in the tokens' issuer.</summary>
    public required Uri AuthServerUrl { get; init; }

    /// <summary>The address that services use among themselves; the public one where none is given.</summary>
    public required Uri BackchannelUrl { get; init; }

    /// <summary>The audience that a token must name.</summary>
    public required string Resource { get; init; }

    /// <summary>Whether metadata must come over HTTPS: everything but <c>ssl-required: none</c>.</summary>
    public required bool RequireHttps { get; init; }

    /// <summary>Whether the audience is checked.</summary>
    public required bool VerifyTokenAudience { get; init; }

    /// <summary>How far the clocks may differ.</summary>
    public required TimeSpan TokenClockSkew { get; init; }

    /// <summary>This service's own client, for calls to other services.</summary>
    public string? ClientId { get; init; }

    /// <summary>The secret of <see cref="ClientId"/>.</summary>
    public string? Secret { get; init; }

    /// <summary>What a token's <c>iss</c> must be.</summary>
    public string Issuer => RealmAddress(AuthServerUrl);

    /// <summary>Where the discovery document is read.</summary>
    public string MetadataAddress => $"{RealmAddress(BackchannelUrl)}/.well-known/openid-configuration";

    /// <summary>Where this service gets tokens of its own.</summary>
    public Uri TokenEndpoint => new($"{RealmAddress(BackchannelUrl)}/protocol/openid-connect/token");

    /// <summary>Reads the section; the own client of the service <paramref name="serviceName"/> is <c>{name}-service</c> unless configured.</summary>
    /// <exception cref="StartupException">The address, the realm or the audience is missing.</exception>
    public static KeycloakOptions Read(IConfiguration configuration, string? serviceName = null)
    {
        var section = configuration.GetSection("Keycloak");
        var url = Address(section, "auth-server-url") ?? throw Missing("auth-server-url", "the public address of Keycloak");
        return new KeycloakOptions
        {
            AuthServerUrl = url,
            Realm = Text(section, "realm") ?? throw Missing("realm", "the realm's name"),
            Resource = Text(section, "resource") ?? throw Missing("resource", "the audience that tokens must name (platform-api)"),
            BackchannelUrl = Address(section, "backchannel-url") ?? url,
            RequireHttps = !string.Equals(Text(section, "ssl-required"), "none", StringComparison.OrdinalIgnoreCase),
            VerifyTokenAudience = !string.Equals(Text(section, "verify-token-audience"), "false", StringComparison.OrdinalIgnoreCase),
            TokenClockSkew = Skew(Text(section, "token-clock-skew")),
            ClientId = Text(section, "client-id") ?? (serviceName is null ? null : $"{serviceName}-service"),
            Secret = Text(section, "credentials:secret"),
        };
    }

    private string RealmAddress(Uri server) => $"{server.AbsoluteUri.TrimEnd('/')}/realms/{Realm}";

    private static string? Text(IConfigurationSection section, string key)
    {
        var value = section[key] ?? section[key.Replace("-", string.Empty, StringComparison.Ordinal)];
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    private static Uri? Address(IConfigurationSection section, string key)
    {
        var text = Text(section, key);
        if (text is null)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new StartupException($"Keycloak:{key} is not an address: '{text}'.");
    }

    private static TimeSpan Skew(string? text)
    {
        if (text is null)
        {
            return TimeSpan.FromSeconds(30);
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : throw new StartupException($"Keycloak:token-clock-skew is neither seconds nor hh:mm:ss: '{text}'.");
    }

    private static StartupException Missing(string key, string meaning) =>
        new($"Keycloak:{key} is not configured: {meaning}. Set Keycloak__{Pascal(key)} or the key in appsettings.json.");

    private static string Pascal(string key) =>
        string.Concat(key.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
