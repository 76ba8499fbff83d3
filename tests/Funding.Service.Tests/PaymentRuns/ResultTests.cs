using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.PaymentRuns;

public sealed class ResultTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_run_is_answered_when_the_bank_has_answered_every_payment(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var (one, other) = (await world.ApprovedAsync(await world.BodyAsync(), appropriation, 100), await world.ApprovedAsync(await world.BodyAsync(), appropriation, 200));
        var run = await world.ExportAsync(one, other);

        await world.ReportAsync(run, one, "paid");
        (await StatusAsync(world, run)).ShouldBe("sealed");
        await world.ReportAsync(run, other, "failed");
        (await StatusAsync(world, run)).ShouldBe("answered");
        await world.ReportAsync(run, one, "returned");
        (await StatusAsync(world, run)).ShouldBe("answered");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Two_bank_files_at_once_leave_no_run_waiting_for_answers_that_came(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var (one, other) = (await world.ApprovedAsync(await world.BodyAsync(), appropriation, 100), await world.ApprovedAsync(await world.BodyAsync(), appropriation, 200));
        var run = await world.ExportAsync(one, other);

        await Task.WhenAll(world.ReportAsync(run, one, "paid"), world.ReportAsync(run, other, "paid"));

        (await StatusAsync(world, run)).ShouldBe("answered");
    }

    private static async Task<string> StatusAsync(World world, Guid run) =>
        (await world.Maker.ReadAsync($"/api/funding/payment-runs/{run}"))["run"]!.Text("status");
}
