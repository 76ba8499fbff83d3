using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Identity.Dev.Realms;

/// <summary>What the provider knows of a Keycloak realm file; everything else in the file is Keycloak's.</summary>
internal sealed class Realm
{
    private readonly Dictionary<string, RealmClient> clients;
    private readonly ConcurrentDictionary<string, RealmUser> users;

    public Realm(RealmDocument document, IEnumerable<RealmClient> clients, IEnumerable<RealmUser> users)
    {
        Document = document;
        this.clients = clients.ToDictionary(client => client.ClientId, StringComparer.Ordinal);
        this.users = new(users.Select(user => KeyValuePair.Create(user.Username, user)), StringComparer.OrdinalIgnoreCase);
    }

    public RealmDocument Document { get; }

    public string Name => Document.Realm;

    public TimeSpan AccessTokenLifespan => TimeSpan.FromSeconds(Document.AccessTokenLifespan);

    public TimeSpan SessionIdle => TimeSpan.FromSeconds(Document.SsoSessionIdleTimeout);

    public TimeSpan SessionMax => TimeSpan.FromSeconds(Document.SsoSessionMaxLifespan);

    public TimeSpan CodeLifespan => TimeSpan.FromSeconds(Document.AccessCodeLifespan);

    public TimeSpan LoginLifespan => TimeSpan.FromSeconds(Document.AccessCodeLifespanLogin);

    public IReadOnlyCollection<RealmClient> Clients => clients.Values;

    public IReadOnlyCollection<RealmUser> Users => [.. users.Values];

    public RealmClient? Client(string? clientId) => clientId is null ? null : clients.GetValueOrDefault(clientId);

    public RealmUser? User(string? username) => username is null ? null : users.GetValueOrDefault(username.Trim());

    /// <summary>The user of this id.</summary>
    public RealmUser? UserById(string id) => users.Values.FirstOrDefault(user => SubjectOf(user.Username) == id);

    /// <summary>Takes a user as an administrator has changed it; its next token tells so.</summary>
    public void Replace(RealmUser user) => users[user.Username] = user;

    /// <summary>Keycloak keeps a user's id in its database; here it follows from realm and name, so that it survives every restart.</summary>
    public string SubjectOf(string username)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}/{username.ToLowerInvariant()}"));
        return new Guid(hash.AsSpan(0, 16)).ToString();
    }
}
