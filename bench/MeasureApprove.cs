using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Funding.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Npgsql;
using ServiceDefaults.Data;

namespace Bench;

/// <summary>
/// Approvals of advances over HTTP, with token, key, body's turn, cap, ledger and sheet; beside them the same rows and commits by bare
/// ADO.NET on the same database. Spread over several appropriations, and all of them on one. The two take turns, some rounds of each, and
/// each is told at its quietest round: what else the machine does is no part of either.
/// </summary>
internal static class MeasureApprove
{
    private const int Bodies = 320;
    private const int Warming = 4000;
    private static readonly (int Clients, int Approvals)[] Loads = [(1, 300), (8, 1200), (64, 1200)];

    public static async Task RunAsync(DatabaseProvider provider, int rounds)
    {
        await using var host = await FundingHost.StartAsync(provider);
        Console.WriteLine($"\n{provider}\n\n| on | clients | approvals a second | median / 99th ms | bare a second | of the bare |\n|---|---|---|---|---|---|");
        foreach (var appropriations in (int[])[8, 1])
        {
            var offices = await Task.WhenAll(Enumerable.Range(0, appropriations).Select(_ => Office.OpenAsync(host, Bodies / appropriations)));
            await WarmAsync(provider, host.ConnectionString, offices);
            foreach (var (clients, approvals) in Loads)
            {
                var (times, rate, bareRate) = (new List<double>(), 0.0, 0.0);
                for (var round = 0; round < rounds; round++)
                {
                    var (ours, bare) = (await ProposeAsync(offices, approvals), await ProposeAsync(offices, approvals));
                    var timed = await TimeAsync(ours, clients, ApproveAsync);
                    (times, rate) = timed.Rate > rate ? timed : (times, rate);
                    await using var rows = new BareRows(provider, host.ConnectionString, await SampleAsync(ours[0]));
                    bareRate = Math.Max(bareRate, (await TimeAsync(bare, clients, rows.ApproveAsync)).Rate);
                }

                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {(appropriations == 1 ? "one appropriation" : $"{appropriations} appropriations")} | {clients} | {rate:0} | {times[times.Count / 2]:0.0} / {times[(int)Math.Ceiling(times.Count * 0.99) - 1]:0.0} | {bareRate:0} | {rate / bareRate:0.00} |"));
            }
        }
    }

