using System.Text.Json;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Reporting.Projections;

/// <summary>
/// <c>--rebuild</c>: builds the projections anew without the service, says what differed, and ends. The service may run beside it, on this
/// database as on any other: events go on being applied (<c>docs/runbooks/projections.md</c>).
/// </summary>
internal static class RebuildByCommand
{
    public const string Switch = "--rebuild";

    public static async Task RunAsync(WebApplication app)
    {
        await app.RequireMigratedAsync();
        await Console.Out.WriteLineAsync(await RunAsync(app.Services, CancellationToken.None));
    }

    /// <summary>What differed, as JSON: how many events and subjects were looked at, and the rows put right, table by table.</summary>
    public static async Task<string> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var pages = services.GetRequiredService<RebuildPages>();
        var found = Mended.Nothing;
        string? after = null;
        do
        {
            (var mended, after) = await pages.MendAsync(after, cancellationToken);
            found += mended;
        }
        while (after is not null);

        return JsonSerializer.Serialize(found, StrictJson.Options);
    }
}
