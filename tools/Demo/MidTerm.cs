namespace Demo;

/// <summary>The mid-term evaluation of the zone's three cities by a third party: HB-13.</summary>
internal sealed class MidTerm(Stage stage)
{
    private const string Province = "hb-city";
    private const string Evaluator = "hb-evaluator";
    private const int Year = 2023;

    private static readonly (string Name, string Code, string Grade)[] Cities =
    [
        ("武汉市人民政府", "114201000113400104", "excellent"), ("襄阳市人民政府", "11420600011340010X", "good"), ("宜昌市人民政府", "11420500011340010Q", "good"),
    ];

    private readonly Platform platform = stage.Platform;

    /// <summary>Opened for units that are named, graded by the third party, published together.</summary>
    public async Task EvaluateAsync(DateOnly day)
    {
        var opened = await platform.PostAsync(Province, "/api/reporting/evaluation-rounds", new
        {
            programme = HubeiZone.Programme,
            year = Year,
            documentNumber = $"鄂科评〔{day.Year}〕2号",
            thirdPartyName = "湖北某科技评估中心",
            thirdPartyCode = "91420106MA4F0A71X0",
            evaluation = "mid-term-evaluation",
            bodies = Cities.Select(city => new { name = city.Name, code = city.Code }),
        });
        foreach (var evaluation in opened["evaluations"]!.AsArray())
        {
            var (_, _, grade) = Cities.Single(city => city.Name == evaluation!["institutionName"]!.GetValue<string>());
            await platform.PostAsync(
                Evaluator, $"/api/reporting/evaluations/{Stage.Id(evaluation!)}/grade", new { grade, justification = "依据指标和任务进展综合评定。" }, Stage.Version(evaluation!));
        }

        var round = $"/api/reporting/evaluation-rounds/{Stage.Id(opened["round"]!)}";
        var evaluations = (await platform.GetAsync(Province, round))["evaluations"]!.AsArray().Select(e => new { id = Stage.Id(e!), version = Stage.Version(e!) });
        var published = await platform.PostAsync(Province, $"{round}/publish", new { documentNumber = $"鄂科评〔{day.Year}〕3号", evaluations });
        var count = published["round"]!["published"];
        stage.Tell.Done($"示范区建设中期评估：第三方评估{count}个市，一并公布", $"the zone's mid-term evaluation: a third party evaluates {count} cities, published together (HB-13)");
    }
}
