using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.PayeeAccounts;

public sealed class PayeeAccountTests(FundingHosts hosts)
{
    private const string Path = "/api/funding/payee-accounts";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_bodys_account_is_confirmed_with_its_first_approval_and_changed_only_by_two(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (body, appropriation) = (await world.BodyAsync(), await world.OpenAppropriationAsync());
        await world.PaidAsync(body, appropriation, 100);
        var first = (await World.ListAsync(world.Auditor, $"{Path}?institution={body}")).ShouldHaveSingleItem();
        (first.Text("status"), first.Text("number")).ShouldBe(("confirmed", "****0123"));
        (await world.Maker.ReadAsync($"{Path}/{first.Key("id")}")).Text("number").ShouldBe("3309020104000123");
        (await world.Auditor.ReadAsync($"{Path}/{first.Key("id")}")).Text("number").ShouldBe("****0123");

        await world.Maker.RefusedAsync("/api/funding/advances", Advance(world, body, appropriation), HttpStatusCode.Conflict, "payee-account-differs");
        var gathered = await world.ApprovedAsync(body, appropriation, 100);
        var run = (await world.Maker.DoAsync("/api/funding/payment-runs", new { programme = world.Name, fiscalYear = world.Year, paymentIds = new[] { gathered } }))["run"]!.Key("id");
        var change = (await world.Maker.DoAsync(Path, Change(body))).Key("id");
        await world.Maker.RefusedAsync(Path, Change(body), HttpStatusCode.Conflict, "payee-account-proposed");
        var both = world.As("maker", "finance-maker", "finance-approver");
        await both.RefusedAsync($"{Path}/{change}/confirm", null, HttpStatusCode.Forbidden, "maker-cannot-approve");
        await world.Approver.DoAsync($"{Path}/{change}/confirm");
        await world.Approver.RefusedAsync($"{Path}/{change}/reject", new { reason = "迟了" }, HttpStatusCode.Conflict, "payee-account-decided");

        await world.Approver.RefusedAsync($"/api/funding/payment-runs/{run}/seal", null, HttpStatusCode.Conflict, "payee-account-differs");
        await world.Maker.DoAsync("/api/funding/advances", Advance(world, body, appropriation));
        (await World.ListAsync(world.Maker, $"{Path}?institution={body}")).Select(a => a.Text("status")).ShouldBe(["confirmed", "replaced"]);
    }

    private static object Change(Guid body) =>
        new { institutionId = body, name = "舟山某科技有限公司", number = "3309020104000999", bank = "某银行舟山分行", reason = "开户行变更" };

    private static object Advance(World world, Guid body, Guid appropriation) => new
    {
        institutionId = body,
        appropriationId = appropriation,
        amountFen = 100,
        purpose = "建设",
        allotmentNumber = "舟财教〔2026〕7号",
        allottedOn = world.Today,
        payeeName = "舟山某科技有限公司",
        payeeAccount = "3309020104000999",
    };
}
