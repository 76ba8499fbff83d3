using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Calendars;
using Registry.Packs;
using Registry.Places;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;

namespace Registry.Data;

/// <summary>Brings the packs, calendars and places of <c>Policies:Folder</c> into the register before the service serves.</summary>
internal sealed class SeedAtStart(IServiceScopeFactory scopes, IConfiguration configuration, BusinessClock clock) : IHostedService
{
    private const string FolderKey = "Policies:Folder";

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[FolderKey] is not { } folder || !Directory.Exists(folder))
        {
            throw new StartupException($"{FolderKey} '{configuration[FolderKey]}' is not a folder. Set Policies__Folder to the folder of the policy packs.");
        }

        try
        {
            await SeedAsync(folder, cancellationToken);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another replica seeded at the same moment; what it left out is ours to do.
            await SeedAsync(folder, cancellationToken);
        }
        catch (PolicyException e)
        {
            throw new StartupException(e.Message, e);
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(string folder, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<RegistryDb>();
        await SeedPacks.RunAsync(folder, db, services.GetRequiredService<PackShelf>(), clock, cancellationToken);
        await SeedCalendars.RunAsync(
            Path.Combine(folder, "calendars"), db, services.GetRequiredService<CalendarShelf>(), clock, cancellationToken);
        await SeedPlaces.RunAsync(Path.Combine(folder, "places.yaml"), db, services.GetRequiredService<TimeProvider>(), cancellationToken);
    }
}
