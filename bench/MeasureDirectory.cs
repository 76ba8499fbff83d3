using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Directories;
using ServiceDefaults.Data;
using Testing.Databases;

namespace Bench;

/// <summary>Every filter of the directory on registers of several sizes: the page's keys and its rows, as the service reads them.</summary>
internal static class MeasureDirectory
{
    private const int Rows = 51;
    private const int Times = 100;
    private const int WarmUps = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static readonly DirectoryFilter Any = new(null, null, null, null, null, [], null);

    private static readonly (string Name, Func<Random, DirectoryFilter> Filter)[] Lists =
    [
        ("every bureau, no filter", _ => Any),
        ("bureau", random => In(random)),
        ("bureau, programme", random => Programme(random)),
        ("type", random => Programme(random) with { Category = Pick("type", FillDirectory.Categories, random) }),
        ("district", random => Programme(random) with { District = Pick("district", FillDirectory.Districts, random) }),
        ("field", random => Programme(random) with { Field = $"field-{random.Next(1, FillDirectory.Fields)}" }),
        ("standing (70 %)", random => Programme(random) with { Standings = ["recognised"] }),
        ("standing (1 %)", random => Programme(random) with { Standings = ["revoked"] }),
        ("standing (1 %), every bureau", _ => Any with { Standings = ["revoked"] }),
        ("type, district", random => Programme(random) with { Category = Pick("type", FillDirectory.Categories, random), District = Pick("district", FillDirectory.Districts, random) }),
        ("all five", random => All(random)),
        ("name, common (中心)", random => In(random) with { Name = "中心" }),
        ("name, four characters", random => In(random) with { Name = Part(FillDirectory.Cities, random) + Part(FillDirectory.Trades, random) }),
        ("name, one body's number", random => Any with { Name = random.Next(1000, 9999).ToString(CultureInfo.InvariantCulture) }),
        ("name that nobody bears", _ => Any with { Name = "心创" }),
        ("name and all five", random => All(random) with { Name = "中心" }),
        ("name, standing (1 %)", random => Programme(random) with { Name = "创新中心", Standings = ["revoked"] }),
        ("as of a day", random => In(random) with { AsOf = Day(2025) }),
        ("as of a day, standing (1 %)", random => In(random) with { AsOf = Day(2025), Standings = ["revoked"] }),
        ("as of a day, type, district", random => Programme(random) with { AsOf = Day(2025), Category = Pick("type", FillDirectory.Categories, random), District = Pick("district", FillDirectory.Districts, random) }),
        ("as of before any", random => In(random) with { AsOf = Day(2019) }),
    ];

    public static async Task RunAsync(DatabaseProvider provider, int[] sizes)
    {
        var measured = new List<(int Size, List<Percentiles> Lists)>();
        foreach (var size in sizes)
        {
            await using var database = await TestDatabase.CreateAsync(provider);
            var watch = Stopwatch.StartNew();
            await using (var db = Open(database))
            {
                await FillDirectory.RunAsync(db, size);
            }

            Console.Error.WriteLine($"{provider}: {size} institutions built in {watch.Elapsed.TotalSeconds:0} s");
            measured.Add((size, await MeasureAsync(database, size)));
        }

        Console.WriteLine($"\n{provider}, milliseconds a page of {Rows - 1}: p50 / p99\n");
        Console.WriteLine($"| page | {string.Join(" | ", measured.Select(m => m.Size.ToString("N0", CultureInfo.InvariantCulture)))} |");
        Console.WriteLine($"|---|{string.Concat(measured.Select(_ => "---|"))}");
        for (var list = 0; list < measured[0].Lists.Count; list++)
        {
            var at = list;
            Console.WriteLine($"| {measured[0].Lists[at].Name} | {string.Join(" | ", measured.Select(m => m.Lists[at]))} |");
        }
    }

    private static async Task<List<Percentiles>> MeasureAsync(TestDatabase database, int size)
    {
        var results = new List<Percentiles>();
        foreach (var (name, filter) in Lists)
        {
            results.Add(await TimesAsync(name, random => PageAsync(database, filter(random), after: null)));
        }

        results.Add(await TimesAsync("a page far down, type", random => PageAsync(
            database,
            Programme(random) with { Category = Pick("type", FillDirectory.Categories, random) },
            IdOf(random.Next(size / 10, size)))));
        results.Add(await TimesAsync("counts of every filter value", async _ =>
        {
            await using var db = Open(database);
            var groups = await db.DirectoryGroups.AsNoTracking().Where(g => g.Count > 0).ToListAsync();
            CountDirectory.Count(groups, Any with { Jurisdiction = "bureau-1" }, new DirectoryWords(new Policies.PackLibrary(), new DateOnly(2026, 1, 1)));
        }));
        return results;
    }

    private static async Task PageAsync(TestDatabase database, DirectoryFilter filter, Guid? after)
    {
        await using var db = Open(database);
        var ids = await new FindInstitutions(db).PageAsync(filter, after, Rows, CancellationToken.None);
        await ListDirectory.RowsAsync(ids, filter.AsOf, db, CancellationToken.None);
    }

    private static async Task<Percentiles> TimesAsync(string name, Func<Random, Task> work)
    {
        var random = new Random(1);
        for (var time = 0; time < WarmUps; time++)
        {
            await work(random);
        }

        var (times, whole) = (new List<double>(Times), Stopwatch.StartNew());
        while (times.Count < Times && (times.Count < 3 || whole.Elapsed < Longest))
        {
            var start = Stopwatch.GetTimestamp();
            await work(random);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        var result = new Percentiles(name, times[times.Count / 2], times[(int)Math.Ceiling(times.Count * 0.99) - 1]);
        Console.Error.WriteLine($"  {name}: {result}");
        return result;
    }

    internal static RegistryDb Open(TestDatabase database) => database.Provider == DatabaseProvider.Sqlite
        ? new SqliteRegistryDb(new DbContextOptionsBuilder<SqliteRegistryDb>().UseSqlite(database.ConnectionString).Options)
        : new PostgresRegistryDb(new DbContextOptionsBuilder<PostgresRegistryDb>().UseNpgsql(PostgresConnection.Of(database.ConnectionString, Plans.EachTime)).Options);

    private static DirectoryFilter In(Random random) => Any with { Jurisdiction = Pick("bureau", FillDirectory.Programmes, random) };

    private static DirectoryFilter Programme(Random random)
    {
        var at = random.Next(FillDirectory.Programmes);
        return Any with { Jurisdiction = $"bureau-{at}", Programme = $"programme-{at}" };
    }

    private static DirectoryFilter All(Random random) => Programme(random) with
    {
        Category = Pick("type", FillDirectory.Categories, random),
        District = Pick("district", FillDirectory.Districts, random),
        Field = $"field-{random.Next(1, FillDirectory.Fields)}",
        Standings = ["recognised"],
    };

    private static AsOf Day(int year) => new(new DateOnly(year, 6, 1), new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));

    private static string Pick(string word, int count, Random random) => $"{word}-{random.Next(count)}";

    private static string Part(string words, Random random) => words.Substring(random.Next(words.Length / 2) * 2, 2);

    private static Guid IdOf(int n) => Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"{n / 65536:x8}-{n % 65536:x4}-7000-8000-{n:x12}"));

    private sealed record Percentiles(string Name, double Median, double Worst)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:0.0} / {Worst:0.0}");
    }
}
