using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gateway.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Session;

/// <summary>Keeps the sessions.</summary>
internal sealed class SessionStore(GatewayDb db, IDataProtectionProvider protection, TimeProvider time, IHttpContextAccessor http)
{
    private const int HandleBytes = 32;

    /// <summary>More browsers than anybody uses; past that the oldest session ends, so that the table cannot be flooded.</summary>
    private const int MostSessionsPerPerson = 20;

    private readonly IDataProtector protector = protection.CreateProtector("gateway.session-tokens.v1");

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The key under which the session of this handle is kept.</summary>
    public static string KeyOf(string handle) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(handle)));

    /// <summary>Opens a session and returns the handle for the browser.</summary>
    public async Task<string> OpenAsync(string subject, SessionTokens tokens, CancellationToken cancellationToken)
    {
        var handle = Random();
        await db.WriteAsync(
            async ct =>
            {
                await MakeRoomAsync(subject, ct);
                db.Add(new BrowserSession
                {
                    Key = KeyOf(handle),
                    Subject = subject,
                    Csrf = Random(),
                    ProtectedTokens = Protect(tokens),
                    OpenedAt = Now,
                    AccessExpiresAt = tokens.AccessExpiresAt,
                    ExpiresAt = tokens.RefreshExpiresAt,
                });
                Record(SignInKind.SignedIn, subject, KeyOf(handle));
            },
            cancellationToken);
        return handle;
    }

    public Task<BrowserSession?> FindAsync(string key, CancellationToken cancellationToken) =>
        db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Key == key && session.ExpiresAt > Now, cancellationToken);

    /// <summary>The tokens of a session; null where the keys that protect them are gone, which ends the session.</summary>
    public SessionTokens? TokensOf(BrowserSession session)
    {
        try
        {
            return JsonSerializer.Deserialize<SessionTokens>(protector.Unprotect(session.ProtectedTokens));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes the right to refresh, for as long as <paramref name="lease"/>; false where another request has it.</summary>
    public Task<bool> TryTakeRefreshAsync(BrowserSession session, TimeSpan lease, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async ct => await db.Sessions
                .Where(row => row.Key == session.Key && row.TokenVersion == session.TokenVersion && (row.RefreshingUntil == null || row.RefreshingUntil < Now))
                .ExecuteUpdateAsync(row => row.SetProperty(s => s.RefreshingUntil, Now + lease), ct) == 1,
            cancellationToken);

    /// <summary>Stores what a refresh gave.</summary>
    public Task RenewAsync(BrowserSession session, SessionTokens tokens, CancellationToken cancellationToken) =>
        db.WriteAsync(
            ct => db.Sessions
                .Where(row => row.Key == session.Key && row.TokenVersion == session.TokenVersion)
                .ExecuteUpdateAsync(
                    row => row
                        .SetProperty(s => s.ProtectedTokens, Protect(tokens))
                        .SetProperty(s => s.AccessExpiresAt, tokens.AccessExpiresAt)
                        .SetProperty(s => s.ExpiresAt, tokens.RefreshExpiresAt)
                        .SetProperty(s => s.TokenVersion, session.TokenVersion + 1)
                        .SetProperty(s => s.RefreshingUntil, (DateTime?)null),
                    ct),
            cancellationToken);

    /// <summary>Gives the right to refresh back, after a refresh that got no answer.</summary>
    public Task ReleaseRefreshAsync(BrowserSession session, CancellationToken cancellationToken) =>
        db.WriteAsync(
            ct => db.Sessions
                .Where(row => row.Key == session.Key && row.TokenVersion == session.TokenVersion)
                .ExecuteUpdateAsync(row => row.SetProperty(s => s.RefreshingUntil, (DateTime?)null), ct),
            cancellationToken);

    /// <summary>Ends a session and records why.</summary>
    public Task CloseAsync(BrowserSession session, SignInKind kind, CancellationToken cancellationToken) =>
        db.WriteAsync(
            async ct =>
            {
                if (await db.Sessions.Where(row => row.Key == session.Key).ExecuteDeleteAsync(ct) == 1)
                {
                    Record(kind, session.Subject, session.Key);
                }
            },
            cancellationToken);

    private async Task MakeRoomAsync(string subject, CancellationToken cancellationToken)
    {
        var oldest = await db.Sessions
            .Where(session => session.Subject == subject)
            .OrderByDescending(session => session.OpenedAt)
            .Select(session => session.Key)
            .Skip(MostSessionsPerPerson - 1)
            .ToListAsync(cancellationToken);
        await db.Sessions.Where(session => oldest.Contains(session.Key)).ExecuteDeleteAsync(cancellationToken);
    }

    private void Record(SignInKind kind, string subject, string key) => db.Add(new SignInRecord
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        At = Now,
        Kind = kind,
        Subject = subject,
        SessionKey = key,
        Address = http.HttpContext?.Connection.RemoteIpAddress?.ToString(),
    });

    private string Protect(SessionTokens tokens) => protector.Protect(JsonSerializer.Serialize(tokens));

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(HandleBytes));
}
