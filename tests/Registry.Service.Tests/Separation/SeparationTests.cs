using Microsoft.Extensions.DependencyInjection;
using Registry.Tests.History;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Separation;

/// <summary>
/// The chain's separation over all packs and routes: nobody reviews what they filed, nobody holds two offices on one application, no body
/// stands without its route's whole chain, and a ban holds on each of its days.
/// </summary>
public sealed class SeparationTests(ITestOutputHelper output)
{
    /// <summary>A history goes on until so many routes have come to a standing, at most so many times its steps.</summary>
    private const int RoutesThatSaySomething = 3;
    private const int MostTimes = 3;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, 250)]
    [InlineData(DatabaseProvider.Postgres, 50)]
    public async Task Whatever_hats_persons_wear_none_of_them_wears_two_on_one_application(DatabaseProvider provider, int usual)
    {
        var steps = Environment.GetEnvironmentVariable("SEPARATION_STEPS") is { Length: > 0 } wanted ? int.Parse(wanted, null) : usual;
        var seed = Environment.GetEnvironmentVariable("TEST_SEED") is { Length: > 0 } given ? int.Parse(given, null) : Random.Shared.Next();
        output.WriteLine($"TEST_SEED={seed}");
        var time = new MovingTime { Now = new(2025, 11, 3, 1, 0, 0, TimeSpan.Zero) };
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await RunningRegistry.StartOnAsync(database, services => services.AddSingleton<TimeProvider>(time));
        var admin = Person.Of(host, new TestUser("admin", ["admin"]));
        foreach (var year in Enumerable.Range(2027, 20))
        {
            (await admin.PostAsync("/calendars", new { content = MovingTime.Calendar(year) })).Accepted();
        }

        var history = new SeparationHistory(host, time, new Random(seed));
        await history.BeginAsync();
        for (var step = 1; step <= steps || (step <= MostTimes * steps && history.RoutesThatCameToAStanding.Count() < RoutesThatSaySomething); step++)
        {
            var told = "";
            try
            {
                told = await history.StepAsync();
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

        if (provider == DatabaseProvider.Sqlite)
        {
            history.RoutesThatCameToAStanding.Count().ShouldBeGreaterThanOrEqualTo(RoutesThatSaySomething, "too few standings for this test to say anything");
        }
    }
}
