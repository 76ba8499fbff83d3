namespace Identity.Dev.Realms;

/// <summary>A realm import or partial import as Keycloak writes it; lifespans are in seconds and default as Keycloak's do.</summary>
internal sealed record RealmDocument
{
    public string Realm { get; init; } = "";
    public string? DisplayName { get; init; }
    public int AccessTokenLifespan { get; init; } = 300;
    public int AccessCodeLifespan { get; init; } = 60;
    public int AccessCodeLifespanLogin { get; init; } = 1800;
    public int SsoSessionIdleTimeout { get; init; } = 1800;
    public int SsoSessionMaxLifespan { get; init; } = 36000;
    public RealmRoles Roles { get; init; } = new([]);
    public IReadOnlyList<RealmClient> Clients { get; init; } = [];
    public IReadOnlyList<RealmUser> Users { get; init; } = [];
}

internal sealed record RealmRoles(IReadOnlyList<RealmRole> Realm);

internal sealed record RealmRole(string Name, string? Description);

internal sealed record RealmClient
{
    private const string PkceMethod = "pkce.code.challenge.method";
    private const string LogoutUris = "post.logout.redirect.uris";

    public required string ClientId { get; init; }
    public bool Enabled { get; init; } = true;
    public bool PublicClient { get; init; }
    public string? Secret { get; init; }
    public bool StandardFlowEnabled { get; init; } = true;
    public bool DirectAccessGrantsEnabled { get; init; }
    public bool ServiceAccountsEnabled { get; init; }
    public IReadOnlyList<string> RedirectUris { get; init; } = [];
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyList<ProtocolMapper> ProtocolMappers { get; init; } = [];

    public bool DemandsPkce => Attributes.GetValueOrDefault(PkceMethod) == "S256";

    /// <summary>Keycloak keeps them in one attribute, parted by <c>##</c>; a plus stands for the redirect URIs.</summary>
    public IReadOnlyList<string> PostLogoutRedirectUris => Attributes.GetValueOrDefault(LogoutUris) switch
    {
        null or "" => [],
        "+" => RedirectUris,
        var uris => uris.Split("##"),
    };
}

internal sealed record RealmUser
{
    public required string Username { get; init; }
    public bool Enabled { get; init; } = true;
    public string? Email { get; init; }
    public bool EmailVerified { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
    public IReadOnlyList<Credential> Credentials { get; init; } = [];
    public IReadOnlyList<string> RealmRoles { get; init; } = [];

    /// <summary>The client whose own account this is; nobody signs in with it.</summary>
    public string? ServiceAccountClientId { get; init; }

    /// <summary>Roles by client: those of <c>realm-management</c> open the admin paths.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ClientRoles { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    public string? Password => Credentials.FirstOrDefault(credential => credential.Type == "password")?.Value;

    public string? Attribute(string name) => Attributes.GetValueOrDefault(name) is [var first, ..] ? first : null;

    public string FullName => string.Join(' ', new[] { FirstName, LastName }.Where(part => !string.IsNullOrEmpty(part)));
}

internal sealed record Credential(string Type, string? Value);
