using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Authentication;
using Testing.Hosting;

namespace Registry.Tests.Hosting;

/// <summary>
/// Gives an entered body another standing at once, by the domain's own method: for tests of what follows a standing. How a body comes
/// by it, through selection, notice and announcement, is tested there.
/// </summary>
internal static class Standing
{
    public static Task<long> BecomesAsync(ServiceHost host, Guid institution, string standing, DateOnly from) =>
        host.InScopeAsync<RegistryDb, long>(db => db.WriteAsync(
            async ct =>
            {
                var found = await db.Institutions.Include(i => i.History).SingleAsync(i => i.Id == institution, ct);
                var entry = found.Becomes(
                    standing, from, new StandingDecision(Journey.NewNumber(), from, "ZS-17"), new Caller("city", "city", new HashSet<string>()), TimeProvider.System.GetUtcNow().UtcDateTime);
                db.Add(entry);
                return found.Version;
            },
            CancellationToken.None));

    public static Task<long> RecognisedAsync(ServiceHost host, Guid institution, DateOnly from) => BecomesAsync(host, institution, Standings.Recognised, from);
}
