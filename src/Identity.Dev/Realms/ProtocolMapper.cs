namespace Identity.Dev.Realms;

/// <summary>Where a claim may appear.</summary>
internal enum ClaimPlace
{
    AccessToken,
    IdToken,
    UserInfo,
}

/// <summary>A claim mapper of a client. The three kinds that the realm file uses are understood; reading refuses any other.</summary>
internal sealed record ProtocolMapper
{
    public const string Audience = "oidc-audience-mapper";
    public const string UserAttribute = "oidc-usermodel-attribute-mapper";
    public const string HardcodedRole = "oidc-hardcoded-role-mapper";

    public required string Name { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("protocolMapper")]
    public required string Kind { get; init; }

    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool IsUnderstood => Kind is Audience or UserAttribute or HardcodedRole;

    public string Setting(string key) => Config.GetValueOrDefault(key) ?? "";

    public bool AppliesTo(ClaimPlace place) => Setting(place switch
    {
        ClaimPlace.AccessToken => "access.token.claim",
        ClaimPlace.IdToken => "id.token.claim",
        _ => "userinfo.token.claim",
    }) == "true";
}