    // A service that has run for a while, on a database that knows how large its tables are: PostgreSQL looks once a minute, and plans
    // for empty tables until then.
    private static async Task WarmAsync(DatabaseProvider provider, string connectionString, Office[] offices)
    {
        await TimeAsync(await ProposeAsync(offices, Warming), 8, ApproveAsync);
        if (provider == DatabaseProvider.Postgres)
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await using var analyze = source.CreateCommand("ANALYZE");
            await analyze.ExecuteNonQueryAsync();
        }
    }

    private static async Task<List<Proposed>> ProposeAsync(Office[] offices, int count)
    {
        var proposed = new Proposed[count];
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (at, _) =>
        {
            var office = offices[at % offices.Length];
            var body = office.Bodies[at / offices.Length % office.Bodies.Count];
            proposed[at] = new Proposed(office, body, await office.World.ProposeAsync(body, office.Appropriation, 1));
        });
        return [.. proposed];
    }

    private static async Task<(List<double> Times, double Rate)> TimeAsync(List<Proposed> work, int clients, Func<Proposed, Task> approve)
    {
        var (next, times, whole) = (-1, new double[work.Count], Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (var at = Interlocked.Increment(ref next); at < work.Count; at = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                await approve(work[at]);
                times[at] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        })));
        var rate = work.Count / whole.Elapsed.TotalSeconds;
        return ([.. times.Order()], rate);
    }

    private static Task ApproveAsync(Proposed one) => one.Office.World.Approver.DoAsync($"/api/funding/advances/{one.Advance}/approve");

    // What an approval writes: as long a sheet and as long an answer.
    private static async Task<Sample> SampleAsync(Proposed approved)
    {
        var sheet = await approved.Office.World.Approver.ReadAsync($"/api/funding/advances/{approved.Advance}/sheet");
        var answer = await approved.Office.World.Approver.ReadAsync($"/api/funding/advances/{approved.Advance}");
        return new Sample(sheet.ToJsonString(), Encoding.UTF8.GetBytes(answer.ToJsonString()));
    }

    private sealed record Proposed(Office Office, Guid Body, Guid Advance);

    private sealed record Sample(string Sheet, byte[] Answer);

    /// <summary>A programme with its year's money and bodies, each of which has been paid once.</summary>
    private sealed record Office(World World, Guid Appropriation, IReadOnlyList<Guid> Bodies)
    {
        public static async Task<Office> OpenAsync(FundingHost host, int bodies)
        {
            var world = await World.OpenAsync(host);
            var office = new Office(world, await world.OpenAppropriationAsync(), await world.BodiesAsync(bodies));
            foreach (var body in office.Bodies)
            {
                await world.ApprovedAsync(body, office.Appropriation, 1);
            }

            return office;
        }
    }

    /// <summary>The same rows in one transaction, statement after statement; on SQLite one writer at a time, as everywhere.</summary>
    private sealed class BareRows(DatabaseProvider provider, string connectionString, Sample sample) : IAsyncDisposable
    {
        private readonly SemaphoreSlim gate = new(1, 1);
        private readonly DbDataSource source = provider == DatabaseProvider.Sqlite
            ? SqliteFactory.Instance.CreateDataSource(connectionString)
            : NpgsqlDataSource.Create(PostgresConnection.Of(connectionString));

        public async Task ApproveAsync(Proposed one)
        {
            if (provider == DatabaseProvider.Sqlite)
            {
                await gate.WaitAsync();
            }

            try
            {
                await using var connection = await source.OpenConnectionAsync();
                await WriteAsync(connection, one);
            }
            finally
            {
                if (provider == DatabaseProvider.Sqlite)
                {
                    gate.Release();
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await source.DisposeAsync();
            gate.Dispose();
        }

        private async Task WriteAsync(DbConnection connection, Proposed one)
        {
            if (provider == DatabaseProvider.Sqlite)
            {
                await RunAsync(connection, null, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;");
            }

            var (now, world) = (DateTime.SpecifyKind(new DateTime(2026, 3, 2, 1, 0, 0), DateTimeKind.Utc), one.Office.World);
            await using var transaction = await connection.BeginTransactionAsync();
            await RunAsync(
                connection,
                transaction,
                """
                INSERT INTO "IdempotencyRecords" ("Subject", "Endpoint", "Key", "RequestHash", "StoredAt", "Status", "ContentType", "Body")
                VALUES (@subject, 'bare', @key, @hash, @now, 200, 'application/json', @body)
                """,
                ("subject", world.Name),
                ("key", one.Advance.ToString()),
                ("hash", new string('0', 64)),
                ("now", now),
                ("body", sample.Answer));
            await RunAsync(connection, transaction, """UPDATE "Accounts" SET "Version" = "Version" + 1 WHERE "InstitutionId" = @body""", ("body", one.Body));
            await RunAsync(
                connection,
                transaction,
                """UPDATE "Appropriations" SET "CommittedFen" = "CommittedFen" + 1, "Version" = "Version" + 1 WHERE "Id" = @id AND "CommittedFen" + 1 <= "AmountFen" """,
                ("id", one.Office.Appropriation));
            await RunAsync(
                connection,
                transaction,
                """
                UPDATE "Payments" SET "Status" = 'Approved', "Approved_At" = @now, "Approved_Name" = @name, "Approved_Subject" = @name, "ApprovedOn" = @day,
                  "Sheet" = @sheet, "Version" = "Version" + 1 WHERE "Id" = @id
                """,
                ("now", now),
                ("name", world.Name),
                ("day", world.Today),
                ("sheet", sample.Sheet),
                ("id", one.Advance));
            await RunAsync(
                connection,
                transaction,
                """UPDATE "FundedYears" SET "LiveAdvances" = "LiveAdvances" + 1, "CommittedFen" = "CommittedFen" + 1 WHERE "InstitutionId" = @body AND "FiscalYear" = @year""",
                ("body", one.Body),
                ("year", world.Year));
            await RunAsync(
                connection,
                transaction,
                """
                INSERT INTO "Postings" ("Kind", "SourceId", "Line", "Jurisdiction", "Programme", "FiscalYear", "InstitutionId", "Debit", "Credit", "AmountFen", "PostedOn", "PostedBy", "Reference")
                VALUES ('PaymentApproved', @id, 1, @world, @world, @year, @body, 'Committed', 'Available', 1, @day, @world, 'bare')
                """,
                ("id", one.Advance),
                ("world", world.Name),
                ("year", world.Year),
                ("body", one.Body),
                ("day", world.Today));
            await transaction.CommitAsync();
        }

        private static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] values)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync();
        }
    }
}
