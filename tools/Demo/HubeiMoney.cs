using System.Text.Json.Nodes;

namespace Demo;

/// <summary>Hubei's claims: a tenth of what a company paid for a result, up to its ceiling and each payment once; sales; an award (HB-04, HB-15, HB-16).</summary>
internal sealed class HubeiMoney(Stage stage)
{
    private readonly Treasury treasury = new(stage, HubeiZone.Programme, "hb-maker", "hb-approver");
    private readonly Claiming claiming = new(stage, HubeiZone.Programme, "hb-operator", HubeiAnswers.WuhanName, "4201020104000123");

    /// <summary>Plays it from a day on.</summary>
    public async Task PlayAsync(DateOnly day)
    {
        await stage.ChapterAsync(day, "湖北：购买科技成果补助，单个企业上限，同一支付只补一次", "Hubei: a tenth of what was paid for a result, up to the company's ceiling, each payment once");
        await treasury.OpenAsync(day, 500_000_000, $"鄂财教〔{day.Year}〕12号");
        await PurchaseAsync(day, "00332101", 60_000_019, "10%,舍去分以下", "10 %, down to the fen");
        var again = await HandInPurchaseAsync(day, "332101", 60_000_019);
        await treasury.RefuseAssessmentAsync("the same payment under another spelling", again);
        await treasury.TurnDownAsync(again, "该笔支付已获补助，同一支付不重复补助。");
        await PurchaseAsync(day, "00332102", 1_200_000_000, "10%超出单个企业上限，只补余额", "10 % is above the company's ceiling, so that the rest of it");

        var decided = day.AddDays(4);
        await stage.ChapterAsync(decided, "湖北：销售补贴比例由省科技厅决定；入库项目销售补贴；高企奖补", "Hubei: the department decides the ratio on sales; a library project's sales; an award");
        var sales = await claiming.HandInAsync("project-sales", HubeiAnswers.Sales(decided), ["salesEvidence"]);
        await treasury.RefuseAssessmentAsync("a subsidy whose ratio is not decided", sales);
        await new HubeiRatio(stage).DecideAsync(decided);

        var paid = decided.AddDays(1);
        await stage.OnAsync(paid);
        var subsidised = await treasury.AssessAsync(sales);
        await treasury.DecideAsync("high-tech-recognition", paid.Year, $"鄂科规〔{paid.Year}〕4号", decided, ("first", 10_000_000, null), ("renewed", 5_000_000, null));
        var award = await treasury.AssessAsync(await claiming.HandInAsync("high-tech-recognition", HubeiAnswers.Recognition(decided), ["certificate"]));
        await treasury.PayClaimsAsync(paid, subsidised, award);
        stage.Tell.Done(
            $"入库项目销售补贴{Due(subsidised)}元（3%），高新技术企业首次认定奖补{Due(award)}元，两人办理支付",
            $"{Due(subsidised)} yuan on sales at 3 % (HB-15) and {Due(award)} yuan for a first recognition (HB-16) are paid by two persons");
    }

    private async Task PurchaseAsync(DateOnly day, string invoice, long paidFen, string zh, string en)
    {
        var assessed = await treasury.AssessAsync(await HandInPurchaseAsync(day, invoice, paidFen));
        await treasury.PayClaimsAsync(day, assessed);
        var room = (await stage.Platform.GetAsync("hb-maker", $"/api/funding/claims/{Stage.Id(assessed["claim"]!)}"))["room"]!;
        var left = Stage.Yuan(room["leftFen"]!.GetValue<long>());
        stage.Tell.Done(
            $"购买成果实付{Stage.Yuan(paidFen)}元，补助{Due(assessed)}元（{zh}）；该企业上限尚余{left}元",
            $"{Stage.Yuan(paidFen)} yuan paid for a result, {Due(assessed)} yuan due ({en}); {left} yuan left below the ceiling (HB-04)");
    }

    private Task<JsonNode> HandInPurchaseAsync(DateOnly day, string invoice, long paidFen) => claiming.HandInAsync(
        "technology-purchase", HubeiAnswers.Purchase(day, invoice, paidFen), ["contract", "useEvidence"], ("paymentEvidence", invoice));

    private static string Due(JsonNode claim) => Stage.Yuan(claim["claim"]!["dueFen"]!.GetValue<long>());
}
