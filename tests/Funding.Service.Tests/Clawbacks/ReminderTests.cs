using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Clawbacks;

public sealed class ReminderTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task What_is_overdue_is_reminded_of_once_a_stage_and_taken_to_the_leaders_but_only_after_a_notice(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var (notified, silent) = (await OwingAsync(world, 1_000, appropriation), await OwingAsync(world, 500, appropriation));
        await world.Approver.DoAsync($"/api/funding/clawbacks/{notified}/notices");

        // Due in 30 days: 35 days overdue is one stage beyond the first day, 60 goes to the leaders.
        await SweepAsync(world, 65);
        (await StagesAsync(world, notified)).ShouldBe([1, 30]);
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks?escalated=true")).ShouldBeEmpty();
        await SweepAsync(world, 90);
        await SweepAsync(world, 91);

        (await StagesAsync(world, notified)).ShouldBe([1, 30, 60]);
        (await StagesAsync(world, silent)).ShouldBeEmpty();
        (await World.ListAsync(world.As("leader", Roles.Leader), "/api/funding/clawbacks?escalated=true")).ShouldHaveSingleItem().Key("id").ShouldBe(notified);
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks?toNotify=true")).ShouldHaveSingleItem().Key("id").ShouldBe(silent);
        (await World.ListAsync(world.Maker, "/api/funding/clawbacks?overdueDays=1")).ShouldBeEmpty();
        var aged = (await world.Maker.ReadAllAsync($"/api/funding/clawbacks/ageing?programme={world.Name}")).Single()!;
        (aged.Fen("outstandingFen"), aged.Fen("overdueFen"), aged["bands"]![0]!["cases"]!.GetValue<int>()).ShouldBe((1_500, 0, 2));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_reminder_of_a_missed_part_is_about_all_of_the_rest_unless_the_plan_says_otherwise(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var (whole, partly) = (await PlannedAsync(world, appropriation, accelerates: true), await PlannedAsync(world, appropriation, accelerates: false));

        await SweepAsync(world, 11);

        (await world.Maker.ReadAsync($"/api/funding/clawbacks/{whole}"))["reminders"]!.AsArray().ShouldHaveSingleItem()!.Fen("overdueFen").ShouldBe(1_000);
        (await world.Maker.ReadAsync($"/api/funding/clawbacks/{partly}"))["reminders"]!.AsArray().ShouldHaveSingleItem()!.Fen("overdueFen").ShouldBe(400);
    }

    private static async Task<Guid> PlannedAsync(World world, Guid appropriation, bool accelerates)
    {
        var clawback = await OwingAsync(world, 1_000, appropriation);
        await world.Approver.DoAsync($"/api/funding/clawbacks/{clawback}/notices");
        var parts = new[] { new { dueOn = world.Today.AddDays(10), amountFen = 400 }, new { dueOn = world.Today.AddDays(20), amountFen = 600 } };
        var proposed = await world.Maker.DoAsync($"/api/funding/clawbacks/{clawback}/instalments", new { parts, reason = "资金周转困难", accelerates });
        proposed["accelerates"]!.GetValue<bool>().ShouldBe(accelerates);
        await world.Approver.DoAsync($"/api/funding/clawback-decisions/{proposed.Key("id")}/approve");
        return clawback;
    }

    private static Task<int> SweepAsync(World world, int days) => world.Host.Service.InScopeAsync<IEnumerable<ISweep>, int>(
        sweeps => sweeps.Single(s => s.Name == "clawback-reminders").RunAsync(world.Today.AddDays(days), default));

    private static async Task<IEnumerable<int>> StagesAsync(World world, Guid clawback) =>
        (await world.Maker.ReadAsync($"/api/funding/clawbacks/{clawback}"))["reminders"]!.AsArray().Select(r => r!["days"]!.GetValue<int>()).ToList();

    private static async Task<Guid> OwingAsync(World world, long fen, Guid appropriation)
    {
        var body = await world.BodyAsync();
        await world.PaidAsync(body, appropriation, fen);
        await world.ReviewedAsync(body, "fail");
        return (await world.ClawbackAsync(body)).Key("id");
    }
}
