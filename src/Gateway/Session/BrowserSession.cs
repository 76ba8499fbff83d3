namespace Gateway.Session;

/// <summary>
/// A person's session in a browser. The browser holds a random handle; this row holds its hash and the tokens, protected: neither a
/// stolen database nor a stolen backup lets anybody in.
/// </summary>
internal sealed class BrowserSession
{
    /// <summary>SHA-256 of the handle, in hex.</summary>
    public required string Key { get; init; }

    public required string Subject { get; init; }

    /// <summary>What state-changing calls must carry in <see cref="AntiForgery.Header"/>.</summary>
    public required string Csrf { get; init; }

    public required string ProtectedTokens { get; init; }

    public required DateTime OpenedAt { get; init; }

    public required DateTime AccessExpiresAt { get; init; }

    /// <summary>When the refresh token, and so the session, ends unless it is used.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>One more at each refresh; the conditional updates of a refresh name it.</summary>
    public long TokenVersion { get; init; }

    /// <summary>Until when one request, on whichever replica, has the refresh to itself.</summary>
    public DateTime? RefreshingUntil { get; init; }
}

/// <summary>The tokens of a session; they never leave the server.</summary>
internal sealed record SessionTokens(string Access, string Refresh, DateTime AccessExpiresAt, DateTime RefreshExpiresAt);
