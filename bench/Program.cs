using Bench;
using ServiceDefaults.Data;
using Testing.Databases;

var databases = Environment.GetEnvironmentVariable("ONLY") is { Length: > 0 } only
    ? [Enum.Parse<DatabaseProvider>(only)]
    : new[] { DatabaseProvider.Sqlite, DatabaseProvider.Postgres };
var sizes = args.Skip(1).Select(int.Parse).ToArray();

// What is measured has reached the disk.
PostgresServer.IsDurable = true;
Func<DatabaseProvider, Task>? bench = args.FirstOrDefault() switch
{
    "directory" => provider => MeasureDirectory.RunAsync(provider, sizes.Length > 0 ? sizes : [10_000, 1_000_000]),
    "approve" => provider => MeasureApprove.RunAsync(provider, sizes.Length > 0 ? sizes[0] : 3),
    "imports" => provider => MeasureImport.RunAsync(provider, sizes.Length > 0 ? sizes[0] : 100_000),
    "settle" => provider => MeasureSettle.RunAsync(provider, sizes.Length > 0 ? sizes : [1_000, 10_000, 100_000]),
    _ => null,
};
if (bench is null)
{
    Console.Error.WriteLine("usage: ./bench.sh directory [ROWS ...] | imports [ROWS] | approve [ROUNDS] | settle [BODIES ...]");
    return 2;
}

foreach (var provider in databases)
{
    await bench(provider);
}

return 0;
