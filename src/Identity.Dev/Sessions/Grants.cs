using System.Diagnostics.CodeAnalysis;
using Identity.Dev.Realms;

namespace Identity.Dev.Sessions;

/// <summary>What an application asked for when it sent the browser here.</summary>
internal sealed record AuthorizationRequest(RealmClient Client, string RedirectUri, string? State, string? Nonce, string Scope, string? CodeChallenge);

/// <summary>A login page that waits for its password; the browser that got the page holds its key in a cookie.</summary>
internal sealed record SignIn(AuthorizationRequest Request, string BrowserKey);

/// <summary>Something that may be used once; a second use is a theft or a mistake and ends the session.</summary>
internal abstract class SingleUse(string sessionId)
{
    private int used;

    public string SessionId { get; } = sessionId;

    public bool TryTake() => Interlocked.Exchange(ref used, 1) == 0;
}

internal sealed class AuthorizationCode(AuthorizationRequest request, string sessionId) : SingleUse(sessionId)
{
    public AuthorizationRequest Request { get; } = request;
}

internal sealed class RefreshToken(RealmClient client, string sessionId, string scope) : SingleUse(sessionId)
{
    public RealmClient Client { get; } = client;

    public string Scope { get; } = scope;
}

/// <summary>The login pages that wait.</summary>
internal sealed class SignIns(Realm realm, TimeProvider time)
{
    private readonly BoundedStore<SignIn> store = new(time, realm.LoginLifespan, capacity: 10_000);

    public string Add(SignIn signIn) => store.Add(signIn);

    public bool TryGet(string? handle, [NotNullWhen(true)] out SignIn? signIn) => store.TryGet(handle, out signIn);

    public void Remove(string handle) => store.Remove(handle);
}

/// <summary>The codes given out.</summary>
internal sealed class AuthorizationCodes(Realm realm, TimeProvider time)
{
    private readonly BoundedStore<AuthorizationCode> store = new(time, realm.CodeLifespan, capacity: 10_000);

    public string Add(AuthorizationCode code) => store.Add(code);

    public bool TryGet(string? handle, [NotNullWhen(true)] out AuthorizationCode? code) => store.TryGet(handle, out code);
}

/// <summary>The refresh tokens given out; a used one is remembered until it expires, so that its second use is noticed.</summary>
internal sealed class RefreshTokens(Realm realm, TimeProvider time)
{
    private readonly BoundedStore<RefreshToken> store = new(time, realm.SessionMax, capacity: 50_000);

    public string Add(RefreshToken token) => store.Add(token);

    public bool TryGet(string? handle, [NotNullWhen(true)] out RefreshToken? token) => store.TryGet(handle, out token);
}
