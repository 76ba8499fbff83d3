using System.Globalization;
using Funding.Tests.Claims;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.History;

/// <summary>
/// Random histories against the reference model, equal after each step. <c>TEST_SEED</c> repeats one, <c>TEST_STEPS</c> makes it longer (a night's run: thousands). Each has a
/// service of its own, because its clock is moved.
/// </summary>
public sealed class RandomHistoryTests(ITestOutputHelper output)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public Task A_random_history_agrees_with_the_reference_model_at_every_step(DatabaseProvider provider) => LiveAsync(provider, steps: 250, withCrashes: false);

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_history_with_crashes_and_events_told_again_and_late_agrees_with_the_model_at_every_step(DatabaseProvider provider) =>
        (await LiveAsync(provider, steps: 80, withCrashes: true)).Crashes.ShouldBePositive();

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_history_of_claims_agrees_with_the_reference_model_at_every_step(DatabaseProvider provider)
    {
        var seed = Setting("TEST_SEED") ?? Random.Shared.Next();
        output.WriteLine($"TEST_SEED={seed}");
        await using var host = await FundingHost.StartAsync(provider);
        var world = await Claimant.OpenAsync(host);
        var history = new ClaimHistory(world, new Random(seed), await world.OpenAppropriationAsync(amountFen: ClaimHistory.AppropriationFen));
        var steps = Setting("TEST_STEPS") ?? 60;
        for (var step = 1; step <= steps; step++)
        {
            output.WriteLine($"{step}: {await history.StepAsync()}");
            await history.CompareAsync();
        }
    }

    private async Task<RandomHistory> LiveAsync(DatabaseProvider provider, int steps, bool withCrashes)
    {
        var seed = Setting("TEST_SEED") ?? Random.Shared.Next();
        output.WriteLine($"TEST_SEED={seed}");
        await using var host = await FundingHost.StartAsync(provider, withPower: withCrashes);
        var history = await RandomHistory.StartAsync(host, new Random(seed), withCrashes);
        steps = Setting("TEST_STEPS") ?? steps;
        for (var step = 1; step <= steps; step++)
        {
            var told = "";
            try
            {
                told = await history.StepAsync();
                output.WriteLine($"{step}: {told}");
                await history.CompareAsync();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"TEST_SEED={seed}, step {step}: {told}", e);
            }
        }

        history.Touched.UnionWith(Enumerable.Range(0, RandomHistory.Bodies));
        await history.CompareAsync();
        output.WriteLine($"{steps} steps, {history.Crashes} crashes");
        return history;
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : null;
}
