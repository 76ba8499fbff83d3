using System.Diagnostics.CodeAnalysis;
using Identity.Dev.Realms;

namespace Identity.Dev.Sessions;

/// <summary>One person signed in: it lives from the password to logout, idleness or its longest life.</summary>
internal sealed class SsoSession(RealmUser user, DateTimeOffset authenticatedAt)
{
    private long lastUsedTicks = authenticatedAt.UtcTicks;

    public string Id { get; set; } = "";

    /// <summary>The account as it is now, not as it was at the password: a refreshed token tells what an administrator has changed.</summary>
    public RealmUser User { get; set; } = user;

    public DateTimeOffset AuthenticatedAt { get; } = authenticatedAt;

    public DateTimeOffset LastUsedAt => new(Interlocked.Read(ref lastUsedTicks), TimeSpan.Zero);

    public void Touch(DateTimeOffset now) => Interlocked.Exchange(ref lastUsedTicks, now.UtcTicks);
}

/// <summary>The signed-in people.</summary>
internal sealed class SsoSessions(Realm realm, TimeProvider time)
{
    private const int Capacity = 10_000;

    private readonly BoundedStore<SsoSession> store = new(time, realm.SessionMax, Capacity);

    public SsoSession Open(RealmUser user)
    {
        var session = new SsoSession(user, time.GetUtcNow());
        session.Id = store.Add(session);
        return session;
    }

    /// <summary>Finds a live session and counts this as its use.</summary>
    public bool TryUse(string? id, [NotNullWhen(true)] out SsoSession? session)
    {
        var now = time.GetUtcNow();
        if (!store.TryGet(id, out session) || session.LastUsedAt + realm.SessionIdle <= now)
        {
            session = null;
            return false;
        }

        session.Touch(now);
        session.User = realm.User(session.User.Username) ?? session.User;
        return true;
    }

    public void Close(string id) => store.Remove(id);
}
