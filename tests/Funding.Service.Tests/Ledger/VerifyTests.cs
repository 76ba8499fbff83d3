using Funding.Data;
using Funding.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Funding.Tests.Ledger;

public sealed class VerifyTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Tampering_with_a_row_shows_wherever_it_happens(DatabaseProvider provider)
    {
        // A service of its own: what is broken here stays broken.
        await using var host = await FundingHost.StartAsync(provider);
        var world = await World.OpenAsync(host);
        var body = await world.BodyAsync();
        var appropriation = await world.OpenAppropriationAsync();
        await world.PaidAsync(body, appropriation, 10_000);
        await world.ReviewedAsync(body, "good");
        await host.Service.As(new TestUser("admin", [Roles.Admin])).DoAsync("/api/funding/sweeps/ledger-seal");
        await world.VerifyAsync();
        var postings = await World.ListAsync(world.Auditor, "/api/funding/ledger/postings");
        postings.ShouldAllBe(p => p["chainPosition"] != null);
        postings.Count.ShouldBe(5);
        (await World.ListAsync(world.Auditor, "/api/funding/ledger/heads")).ShouldHaveSingleItem();

        await TamperAsync(host, db => db.Postings.Where(p => p.Kind == Funding.Ledger.PostingKind.PaymentPaid)
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.AmountFen, p => p.AmountFen - 1)));
        (await CodesAsync(world)).ShouldBe(["posting-altered", "balance-differs"], ignoreOrder: true);
        await TamperAsync(host, db => db.Postings.Where(p => p.Kind == Funding.Ledger.PostingKind.PaymentPaid)
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.AmountFen, p => p.AmountFen + 1)));
        await world.VerifyAsync();

        await TamperAsync(host, db => db.FundedYears.ExecuteUpdateAsync(row => row.SetProperty(y => y.PaidFen, y => y.PaidFen + 1)));
        (await CodesAsync(world)).ShouldBe(["balance-differs"]);
        await TamperAsync(host, db => db.FundedYears.ExecuteUpdateAsync(row => row.SetProperty(y => y.PaidFen, y => y.PaidFen - 1)));

        await TamperAsync(host, db => db.Clawbacks.ExecuteUpdateAsync(row => row.SetProperty(c => c.ReceivedFen, c => c.ReceivedFen + 1)));
        (await CodesAsync(world)).ShouldBe(["balance-differs"]);
        await TamperAsync(host, db => db.Clawbacks.ExecuteUpdateAsync(row => row.SetProperty(c => c.ReceivedFen, c => c.ReceivedFen - 1)));

        await TamperAsync(host, db => db.Appropriations.ExecuteUpdateAsync(row => row.SetProperty(a => a.CommittedFen, 0)));
        (await CodesAsync(world)).ShouldBe(["balance-differs"]);
        await TamperAsync(host, db => db.Appropriations.ExecuteUpdateAsync(row => row.SetProperty(a => a.CommittedFen, 10_000)));
        await world.VerifyAsync();

        await TamperAsync(host, db => db.DailyHeads.ExecuteUpdateAsync(row => row.SetProperty(h => h.Hash, Funding.Ledger.Chain.Genesis)));
        (await CodesAsync(world)).ShouldBe(["signature-wrong"]);
        await TamperAsync(host, db => db.DailyHeads.ExecuteDeleteAsync());
        (await CodesAsync(world)).ShouldBe(["head-missing"]);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_ledger_that_is_written_and_sealed_meanwhile_verifies(DatabaseProvider provider)
    {
        await using var host = await FundingHost.StartAsync(provider);
        var world = await World.OpenAsync(host);
        var admin = host.Service.As(new TestUser("admin", [Roles.Admin]));
        var (body, appropriation) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await world.ApprovedAsync(body, appropriation, 1);
                await admin.DoAsync("/api/funding/sweeps/ledger-seal");
            }
        });

        while (!writing.IsCompleted)
        {
            await world.VerifyAsync();
        }

        await writing;
        (await world.Auditor.ReadAsync("/api/funding/ledger/verify"))["unsealed"]!.GetValue<int>().ShouldBe(0);
    }

    private static Task<int> TamperAsync(FundingHost host, Func<FundingDb, Task<int>> change) =>
        host.Service.InScopeAsync<FundingDb, int>(change);

    private static async Task<IEnumerable<string>> CodesAsync(World world) =>
        (await world.Auditor.ReadAsync("/api/funding/ledger/verify"))["faults"]!.AsArray().Select(f => f!.Text("code")).Distinct();
}
