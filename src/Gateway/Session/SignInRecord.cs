namespace Gateway.Session;

/// <summary>What happened to a session.</summary>
internal enum SignInKind
{
    SignedIn,
    SignedOut,

    /// <summary>Keycloak would not go on: the person signed out elsewhere, was disabled, or was away too long.</summary>
    Ended,
}

/// <summary>The audit of sign-ins, kept for <see cref="Retention"/>.</summary>
internal sealed class SignInRecord
{
    /// <summary>The Cybersecurity Law (网络安全法 第二十一条) asks for six months of logs at least.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(200);

    public required Guid Id { get; init; }

    public required DateTime At { get; init; }

    public required SignInKind Kind { get; init; }

    public required string Subject { get; init; }

    /// <summary>The session, by its key.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The browser's network address, where one is known.</summary>
    public string? Address { get; init; }
}
