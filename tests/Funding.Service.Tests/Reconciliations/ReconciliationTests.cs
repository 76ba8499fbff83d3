using System.Net;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Reconciliations;

public sealed class ReconciliationTests(FundingHosts hosts)
{
    private const string Path = "/api/funding/reconciliations";
    private const string Titles = "日期,收支,金额（元）,流水号,对方户名,摘要\n";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_days_statement_meets_the_books_to_the_fen_and_what_differs_is_explained_by_another_person(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var (paid, _) = await world.PaidAsync(await world.BodyAsync(), await world.OpenAppropriationAsync(), 100_050);
        (await world.Maker.ReadAsync($"{Path}/due"))["days"]!.AsArray().Select(d => d!.GetValue<string>()).ShouldBe([$"{world.Today:yyyy-MM-dd}"]);
        var day = $"{Path}?day={world.Today:yyyy-MM-dd}";

        var bad = await world.Maker.SendFileAsync(day, "day.csv", $"{Titles}{world.Today.AddDays(-1):yyyy-MM-dd},支出,1000.505,B-{paid:N},舟山某科技有限公司,\n", HttpStatusCode.BadRequest);
        bad["inputs"]!["problems"]!.AsArray().Select(p => p!.Text("column")).ShouldBe(["金额（元）", "日期"]);
        var wrong = await world.Maker.SendFileAsync(day, "day.csv", $"{Titles}{world.Today:yyyy-MM-dd},支出,1000.51,B-{paid:N},舟山某科技有限公司,\n{world.Today:yyyy-MM-dd},支出,5.00,FEE-1,某银行,手续费\n");
        wrong["differences"]!.AsArray().Select(d => (d!.Text("kind"), d!.Text("name"))).ShouldBe([("amount-differs", "舟山某科技有限公司"), ("not-in-books", "某银行")]);

        var right = $"{Titles}{world.Today:yyyy-MM-dd},支出,1000.50,B-{paid:N},舟山某科技有限公司,\n{world.Today:yyyy-MM-dd},支出,5.00,FEE-1,某银行,手续费\n";
        var corrected = await world.Maker.SendFileAsync(day, "day.csv", right);
        var id = corrected["reconciliation"]!.Key("id");
        corrected["reconciliation"]!["openDifferences"]!.GetValue<int>().ShouldBe(1);
        corrected["differences"]!.AsArray().Select(d => d!.Text("status")).ShouldBe(["resolved", "open"], ignoreOrder: true);
        var fee = (await World.ListAsync(world.Auditor, "/api/funding/differences?status=open")).ShouldHaveSingleItem();
        (fee.Text("name"), fee.Fen("bankFen")).ShouldBe(("某银行", 500));

        var both = world.As("maker", "finance-maker", "finance-approver");
        await both.RefusedAsync($"/api/funding/differences/{fee.Key("id")}/explain", new { explanation = "手续费" }, HttpStatusCode.Forbidden, "maker-cannot-approve");
        await world.Approver.DoAsync($"/api/funding/differences/{fee.Key("id")}/explain", new { explanation = "银行手续费，由单位承担" });
        var again = await world.Maker.DoAsync($"{Path}/{id}/match");
        again["reconciliation"]!["openDifferences"]!.GetValue<int>().ShouldBe(0);
        again["differences"]!.AsArray().Count(d => d!.Text("status") == "explained").ShouldBe(1);
        (await world.Maker.SendFileAsync(day, "day.csv", right))["reconciliation"]!["version"]!.GetValue<long>().ShouldBe(again["reconciliation"]!["version"]!.GetValue<long>());
        (await world.Maker.ReadAsync($"{Path}/due"))["days"]!.AsArray().ShouldBeEmpty();
    }
}
