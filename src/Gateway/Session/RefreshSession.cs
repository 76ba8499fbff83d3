using System.Text.Json;
using Contracts.Refusals;
using ServiceDefaults.Problems;

namespace Gateway.Session;

/// <summary>
/// Keeps a session's access token fresh. One request at a time refreshes, on whichever replica: a refresh token serves once, and a
/// second use would end the session at Keycloak. The others go on with the old token while it serves, or wait.
/// </summary>
internal sealed partial class RefreshSession(SessionStore store, KeycloakTokens keycloak, TimeProvider time, ILogger<RefreshSession> logger)
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StillServes = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly Refusal KeycloakAway = new(
        RefusalKind.Unavailable,
        "sign-in-unavailable",
        "keycloak",
        "登录服务暂时没有回应，您仍处于登录状态，请稍后重试。",
        "The sign-in service does not answer at the moment. You are still signed in; try again shortly.");

    /// <summary>The session with a token that serves; null where Keycloak has ended it.</summary>
    /// <exception cref="RefusalException">The token has expired and Keycloak does not answer.</exception>
    public async Task<BrowserSession?> EnsureFreshAsync(BrowserSession session, CancellationToken cancellationToken)
    {
        var giveUpAt = time.GetUtcNow() + LongestWait;
        for (BrowserSession? current = session; current is not null; current = await store.FindAsync(session.Key, cancellationToken))
        {
            if (Remaining(current) > Early)
            {
                return current;
            }

            if (await store.TryTakeRefreshAsync(current, Lease, cancellationToken))
            {
                return await RefreshAsync(current, cancellationToken);
            }

            if (Remaining(current) > StillServes)
            {
                return current;
            }

            if (time.GetUtcNow() > giveUpAt)
            {
                throw new RefusalException(KeycloakAway);
            }

            await Task.Delay(Look, time, cancellationToken);
        }

        return null;
    }

    private async Task<BrowserSession?> RefreshAsync(BrowserSession session, CancellationToken cancellationToken)
    {
        try
        {
            // Not cut off by a browser that goes away: Keycloak would have spent the refresh token and nobody kept the next one.
            if (store.TokensOf(session) is { } old && await keycloak.RefreshAsync(old.Refresh, CancellationToken.None) is { } tokens)
            {
                await store.RenewAsync(session, tokens, CancellationToken.None);
                return await store.FindAsync(session.Key, cancellationToken);
            }

            Log.Ended(logger, session.Subject);
            await store.CloseAsync(session, SignInKind.Ended, CancellationToken.None);
            return null;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or JsonException)
        {
            Log.NoAnswer(logger, error.Message);
            await store.ReleaseRefreshAsync(session, CancellationToken.None);
            return Remaining(session) > StillServes ? session : throw new RefusalException(KeycloakAway);
        }
    }

    private TimeSpan Remaining(BrowserSession session) => session.AccessExpiresAt - time.GetUtcNow().UtcDateTime;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Keycloak ended the session of {Subject}.")]
        public static partial void Ended(ILogger logger, string subject);

        [LoggerMessage(LogLevel.Warning, "Keycloak did not answer a refresh: {Reason}")]
        public static partial void NoAnswer(ILogger logger, string reason);
    }
}
