using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using ServiceDefaults.Data;
using Testing.Databases;

namespace Bench;

/// <summary>
/// The rows of a settlement by bare statements: for each body those that the service wrote for a body of the same grade, with keys of their
/// own, in one transaction a step. What is to be written is made before the watch runs; the statements go as one batch where the driver has
/// batches (PostgreSQL), and prepared once where it has none (SQLite).
/// </summary>
internal sealed class BareSettlement(TestDatabase database, Guid runId) : IAsyncDisposable
{
    // Inserted for each body, by the column that leads to it.
    private static readonly (string Table, string Of)[] Inserted =
    [
        ("Settlements", "\"InstitutionId\" = @id"),
        ("SettlementRevisions", "\"SettlementId\" IN (SELECT \"Id\" FROM \"Settlements\" WHERE \"InstitutionId\" = @id)"),
        ("Clawbacks", "\"InstitutionId\" = @id"),
        ("Postings", "\"InstitutionId\" = @id"),
        ("OutboxMessage", "\"StreamKey\" = @stream"),
    ];

    // Updated for each body, as the service updates them.
    private static readonly string[] Updates =
    [
        "UPDATE \"Accounts\" SET \"Version\" = \"Version\" + 1 WHERE \"InstitutionId\" = @p0",
        "UPDATE \"FundedYears\" SET \"EntitledFen\" = 900, \"OverAdvanceFen\" = 101 WHERE \"InstitutionId\" = @p0 AND \"FiscalYear\" = 2025",
        "UPDATE \"PublishedResults\" SET \"IsPending\" = @p1, \"SettledVersion\" = 1 WHERE \"InstitutionId\" = @p0 AND \"FiscalYear\" = 2025",
        "UPDATE \"SettlementLines\" SET \"State\" = 'Settled' WHERE \"RunId\" = @p2 AND \"InstitutionId\" = @p0",
    ];

    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Sql, object?[] Values)>> templates = new(StringComparer.Ordinal);
    private List<(Guid Id, string Grade)>? waiting;
    private DbConnection? connection;
    private int done;

    private bool IsSqlite => database.Provider == DatabaseProvider.Sqlite;

    /// <summary>Writes as many bodies as the service has just settled, and tells how long it took.</summary>
    public async Task<TimeSpan> StepAsync(Guid settledRunId, int bodies)
    {
        connection ??= await OpenAsync();
        waiting ??= await BodiesAsync(runId);
        if (templates.Count == 0)
        {
            foreach (var (id, grade) in (await BodiesAsync(settledRunId, "Settled")).DistinctBy(b => b.Grade))
            {
                templates[grade] = await TemplateAsync(id);
            }
        }

        var statements = waiting.Skip(done).Take(bodies).SelectMany(Statements).ToList();
        done += bodies;
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync();
        await (connection.CanCreateBatch ? BatchAsync(statements, transaction) : EachAsync(statements, transaction));
        await transaction.CommitAsync();
        return watch.Elapsed;
    }

    /// <summary>Fails unless both have written the same numbers of rows.</summary>
    public async Task CheckAsync(int bodies)
    {
        foreach (var (table, _) in Inserted.Where(i => i.Table is not "OutboxMessage" and not "SettlementRevisions"))
        {
            await using var command = connection!.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\" GROUP BY \"Programme\"";
            List<long> counts = [];
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                counts.Add(reader.GetInt64(0));
            }

            if (counts.Count != 2 || counts[0] != counts[1] || (table == "Settlements" && counts[0] != bodies))
            {
                throw new InvalidOperationException($"{table}: {string.Join(" and ", counts)} rows for {bodies} bodies.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
        {
            await command.DisposeAsync();
        }

        await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private async Task BatchAsync(List<(string Sql, object?[] Values)> statements, DbTransaction transaction)
    {
        await using var batch = connection!.CreateBatch();
        batch.Transaction = transaction;
        foreach (var (sql, values) in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            for (var at = 0; at < values.Length; at++)
            {
                command.Parameters.Add(new NpgsqlParameter($"p{at}", values[at] ?? DBNull.Value));
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
    }

    private async Task EachAsync(List<(string Sql, object?[] Values)> statements, DbTransaction transaction)
    {
        foreach (var (sql, values) in statements)
        {
            if (!prepared.TryGetValue(sql, out var command))
            {
                prepared[sql] = command = connection!.CreateCommand();
                command.CommandText = sql;
                for (var at = 0; at < values.Length; at++)
                {
                    command.Parameters.Add(new SqliteParameter($"@p{at}", null));
                }
            }

            command.Transaction = transaction;
            for (var at = 0; at < values.Length; at++)
            {
                command.Parameters[at].Value = values[at] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync();
        }
    }

    private IEnumerable<(string Sql, object?[] Values)> Statements((Guid Id, string Grade) body)
    {
        var keys = new Dictionary<Guid, Guid> { [templateIds[body.Grade]] = body.Id };
        foreach (var sql in Updates)
        {
            object?[] all = [Key(body.Id), IsSqlite ? 0L : false, Key(runId)];
            yield return (sql, [.. all.Take(sql.Contains("@p2", StringComparison.Ordinal) ? 3 : sql.Contains("@p1", StringComparison.Ordinal) ? 2 : 1)]);
        }

        foreach (var (sql, values) in templates[body.Grade])
        {
            yield return (sql, [.. values.Select(value => Fresh(value, keys, body))]);
        }
    }

    private readonly Dictionary<string, Guid> templateIds = new(StringComparer.Ordinal);

    // Every key becomes one of this body's; the same one where it stood twice.
    private object? Fresh(object? value, Dictionary<Guid, Guid> keys, (Guid Id, string Grade) body)
    {
        var of = templateIds[body.Grade];
        return value switch
        {
            Guid key => Map(key, keys),
            string text when text.Length == 36 && Guid.TryParse(text, out var key) => Key(Map(key, keys)),
            string text when text == FillFunding.Settled => FillFunding.Bare,
            string text when text.Length < 2_000 => text.Replace(of.ToString(), body.Id.ToString(), StringComparison.Ordinal),
            _ => value,
        };
    }

    private static Guid Map(Guid key, Dictionary<Guid, Guid> keys) => keys.TryGetValue(key, out var known) ? known : keys[key] = Guid.CreateVersion7();

    private object Key(Guid id) => IsSqlite ? id.ToString().ToUpperInvariant() : id;

    private async Task<List<(string Sql, object?[] Values)>> TemplateAsync(Guid id)
    {
        List<(string, object?[])> rows = [];
        foreach (var (table, of) in Inserted)
        {
            await using var command = connection!.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" WHERE {of}";
            Add(command, "@id", Key(id));
            Add(command, "@stream", $"institution/{id}");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var columns = Enumerable.Range(0, reader.FieldCount).Where(at => reader.GetName(at) != "Sequence").ToList();
                var names = string.Join(", ", columns.Select(at => $"\"{reader.GetName(at)}\""));
                var parameters = string.Join(", ", columns.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"@p{at}")));
                rows.Add(($"INSERT INTO \"{table}\" ({names}) VALUES ({parameters})", [.. columns.Select(at => reader.IsDBNull(at) ? null : reader.GetValue(at))]));
            }
        }

        var grade = waitingGrades[id];
        templateIds[grade] = id;
        return rows;
    }

    private readonly Dictionary<Guid, string> waitingGrades = [];

    private async Task<List<(Guid Id, string Grade)>> BodiesAsync(Guid run, string? state = null)
    {
        await using var command = connection!.CreateCommand();
        command.CommandText = $"SELECT \"InstitutionId\", \"Grade\" FROM \"SettlementLines\" WHERE \"RunId\" = @run{(state is null ? "" : " AND \"State\" = @state")} ORDER BY \"InstitutionId\"";
        Add(command, "@run", Key(run));
        Add(command, "@state", state ?? "");
        List<(Guid, string)> bodies = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (id, grade) = (reader.GetGuid(0), reader.GetString(1));
            waitingGrades[id] = grade;
            bodies.Add((id, grade));
        }

        return bodies;
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection opened = IsSqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await opened.OpenAsync();
        if (IsSqlite)
        {
            // The service's own settings, and its durability.
            await using var command = opened.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
            await command.ExecuteNonQueryAsync();
        }

        return opened;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
