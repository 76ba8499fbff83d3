using System.Globalization;
using System.Text.Json.Nodes;

namespace Demo;

/// <summary>A year's money: appropriation, advances to the last fen, payment, refusals, receipts (ZS-03 … ZS-07).</summary>
internal sealed class Disbursing(Platform platform, Narrator tell, MoneyPathFacts facts)
{
    private const string Maker = "zs-maker";
    private const string Approver = "zs-approver";
    private const long CapFen = 300_000_000;
    private const long ShareFen = 75_000_000;

    /// <summary>Opens the year's appropriation, pays each body its share, and shows that the next fen is refused.</summary>
    public async Task PayYearAsync(int year, DateOnly day)
    {
        tell.Chapter($"{year}年:300万元,先行拨付", $"{year}: 3,000,000.00 yuan, paid in advance");
        await platform.MoveClockAsync(day);
        var appropriation = await OpenAppropriationAsync(year, day);
        var advances = new List<Guid>();
        foreach (var (body, institution) in Body.All.Zip(facts.Institutions))
        {
            advances.Add(await ApproveAsync(await ProposeAsync(institution, body, appropriation, ShareFen, day)));
            tell.Done($"{body.ProjectName}预拨{Yuan(ShareFen)}元,经办与复核两人", $"{Yuan(ShareFen)} yuan to {body.ProjectName}, by two persons (ZS-05)");
        }

        var nextFen = await ProposeAsync(facts.Institutions[0], Body.All[0], appropriation, 1, day);
        facts.NextFen[year] = await platform.PostRefusedAsync(Approver, $"/api/funding/advances/{nextFen}/approve", new { });
        tell.Refused(facts.NextFen[year]);
        await platform.PostAsync(Maker, $"/api/funding/advances/{nextFen}/cancel", new { reason = "上限已满" });
        await PayAsync(year, advances, day);
        facts.Paid[year] = advances;
    }

    /// <summary>A fourth year is open, but not to a body that was paid in three (ZS-04).</summary>
    public async Task RefuseFourthYearAsync(DateOnly day)
    {
        tell.Chapter("2029年:第四年被拒", "2029: the fourth year is refused");
        await platform.MoveClockAsync(day);
        var appropriation = await OpenAppropriationAsync(day.Year, day);
        facts.FourthYear = await platform.PostRefusedAsync(
            Maker, "/api/funding/advances", Advance(facts.Institutions[0], Body.All[0], appropriation, ShareFen, day));
        tell.Refused(facts.FourthYear);
    }

    /// <summary>Two receipts settle the first body's clawback of a year; one fen more than outstanding is refused (ZS-07).</summary>
    public async Task SettleByTwoReceiptsAsync(int year)
    {
        tell.Chapter("追缴:两张缴款书结清", "Clawback: two receipts settle it");
        var cases = await platform.GetAsync(Maker, "/api/funding/clawbacks?limit=200");
        var clawback = cases["items"]!.AsArray().Single(c =>
            c!["institutionId"]!.GetValue<Guid>() == facts.Institutions[0] && c["fiscalYear"]!.GetValue<int>() == year)!;
        facts.Clawback = clawback["id"]!.GetValue<Guid>();
        var outstandingFen = clawback["outstandingFen"]!.GetValue<long>();

        var firstFen = outstandingFen * 2 / 3;
        await ReceiveAsync(firstFen, "浙财缴2029000001");
        facts.ReceiptAboveOutstanding = await platform.PostRefusedAsync(
            Maker, $"/api/funding/clawbacks/{facts.Clawback}/receipts", Receipt(outstandingFen - firstFen + 1, "浙财缴2029000002"));
        tell.Refused(facts.ReceiptAboveOutstanding);
        await ReceiveAsync(outstandingFen - firstFen, "浙财缴2029000002");
    }

    private async Task<string> OpenAppropriationAsync(int year, DateOnly day)
    {
        object Proposal(long amountFen) => new
        {
            programme = MoneyPath.Programme,
            fiscalYear = year,
            amountFen,
            documentNumber = $"舟财预〔{year}〕1号",
            documentDate = Iso(day),
        };

        if (facts.AppropriationAboveCap is null)
        {
            facts.AppropriationAboveCap = await platform.PostRefusedAsync(Maker, "/api/funding/appropriations", Proposal(CapFen + 1));
            tell.Refused(facts.AppropriationAboveCap);
        }

        var id = Key(await platform.PostAsync(Maker, "/api/funding/appropriations", Proposal(CapFen)));
        facts.MakerApproves ??= await platform.PostRefusedAsync(Maker, $"/api/funding/appropriations/{id}/approve", new { });
        await platform.PostAsync(Approver, $"/api/funding/appropriations/{id}/approve", new { });
        tell.Done($"{year}年安排{Yuan(CapFen)}元,由另一人批准开立", $"{Yuan(CapFen)} yuan opened for {year} by a second person (ZS-03)");
        return id;
    }

    private async Task<string> ProposeAsync(Guid institution, Body body, string appropriation, long amountFen, DateOnly day) =>
        Key((await platform.PostAsync(Maker, "/api/funding/advances", Advance(institution, body, appropriation, amountFen, day)))["advance"]!);

    private async Task<Guid> ApproveAsync(string advance) =>
        (await platform.PostAsync(Approver, $"/api/funding/advances/{advance}/approve", new { }))["advance"]!["id"]!.GetValue<Guid>();

    private async Task PayAsync(int year, List<Guid> advances, DateOnly day)
    {
        var gathered = await platform.PostAsync(
            Maker, "/api/funding/payment-runs", new { programme = MoneyPath.Programme, fiscalYear = year, advanceIds = advances });
        var run = Key(gathered["run"]!);
        await platform.PostAsync(Approver, $"/api/funding/payment-runs/{run}/seal", new { });
        var results = advances.Select((advance, i) => new
        {
            advanceId = advance,
            outcome = "paid",
            on = Iso(day),
            bankReference = $"ZS{year}{i + 1:0000}",
        });
        await platform.PostAsync(Maker, $"/api/funding/payment-runs/{run}/results", new { results });
        tell.Done($"支付批次导出,银行回单:{advances.Count}笔已拨付", $"payment run exported, the bank paid {advances.Count}");
    }

    private async Task ReceiveAsync(long amountFen, string number)
    {
        var after = await platform.PostAsync(Maker, $"/api/funding/clawbacks/{facts.Clawback}/receipts", Receipt(amountFen, number));
        var left = after["clawback"]!["outstandingFen"]!.GetValue<long>();
        tell.Done($"缴款书{number}:收回{Yuan(amountFen)}元,未缴{Yuan(left)}元", $"{Yuan(amountFen)} yuan received, {Yuan(left)} outstanding (ZS-07)");
    }

    private static object Receipt(long amountFen, string number) => new { amountFen, receiptNumber = number, receivedOn = "2029-01-15" };

    private static object Advance(Guid institution, Body body, string appropriation, long amountFen, DateOnly day) => new
    {
        institutionId = institution,
        appropriationId = appropriation,
        amountFen,
        purpose = "产业创新中心建设与运行",
        allotmentNumber = $"舟财教〔{day.Year}〕6号",
        allottedOn = Iso(day),
        payeeAccount = "3309020104000" + body.Code[2..8],
        payeeName = body.Name,
    };

    private static string Key(JsonNode row) => row["id"]!.GetValue<string>();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Yuan with two decimals.</summary>
    public static string Yuan(long fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100:N0}.{fen % 100:00}");
}
