using Microsoft.Extensions.DependencyInjection;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.History;

/// <summary>
/// Random histories against a model: nobody is recognised without every step that the clauses demand, no ban goes unenforced on any day
/// of it, and who is gone comes back by a new application only.
/// </summary>
public sealed class RandomHistoryTests(ITestOutputHelper output)
{
    private const int FirstTestYear = 2027;
    private const int Years = 70;

    /// <summary>A history goes on until it has come to recognitions and to bans, at most so many times its steps.</summary>
    private const int MostTimes = 6;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 2000)]
    [InlineData(DatabaseProvider.Postgres, 300)]
    public async Task No_random_history_leaves_the_path_of_the_clauses(DatabaseProvider provider, int steps)
    {
        var seed = Environment.GetEnvironmentVariable("TEST_SEED") is { Length: > 0 } given ? int.Parse(given, null) : Random.Shared.Next();
        output.WriteLine($"TEST_SEED={seed}");
        var time = new MovingTime();
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await RunningRegistry.StartOnAsync(database, services => services.AddSingleton<TimeProvider>(time));
        var admin = Person.Of(host, new TestUser("admin", ["admin"]));
        foreach (var year in Enumerable.Range(FirstTestYear, Years))
        {
            (await admin.PostAsync("/calendars", new { content = MovingTime.Calendar(year) })).Accepted();
        }

        var history = new RandomHistory(host, time, new Random(seed));
        await history.EnrolAsync();
        for (var step = 1; step <= steps || (step <= MostTimes * steps && !SaysSomething(history, steps)); step++)
        {
            var told = "";
            try
            {
                told = await history.StepAsync();
                await history.CompareAsync();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"TEST_SEED={seed}, step {step} of {time.Now:yyyy-MM-dd}: {told}", e);
            }
        }

        foreach (var (act, times) in history.Tally.OrderBy(act => act.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{times,5} {act}");
        }

        history.Tally.GetValueOrDefault("announce").ShouldBeGreaterThan(steps / 200, "too few recognitions for this test to say anything");
        history.Tally.GetValueOrDefault("apply: banned").ShouldBeGreaterThan(steps / 400, "too few bans for this test to say anything");
    }

    private static bool SaysSomething(RandomHistory history, int steps) =>
        history.Tally.GetValueOrDefault("announce") > steps / 200 && history.Tally.GetValueOrDefault("apply: banned") > steps / 400;
}

/// <summary>A time that a history moves on.</summary>
internal sealed class MovingTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>A calendar for a year that no notice has ruled yet.</summary>
    public static string Calendar(int year) => $"""
        year: {year}
        test: true
        holidays:
          - zh: 元旦
            en: New Year
            from: {year}-01-01
            to: {year}-01-01
        make-up-days: []
        """;
}
