using System.Text.Json;
using Identity.Dev.Realms;

namespace Identity.Dev.Admin;

/// <summary>What was changed in users since the realm file was read, kept in the data folder so that it survives a restart as in Keycloak.</summary>
internal sealed class UserChanges
{
    private readonly string file;
    private readonly Realm realm;
    private readonly Lock gate = new();
    private readonly Dictionary<string, UserChange> changes;

    private UserChanges(string file, Realm realm, Dictionary<string, UserChange> changes) => (this.file, this.realm, this.changes) = (file, realm, changes);

    /// <summary>Reads the changes and lays them over the realm's users; one whose user is gone changes nothing.</summary>
    public static UserChanges Load(string folder, Realm realm)
    {
        var path = Path.Combine(folder, "users.json");
        var known = File.Exists(path)
            ? JsonSerializer.Deserialize<Dictionary<string, UserChange>>(File.ReadAllText(path), JsonSerializerOptions.Web)!
            : new Dictionary<string, UserChange>(StringComparer.OrdinalIgnoreCase);
        foreach (var (username, change) in known)
        {
            if (realm.User(username) is { } user)
            {
                realm.Replace(change.Over(user));
            }
        }

        return new UserChanges(path, realm, known);
    }

    public void Apply(RealmUser changed)
    {
        lock (gate)
        {
            realm.Replace(changed);
            changes[changed.Username] = new UserChange(changed.Enabled, changed.Email, changed.FirstName, changed.LastName, changed.Attributes, changed.RealmRoles);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, JsonSerializer.Serialize(changes, JsonSerializerOptions.Web));
        }
    }

    private sealed record UserChange(
        bool Enabled,
        string? Email,
        string? FirstName,
        string? LastName,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes,
        IReadOnlyList<string> RealmRoles)
    {
        public RealmUser Over(RealmUser user) => user with
        {
            Enabled = Enabled,
            Email = Email,
            FirstName = FirstName,
            LastName = LastName,
            Attributes = Attributes,
            RealmRoles = RealmRoles,
        };
    }
}
