using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;

namespace ServiceDefaults.AccessLog;

/// <summary>Whom a service knows: nobody tells it of accounts, so that it knows those alone that its access log remembers.</summary>
public static class SeenPersons
{
    /// <summary>Whether an account was of a jurisdiction when it was here last, within the days for which the log is kept.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="subject">The token's subject.</param>
    /// <param name="jurisdiction">The jurisdiction.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<bool> HasSeenAsync(this PlatformDbContext db, string subject, string jurisdiction, CancellationToken cancellationToken) =>
        await db.Set<AccessEntry>().Where(entry => entry.Person == subject).OrderByDescending(entry => entry.Id).Select(entry => entry.Jurisdiction)
            .FirstOrDefaultAsync(cancellationToken) == jurisdiction;
}
