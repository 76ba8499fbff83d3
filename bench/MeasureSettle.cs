using System.Diagnostics;
using System.Globalization;
using Funding;
using Funding.Data;
using Funding.Deadlines;
using Funding.Settlements;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Packs;
using Policies;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using Testing.Databases;

namespace Bench;

/// <summary>
/// Settling a year of many bodies, from the commit of the run to its last line, beside the same rows and commits by bare ADO.NET for as many
/// other bodies of the same database. The two take turns after each commit, so that whatever else the machine does meets both.
/// </summary>
internal static class MeasureSettle
{
    private const int WarmUp = 2_000;

    public static async Task RunAsync(DatabaseProvider provider, int[] sizes)
    {
        Console.WriteLine($"\n{provider}\n\n| bodies | preview, µs a body | settle, µs a body | bare ADO.NET, µs a body | ratio |\n|---|---|---|---|---|");
        await MeasureAsync(provider, WarmUp);
        foreach (var size in sizes)
        {
            var (preview, settle, bare) = await MeasureAsync(provider, size);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| {size:N0} | {preview.TotalMicroseconds / size:0} | {settle.TotalMicroseconds / size:0} | {bare.TotalMicroseconds / size:0} | {bare / settle:0.00} |"));
        }
    }

    private static async Task<(TimeSpan Preview, TimeSpan Settle, TimeSpan Bare)> MeasureAsync(DatabaseProvider provider, int size)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var services = Services(database);
        Guid runId, bareRunId;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<FundingDb>();
            await db.Database.EnsureCreatedAsync();
            (runId, bareRunId) = (await FillFunding.RunAsync(db, FillFunding.Settled, size), await FillFunding.RunAsync(db, FillFunding.Bare, size));
        }

        var preview = Stopwatch.StartNew();
        await UntilAsync(services, runId, SettlementRunStatus.Previewing);
        preview.Stop();
        await UntilAsync(services, bareRunId, SettlementRunStatus.Previewing);

        TimeSpan settle = TimeSpan.Zero, written = TimeSpan.Zero;
        await CommitAsync(services, runId);
        await using var bare = new BareSettlement(database, bareRunId);
        var watch = Stopwatch.StartNew();
        while (true)
        {
            watch.Restart();
            var (going, settled) = await StepAsync(services, runId, SettlementRunStatus.Settling);
            settle += watch.Elapsed;
            if (!going)
            {
                break;
            }

            written += await bare.StepAsync(runId, settled);
        }

        await bare.CheckAsync(size);
        return (preview.Elapsed, settle, written);
    }

    private static async Task UntilAsync(ServiceProvider services, Guid runId, SettlementRunStatus status)
    {
        while ((await StepAsync(services, runId, status)).Going)
        {
        }
    }

    // As the job does it, a scope and a context for each step.
    private static async Task<(bool Going, int Settled)> StepAsync(ServiceProvider services, Guid runId, SettlementRunStatus status)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundingDb>();
        var steps = scope.ServiceProvider.GetRequiredService<SettlementSteps>();
        return await db.WriteAsync(
            async ct =>
            {
                var run = await db.SettlementRuns.SingleAsync(r => r.Id == runId, ct);
                var before = run.Settled;
                if (run.Status != status)
                {
                    return (false, 0);
                }

                await (status == SettlementRunStatus.Settling ? steps.SettleAsync(run, ct) : steps.PreviewAsync(run, only: null, ct));
                return (true, run.Settled - before);
            },
            CancellationToken.None);
    }

    private static async Task CommitAsync(ServiceProvider services, Guid runId)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundingDb>();
        await db.WriteAsync(
            async ct =>
            {
                var run = await db.SettlementRuns.SingleAsync(r => r.Id == runId, ct);
                (run.Status, run.Committed) = (SettlementRunStatus.Settling, FillFunding.By("approver"));
            },
            CancellationToken.None);
    }

    // The service's own registrations without what runs by itself: no dispatcher, no sealer, no sweep takes part.
    private static ServiceProvider Services(TestDatabase database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:Provider"] = database.Provider.ToString(),
            ["ConnectionStrings:funding-db"] = database.ConnectionString,
        });
        builder.AddBusinessClock().AddDatabase<FundingDb, SqliteFundingDb, SqlServerFundingDb, PostgresFundingDb>("funding-db").AddPacks();
        builder.Services.AddScoped<SettleYear>().AddScoped<FollowFacts>().AddScoped<SettlementSteps>();
        var services = builder.Services.BuildServiceProvider();
        FillFunding.AddPacks(services.GetRequiredService<PackLibrary>());
        return services;
    }
}
