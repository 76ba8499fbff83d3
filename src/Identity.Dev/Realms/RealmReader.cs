using System.Text.Json;
using System.Text.RegularExpressions;

namespace Identity.Dev.Realms;

/// <summary>
/// Reads <c>*-realm.json</c> of the realm folder and lays the partial imports of its <c>development</c> folder over it, as Keycloak
/// does with <c>OVERWRITE</c>: a client or user of the overlay replaces the one of the same name whole.
/// </summary>
internal static partial class RealmReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { AllowDuplicateProperties = false };

    public static Realm Read(string folder, IConfiguration placeholders)
    {
        if (!Directory.Exists(folder))
        {
            throw new StartRefusedException($"找不到 realm 文件夹 {folder}。 The realm folder {folder} does not exist; set Realm:Folder.");
        }

        if (Directory.GetFiles(folder, "*-realm.json") is not [var file])
        {
            throw new StartRefusedException($"文件夹 {folder} 中须有且仅有一个 *-realm.json。 The folder {folder} must hold exactly one *-realm.json.");
        }

        var realm = ReadDocument(file, placeholders);
        var overlayFolder = Path.Combine(folder, "development");
        var overlays = Directory.Exists(overlayFolder)
            ? Directory.GetFiles(overlayFolder, "*.json").Order(StringComparer.Ordinal).Select(path => ReadDocument(path, placeholders)).ToList()
            : [];
        var merged = new Realm(
            realm,
            Overlay([realm.Clients, .. overlays.Select(overlay => overlay.Clients)], client => client.ClientId),
            Overlay([realm.Users, .. overlays.Select(overlay => overlay.Users)], user => user.Username));
        Check(merged, file);
        return merged;
    }

    private static RealmDocument ReadDocument(string path, IConfiguration placeholders)
    {
        try
        {
            var text = Placeholder().Replace(File.ReadAllText(path), match => Resolve(match, placeholders));
            return JsonSerializer.Deserialize<RealmDocument>(text, Json) ?? throw new StartRefusedException($"{path}: empty.");
        }
        catch (JsonException error)
        {
            throw new StartRefusedException($"{path}: 无法读取 cannot be read: {error.Message}");
        }
    }

    // Keycloak replaces ${NAME:default} by the environment when it imports; ${username} and the like belong to its own screens.
    private static string Resolve(Match match, IConfiguration placeholders)
    {
        var value = placeholders[match.Groups["name"].Value];
        return value ?? (match.Groups["default"].Success ? match.Groups["default"].Value : match.Value);
    }

    private static Dictionary<string, T>.ValueCollection Overlay<T>(IEnumerable<IReadOnlyList<T>> layers, Func<T, string> key)
    {
        var result = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in layers.SelectMany(layer => layer))
        {
            result[key(item)] = item;
        }

        return result.Values;
    }

    private static void Check(Realm realm, string file)
    {
        var roles = realm.Document.Roles.Realm.Select(role => role.Name).ToHashSet(StringComparer.Ordinal);
        var faults = realm.Users
            .SelectMany(user => user.RealmRoles.Where(role => !roles.Contains(role)).Select(role => $"user {user.Username} has the unknown role {role}"))
            .Concat(realm.Clients.SelectMany(client => client.ProtocolMappers.Where(mapper => !mapper.IsUnderstood)
                .Select(mapper => $"client {client.ClientId} has the mapper {mapper.Name} of a kind that is not understood: {mapper.Kind}")))
            .ToList();
        if (realm.Name.Length == 0)
        {
            faults.Add("the realm has no name");
        }

        if (faults.Count > 0)
        {
            throw new StartRefusedException($"{file}: {string.Join("; ", faults)}");
        }
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Z][A-Z0-9_]*)(:(?<default>[^}]*))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
