using Gateway.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Clock;

namespace Gateway.Session;

/// <summary>Deletes the sessions that are over and the sign-in records past their retention, by the system's clock.</summary>
internal sealed class ForgetSessions(GatewayDb db, TimeProvider time) : ISweep
{
    public string Name => "sessions";

    public async Task<int> RunAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return await db.WriteAsync(
            async ct => await db.Sessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(ct)
                + await db.SignIns.Where(record => record.At < now - SignInRecord.Retention).ExecuteDeleteAsync(ct),
            cancellationToken);
    }
}
