namespace Demo;

/// <summary>More bodies of Ezhou, filed as the first ones were: EO-07, EI-03, EI-13.</summary>
internal sealed class NewBodies(Stage stage, ReportingFacts facts)
{
    private const string Recorder = "ez-city";
    private const string Confirmer = "ez-city-2";

    private static readonly New[] Centres =
    [
        new("ez-operator-2", "ez-district-gedian", "gedian", "葛店深圳离岸科创中心", EzhouAnswers.CarrierName, EzhouAnswers.CarrierCode, "广东省深圳市"),
        new("ez-operator-3", "ez-district-linkong", "linkong", "临空苏州离岸科创中心", EzhouAnswers.HostName, EzhouAnswers.HostCode, "江苏省苏州市"),
    ];

    private static readonly New[] Incubators =
    [
        new("ez-operator", "ez-district", "echeng", "鄂城滨江科技企业孵化器", "鄂州离岸科创中心运营公司", EzhouAnswers.OperatingCode, ""),
        new("ez-operator-3", "ez-district-linkong", "linkong", "临空泰富广场孵化器", EzhouAnswers.HostName, EzhouAnswers.HostCode, ""),
    ];

    private sealed record New(string Operator, string Reviewer, string District, string Name, string Applicant, string Code, string Place);

    /// <summary>Files two centres by case-by-case decisions and two carriers.</summary>
    public async Task FileAsync(DateOnly day)
    {
        var offshore = await stage.RowsAsync(Recorder, $"/api/registry/institutions?programme={EzhouOffshore.Programme}&standing=filed");
        var ids = new List<Guid> { Guid.Parse(Stage.Id(offshore.Single())) };
        foreach (var (index, centre) in Centres.Index())
        {
            ids.Add(await FileCentreAsync(centre, index + 1, day));
        }

        facts.Offshore = (ids[0], ids[1], ids[2]);
        facts.Carriers["gedian"] = Guid.Parse(Stage.Id((await stage.RowsAsync(Recorder, $"/api/registry/institutions?programme={Carriers.Programme}")).Single()));
        foreach (var (index, incubator) in Incubators.Index())
        {
            facts.Carriers[incubator.District] = await FileCarrierAsync(incubator, index + 1, day);
        }

        stage.Tell.Done($"离岸科创中心在册{ids.Count}家，孵化载体{facts.Carriers.Count}家", $"{ids.Count} offshore centres and {facts.Carriers.Count} carriers are on the register now (EO-07, EI-13)");
    }

    private async Task<Guid> FileCentreAsync(New centre, int number, DateOnly day)
    {
        var applying = new Applying(stage, EzhouOffshore.Programme);
        var answers = EzhouAnswers.Regional(day, centre.Name, centre.District, centre.Applicant, centre.Code, centre.Place);
        var application = await applying.DraftAsync(centre.Operator, answers, EzhouAnswers.RegionalFiles);
        await applying.SubmitAsync(centre.Operator, application);
        await applying.RecommendAsync(centre.Reviewer, application, $"{centre.Name[..2]}科〔{day.Year}〕1号", day);
        var filed = await applying.FileByCaseAsync(
            Recorder, Confirmer, application, centre.Applicant, centre.Code, $"鄂州科创专议〔{day.Year}〕{number}号", $"鄂科备〔{day.Year}〕{number}号", day);
        return Guid.Parse(Stage.Id(filed));
    }

    private async Task<Guid> FileCarrierAsync(New carrier, int number, DateOnly day)
    {
        var applying = new Applying(stage, Carriers.Programme);
        var answers = EzhouAnswers.Carrier(carrier.Name, carrier.District, carrier.Applicant, carrier.Code, floorArea: 5_000, companies: 20);
        var application = await applying.DraftAsync(carrier.Operator, answers, EzhouAnswers.CarrierFiles);
        await applying.SubmitAsync(carrier.Operator, application);
        await applying.RecommendAsync(carrier.Reviewer, application, $"{carrier.Name[..2]}孵〔{day.Year}〕1号", day);
        return Guid.Parse(await applying.FileAsync(Confirmer, application, $"鄂州科函〔{day.Year}〕{number}号", day));
    }
}
