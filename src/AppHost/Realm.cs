using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;

namespace AppHost;

/// <summary>
/// The realm as the diagram needs it. In development the overlay (demo users, public secrets) is laid over the realm, as Keycloak's partial
/// import with <c>OVERWRITE</c> would, since an import at start reads one file; elsewhere the secrets are parameters.
/// </summary>
internal sealed class Realm
{
    /// <summary>The realm's name.</summary>
    public const string Name = "platform";

    /// <summary>The audience that every token must name.</summary>
    public const string Audience = "platform-api";

    private const string FileName = "platform-realm.json";

    private readonly IDistributedApplicationBuilder _builder;
    private readonly JsonObject? _development;

    private Realm(IDistributedApplicationBuilder builder, string importFolder, JsonObject? development)
    {
        _builder = builder;
        ImportFolder = importFolder;
        _development = development;
    }

    /// <summary>The folder that Keycloak imports.</summary>
    public string ImportFolder { get; }

    /// <summary>Reads the repository's realm folder.</summary>
    public static Realm Of(IDistributedApplicationBuilder builder)
    {
        var source = Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", "..", "realm"));
        if (!builder.Environment.IsDevelopment() || builder.ExecutionContext.IsPublishMode)
        {
            return new Realm(builder, source, development: null);
        }

        var realm = Read(Path.Combine(source, FileName));
        foreach (var overlay in Directory.EnumerateFiles(Path.Combine(source, "development"), "*.json").Order(StringComparer.Ordinal))
        {
            Overlay(realm, Read(overlay), "clients", "clientId");
            Overlay(realm, Read(overlay), "users", "username");
        }

        var merged = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "realm")).FullName;
        File.WriteAllText(Path.Combine(merged, FileName), realm.ToJsonString());
        return new Realm(builder, merged, realm);
    }

    /// <summary>The client of a process.</summary>
    public static string ClientOf(string service) => service == "gateway" ? "platform-gateway" : $"{service}-service";

    /// <summary>The client's secret: the overlay's public one in development, the parameter <c>{service}-secret</c> elsewhere.</summary>
    public IResourceBuilder<ParameterResource> SecretOf(string service)
    {
        var parameter = $"{service}-secret";
        return _development is null
            ? _builder.AddParameter(parameter, secret: true)
            : _builder.AddParameter(parameter, SecretIn(_development, ClientOf(service)), secret: true);
    }

    private static string SecretIn(JsonObject realm, string client) =>
        realm["clients"]!.AsArray().FirstOrDefault(entry => (string?)entry!["clientId"] == client)?["secret"]?.GetValue<string>()
        ?? throw new InvalidOperationException($"The development realm has no client '{client}' with a secret.");

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();

    private static void Overlay(JsonObject realm, JsonObject overlay, string list, string key)
    {
        var above = overlay[list]?.AsArray() ?? [];
        var names = above.Select(entry => (string?)entry![key]).ToHashSet(StringComparer.Ordinal);
        var below = (realm[list]?.AsArray() ?? []).Where(entry => !names.Contains((string?)entry![key]));
        realm[list] = new JsonArray([.. below.Concat(above).Select(entry => entry!.DeepClone())]);
    }
}
