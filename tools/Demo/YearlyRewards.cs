namespace Demo;

/// <summary>What the other bureaus reward a year later: evaluated by a third party or listed by document, decided on, paid (HB-06, SD-08, EI-10).</summary>
/// <param name="platform">The platform.</param>
/// <param name="tell">Who tells it.</param>
public sealed class YearlyRewards(Platform platform, Narrator tell)
{
    private static readonly DateOnly Day = new(2033, 3, 7);

    private readonly Stage stage = new(platform, tell, new FiveYearsFacts());

    /// <summary>Plays it once, after the stories of the bodies that are rewarded.</summary>
    public async Task PlayAsync()
    {
        if (await platform.TodayAsync() >= Day)
        {
            return;
        }

        await stage.ChapterAsync(Day, "年度奖励：湖北中试基地、上党飞地、鄂州孵化载体", "yearly rewards: Hubei's pilot base, Shangdang's enclave, Ezhou's carrier");
        await EvaluateAsync("hb", HubeiZone.Programme, "湖北某科技评估中心", "91420106MA4F0A71X0");
        await EvaluateAsync("sd", Enclaves.Programme, "山西某科技评估中心", "91140404MA0K2H5P35");
        await stage.OnAsync(Day.AddDays(1));

        await RewardAsync("hb", HubeiZone.Programme, "pilot-base-reward", "excellent", 50_000_000, "鄂财教〔2033〕9号", "4201020104000123", "中试研究基地奖补", "a pilot base (HB-06)");
        await RewardAsync("sd", Enclaves.Programme, "enclave-reward", "excellent", 30_000_000, "上党财〔2033〕5号", "1404040104000123", "科创飞地年度奖励", "an enclave (SD-08)");
        await RewardAsync("ez", Carriers.Programme, "carrier-reward", null, 20_000_000, "鄂州财教〔2033〕3号", "4207040104000123", "孵化载体奖励", "a carrier (EI-10)", new { payer = "district", amountFen = 10_000_000 });
    }

    private async Task EvaluateAsync(string bureau, string programme, string thirdPartyName, string thirdPartyCode)
    {
        var (city, year) = ($"{bureau}-city", Day.Year - 1);
        var documentNumber = $"{thirdPartyName[..2]}评〔{Day.Year}〕1号";
        var opened = await platform.PostAsync(city, "/api/reporting/evaluation-rounds", new { programme, year, thirdPartyName, thirdPartyCode, documentNumber });
        foreach (var evaluation in opened["evaluations"]!.AsArray())
        {
            var address = $"/api/reporting/evaluations/{Stage.Id(evaluation!)}";
            var graded = await platform.PostAsync(
                $"{bureau}-evaluator", $"{address}/grade", new { grade = "excellent", justification = "依据年度报告与现场核查综合评定。" }, Stage.Version(evaluation!));
            await platform.PostAsync(city, $"{address}/publish", new { documentNumber }, Stage.Version(graded));
            tell.Done($"{thirdPartyName}评价{evaluation!["institutionName"]}{year}年度：优秀", $"a third party finds {year} excellent");
        }
    }

    // By grade where the plan rewards grades; by body, each with the document's item that names it, where it lists them (EI-10).
    private async Task RewardAsync(
        string bureau, string programme, string award, string? grade, long fen, string documentNumber, string payeeAccount, string zh, string en, params IReadOnlyList<object> shares)
    {
        var treasury = new Treasury(stage, programme, $"{bureau}-maker", $"{bureau}-approver");
        var today = Day.AddDays(1);
        var account = (await stage.RowsAsync($"{bureau}-maker", $"/api/funding/accounts?programme={programme}"))[0];
        var body = account["institutionId"]!.GetValue<string>();
        await treasury.OpenAsync(today, 200_000_000, $"{documentNumber[..^2]}1号");
        var decision = await treasury.DecideAsync(
            award, Day.Year - 1, documentNumber, today, (grade ?? body, fen, grade is null ? "鄂州政规〔2022〕3号第5条" : null));
        await treasury.RewardAsync(today, decision, body, account["implementingBodyName"]!.GetValue<string>(), payeeAccount, shares);
        tell.Done($"{zh}{Stage.Yuan(fen)}元：{documentNumber}由两人登记确认，两人办理支付", $"{Stage.Yuan(fen)} yuan to {en}: decided and paid, each by two persons");
    }
}
