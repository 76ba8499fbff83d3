using System.Globalization;

namespace Demo;

/// <summary>An application up to its county's recommendation: ZS-09 … ZS-14, ZS-25; and the entry as under construction (ZS-30).</summary>
internal sealed class Filing(Stage stage)
{
    public const string Applications = "/api/registry/applications";

    private readonly Platform platform = stage.Platform;
    private readonly Narrator tell = stage.Tell;
    private readonly FiveYearsFacts facts = stage.Facts;
    private readonly Dictionary<string, int> lists = new(StringComparer.Ordinal);

    /// <summary>Each body applies, its county recommends it, the city enters it.</summary>
    public async Task EnterAllAsync(DateOnly day)
    {
        await stage.ChapterAsync(day, "申报、推荐、列入建设中", "application, recommendation, under construction");
        var applications = new List<(Body, string)>();
        foreach (var body in Body.All)
        {
            applications.Add((body, await ApplyAsync(body, Answers.Construction(body), null)));
        }

        await RecommendAsync(applications, day);
        foreach (var (body, application) in applications)
        {
            await EnterAsync(body, application, day);
        }
    }

    /// <summary>Each body applies for its recognition, and its county answers what only a person can find, and recommends it.</summary>
    public async Task ApplyForRecognitionAsync(IReadOnlyList<Body> bodies, DateOnly day)
    {
        var applications = new List<(Body, string)>();
        foreach (var body in bodies)
        {
            var application = await ApplyAsync(body, Answers.Recognition(body, day), facts.Institutions[body]);
            facts.Applications[body] = application;
            applications.Add((body, application));
            await JudgeAsync(body, application);
        }

        await RecommendAsync(applications, day);
    }

    /// <summary>A draft with every answer and file; handing it in is another step.</summary>
    public async Task<string> DraftAsync(Body body, Dictionary<string, object> answers, Guid? institution)
    {
        var draft = await platform.PostAsync(body.Operator, Applications, new { programme = FiveYears.Programme, institutionId = institution });
        var address = $"{Applications}/{draft["id"]}";
        var saved = await platform.PutAsync(body.Operator, address, Stage.Version(draft), new { answers });
        if (facts.Refusals.Count == 0)
        {
            // ZS-13: without the lead body's commitment nothing is handed in.
            await stage.RefuseAsync("no commitment", body.Operator, $"{address}/submit", new { }, Stage.Version(saved));
        }

        var all = answers["purpose"] is "recognition";
        foreach (var (field, name) in Answers.RecognitionFiles.Where(file => all || file.Key == "commitment"))
        {
            await platform.UploadAsync(
                body.Operator, $"{address}/attachments?field={field}", name, "application/pdf", Answers.Pdf($"{body.LeadBody} {body.ProjectName} {name} {draft["id"]}"));
        }

        return draft["id"]!.GetValue<string>();
    }

    private async Task<string> ApplyAsync(Body body, Dictionary<string, object> answers, Guid? institution)
    {
        var application = await DraftAsync(body, answers, institution);
        await platform.PostAsync(body.Operator, $"{Applications}/{application}/submit", new { }, await VersionAsync(body.Operator, application));
        tell.Done($"{body.Name}提交申请，{body.LeadBody}签署诚信承诺书", $"{body.En} applies, with its lead body's commitment (ZS-13, ZS-25)");
        return application;
    }

    // ZS-10…12: "sound", "stable", "good" are for a person to find; nothing is recommended before.
    private async Task JudgeAsync(Body body, string application)
    {
        var address = $"{Applications}/{application}";
        var examined = await platform.GetAsync(body.Reviewer, address);
        var (all, forPerson) = (examined["examination"]!.AsArray(), examined["examination"]!.AsArray().Where(c => c!["verdict"]!.GetValue<string>() == "needs-person").ToList());
        foreach (var condition in forPerson)
        {
            await platform.PostAsync(
                body.Reviewer,
                $"{address}/examination/{condition!["condition"]}",
                new { met = true, reason = "现场核查并查验原件，符合要求。" },
                await VersionAsync(body.Reviewer, application));
        }

        tell.Done(
            $"{body.DistrictName}科技局审查{all.Count}项认定条件，其中{forPerson.Count}项由人认定",
            $"{all.Count} conditions examined, {forPerson.Count} of them answered by a person (ZS-09…12)");
    }

    private async Task RecommendAsync(IReadOnlyList<(Body Body, string Application)> applications, DateOnly day)
    {
        foreach (var county in applications.GroupBy(pair => pair.Body.Reviewer, StringComparer.Ordinal))
        {
            var lines = new List<object>();
            foreach (var (_, application) in county)
            {
                lines.Add(new { id = application, version = await VersionAsync(county.Key, application) });
            }

            var body = county.First().Body;
            lists[body.District] = lists.GetValueOrDefault(body.District) + 1;
            var number = string.Create(CultureInfo.InvariantCulture, $"{body.DistrictName[..^1]}科〔{day.Year}〕{lists[body.District]}号");
            await platform.PostAsync(
                county.Key,
                "/api/registry/recommendation-lists",
                new { programme = FiveYears.Programme, documentNumber = number, issuedOn = Stage.Iso(day), applications = lines });
            tell.Done($"{body.DistrictName}科技局以{number}推荐{lines.Count}家", $"{body.District} recommends {lines.Count} by a numbered list (ZS-14)");
        }
    }

    private async Task EnterAsync(Body body, string application, DateOnly day)
    {
        var decision = new { documentNumber = $"舟科〔2026〕{facts.Institutions.Count + 1}号", decidedOn = Stage.Iso(day) };
        var entered = await platform.PostAsync(
            "zs-city", $"{Applications}/{application}/enter-construction", decision, await VersionAsync("zs-city", application));
        facts.Institutions[body] = entered["id"]!.GetValue<Guid>();
        tell.Done($"市科技局以{decision.documentNumber}将{body.ProjectName}列入建设中", $"the city enters {body.En} as under construction (ZS-30)");
    }

    public async Task<long> VersionAsync(string user, string application) => Stage.Version(await platform.GetAsync(user, $"{Applications}/{application}"));
}
