using System.Net;
using System.Text;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.PaymentRuns;

public sealed class RunFileTests(FundingHosts hosts)
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_sealed_run_leaves_as_a_file_and_its_answers_come_back_by_the_file(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var (one, two) = (await world.ApprovedAsync(await world.BodyAsync(), appropriation, 100_050), await world.ApprovedAsync(await world.BodyAsync(), appropriation, 200));
        var gathered = (await world.Maker.DoAsync("/api/funding/payment-runs", new { programme = world.Name, fiscalYear = world.Year, paymentIds = new[] { one, two } }))["run"]!.Key("id");
        var path = $"/api/funding/payment-runs/{gathered}";
        (await world.Maker.GetAsync(new Uri($"{path}/file", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var checksum = (await world.Approver.DoAsync($"{path}/seal"))["run"]!.Text("checksum");

        var csv = await FileAsync(world.Maker, $"{path}/file?format=csv");
        var lines = csv.TrimStart('\uFEFF').TrimEnd().ReplaceLineEndings("\n").Split('\n');
        lines.Length.ShouldBe(4);
        lines[1].ShouldContain("3309020104000123");
        lines[3].ShouldContain("1002.50");
        lines[3].ShouldContain(checksum);
        (await FileAsync(world.Approver, $"{path}/file?format=csv")).ShouldBe(csv);
        (await world.Maker.GetByteArrayAsync(new Uri($"{path}/file?format=xlsx", UriKind.Relative)))[..2].ShouldBe("PK"u8.ToArray());
        (await world.Auditor.GetAsync(new Uri($"{path}/file", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var wrong = Answered(lines, "已支付", world.Today).Replace("1000.50", "1000.51", StringComparison.Ordinal);
        var refused = await world.Maker.SendFileAsync($"{path}/result-file", "bank.csv", wrong, HttpStatusCode.BadRequest);
        refused.Text("code").ShouldBe("bank-file-faulty");
        (await world.Maker.ReadAsync(path))["results"]!.AsArray().ShouldBeEmpty();

        var right = Answered(lines, "已支付", world.Today);
        var taken = await world.Maker.SendFileAsync($"{path}/result-file", "bank.csv", right);
        (taken["news"]!.GetValue<int>(), taken["knownBefore"]!.GetValue<int>()).ShouldBe((2, 0));
        var again = await world.Maker.SendFileAsync($"{path}/result-file", "bank.csv", right);
        (again["news"]!.GetValue<int>(), again["knownBefore"]!.GetValue<int>()).ShouldBe((0, 2));
        again["paymentRun"]!["files"]!.AsArray().ShouldHaveSingleItem();
        again["paymentRun"]!["run"]!.Text("status").ShouldBe("answered");

        var other = await world.Maker.SendFileAsync($"{path}/result-file", "bank.csv", right.Replace("BANK-1", "BANK-9", StringComparison.Ordinal), HttpStatusCode.Conflict);
        other.Text("code").ShouldBe("result-contradicts");
        await world.VerifyAsync();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task An_advance_that_came_back_after_its_settlement_is_paid_again_once_and_settled_on_it(DatabaseProvider provider)
    {
        var world = await World.OpenAsync(await hosts.OnAsync(provider));
        var appropriation = await world.OpenAppropriationAsync();
        var body = await world.BodyAsync();
        var (advance, run) = await world.PaidAsync(body, appropriation, 1000);
        await world.ReviewedAsync(body, "good");
        await world.ReportAsync(run, advance, "returned");
        (await world.AccountAsync(body))["yearsUsed"]!.AsArray().ShouldBeEmpty();

        var proposal = world.Advance(body, appropriation, 1000);
        var late = (await world.Maker.DoAsync("/api/funding/advances", proposal))["advance"]!.Key("id");
        await world.Approver.RefusedAsync($"/api/funding/advances/{late}/approve", null, HttpStatusCode.Conflict, "year-reviewed");
        await world.Maker.RefusedAsync("/api/funding/advances", Again(world, body, appropriation, 1001, advance), HttpStatusCode.Conflict, "replacement-exceeds");
        var again = (await world.Maker.DoAsync("/api/funding/advances", Again(world, body, appropriation, 1000, advance)))["advance"]!.Key("id");
        await world.Maker.RefusedAsync("/api/funding/advances", Again(world, body, appropriation, 1000, advance), HttpStatusCode.Conflict, "replaced-already");
        await world.Approver.DoAsync($"/api/funding/advances/{again}/approve");
        await world.ReportAsync(await world.ExportAsync(again), again, "paid");

        var settled = (await World.ListAsync(world.Maker, $"/api/funding/settlements?institution={body}")).ShouldHaveSingleItem();
        settled.Fen("advanceFen").ShouldBe(1000);
        (settled.Fen("entitledFen") + settled.Fen("clawbackFen")).ShouldBe(1000);
        settled.Fen("entitledFen").ShouldBeGreaterThan(0);
        await world.VerifyAsync();
    }

    private static object Again(World world, Guid body, Guid appropriation, long fen, Guid replaces) => new
    {
        institutionId = body,
        appropriationId = appropriation,
        amountFen = fen,
        purpose = "退汇后重新支付",
        allotmentNumber = "舟财教〔2026〕6号",
        allottedOn = world.Today,
        payeeName = "舟山某科技有限公司",
        payeeAccount = "3309020104000123",
        replacesId = replaces,
    };

    // The bank fills in the last four columns of each payment's line.
    private static string Answered(string[] lines, string outcome, DateOnly on) => string.Join(
        '\n',
        lines.Select((line, at) => at == 0 || at == lines.Length - 1 ? line : $"{string.Join(',', line.Split(',')[..^4])},{outcome},{on:yyyy-MM-dd},BANK-{at},"));

    private static async Task<string> FileAsync(HttpClient caller, string path) =>
        Encoding.UTF8.GetString(await caller.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
}
