using System.Globalization;
using System.Text.Json.Nodes;
using Testing.Hosting;
using Testing.Identity;

namespace Registry.Tests.Hosting;

/// <summary>Brings applications for recognition through review, decision, notice and announcement, through the API alone.</summary>
internal sealed class Recognising(TimedHost host, string jurisdiction = "zhoushan")
{
    private const int Experts = 3;
    private static readonly string[] Attached = ["constructionPlan", "organisationRules", "strengthEvidence", "complianceEvidence"];
    private static int fields;

    private readonly string run = $"{Guid.CreateVersion7():N}"[^8..];

    /// <summary>Opens and concludes reviews, posts notices, announces.</summary>
    public Person Chair { get; } = Person.City(host.Service, jurisdiction, "chair");

    /// <summary>Decides on lists.</summary>
    public Person Decider { get; } = Person.City(host.Service, jurisdiction, "decider");

    /// <summary>Somebody without login.</summary>
    public Person Anybody { get; } = new(host.Service.Anonymous(), host.Service);

    private ServiceHost Service => host.Service;

    /// <summary>A word for a name that no other test uses: letters only.</summary>
    public static string NewField() =>
        "船舶" + string.Concat(Interlocked.Increment(ref fields).ToString(CultureInfo.InvariantCulture).Select(digit => "零一二三四五六七八九"[digit - '0']));

    /// <summary>An application for recognition, on a recommendation list.</summary>
    public async Task<Journey> RecommendedAsync(Guid? institution = null, Journey? builder = null, Action<JsonObject>? change = null)
    {
        var body = builder ?? new Journey(Service);
        Recognition(body.Answers);
        change?.Invoke(body.Answers);
        await body.DraftAsync(institution: institution);
        foreach (var field in Attached)
        {
            (await body.AttachAsync(field, $"{field}.pdf")).Accepted();
        }

        (await body.SubmitAsync()).Accepted();
        await AnswerAsync(body);
        (await body.RecommendAsync(on: host.Today)).Accepted();
        return body;
    }

    /// <summary>A person's yes to every condition that waits for one.</summary>
    public static async Task AnswerAsync(Journey body)
    {
        var seen = (await body.SeenByAsync(body.District)).Accepted();
        foreach (var condition in seen.Json["examination"]!.AsArray().Where(c => c!["verdict"]!.GetValue<string>() == "needs-person"))
        {
            var etag = (await body.SeenByAsync(body.District)).ETag;
            (await body.District.PostAsync($"{body.Path}/examination/{condition!["condition"]}", new { met = true, reason = "已核对材料,情况属实" }, etag)).Accepted();
        }
    }

    /// <summary>A selection of these, scored and concluded: a proposal list.</summary>
    public async Task<Reply> ConcludedAsync(params Journey[] bodies)
    {
        var experts = await EnrolAsync();
        var seen = await Task.WhenAll(bodies.Select(body => body.SeenByAsync(Chair)));
        var opened = (await Chair.PostAsync("/selections", new
        {
            programme = bodies[0].Programme,
            track = bodies[0].Answers["track"]?.GetValue<string>(),
            title = "综合评审",
            applications = seen.Select(reply => new { id = reply.Accepted().Id, version = reply.Version }),
            experts = experts.Select(expert => new { expertId = expert.Id }),
        })).Accepted();
        foreach (var (person, _) in experts)
        {
            foreach (var sheet in (await person.GetAsync("/score-sheets")).Accepted().Json["items"]!.AsArray())
            {
                (await person.PostAsync(
                    $"/score-sheets/{sheet!["id"]}/score",
                    new { score = 90, meetsConditions = true, justification = "条件齐备,基础扎实,方案可行" },
                    $"\"{sheet["version"]}\"")).Accepted();
            }
        }

        var current = (await Chair.GetAsync($"/selections/{opened.Id}")).Accepted();
        return (await Chair.PostAsync($"/selections/{opened.Id}/conclude", new { }, current.ETag)).Accepted();
    }

    /// <summary>The city's decision on their proposal list (ZS-26).</summary>
    public async Task<Reply> DecidedAsync(params Journey[] bodies)
    {
        var concluded = await ConcludedAsync(bodies);
        return (await Decider.PostAsync($"/selections/{concluded.Id}/decide", new { documentNumber = Journey.NewNumber(), decidedOn = host.Today }, concluded.ETag)).Accepted();
    }

    /// <summary>Posts a decided list today.</summary>
    public Task<Reply> PostAsync(Reply selection, string? number = null) =>
        Chair.PostAsync("/notices", new { selectionId = selection.Id, documentNumber = number ?? Journey.NewNumber(), postedOn = host.Today });

    /// <summary>A notice of these bodies, posted today.</summary>
    public async Task<Reply> PostedAsync(params Journey[] bodies) => (await PostAsync(await DecidedAsync(bodies))).Accepted();

    /// <summary>Somebody objects.</summary>
    public Task<Reply> ObjectAsync(Reply notice, Journey body, string name = "王某某") =>
        Anybody.PostAsync(
            $"/public/notices/{notice.Id}/objections",
            new { applicationId = body.Id, name, contact = $"1380580{run[..4]}", statement = "该单位申报材料所列中试线并未建成" });

    /// <summary>Announces bodies of a notice, each with a field of its own.</summary>
    public Task<Reply> AnnounceAsync(Reply notice, DateOnly issuedOn, params Journey[] bodies) =>
        AnnounceAsync(notice, issuedOn, [.. bodies.Select(body => (body, NameField(body)))]);

    /// <summary>Announces bodies of a notice.</summary>
    public Task<Reply> AnnounceAsync(Reply notice, DateOnly issuedOn, (Journey Body, string? Field)[] bodies, string? number = null) =>
        Chair.PostAsync("/announcements", new
        {
            noticeId = notice.Id,
            documentNumber = number ?? Journey.NewNumber(),
            issuedOn,
            centres = bodies.Select(line => new { applicationId = line.Body.Id, field = line.Field }),
        });

    /// <summary>What stands for ×× in the name, where the pack has a form of name.</summary>
    private static string? NameField(Journey body) =>
        Programme.Of(body.Programme).Pack.Parameters.Any(parameter => parameter.Name == "recognised-name-form") ? NewField() : null;

    private static void Recognition(JsonObject answers)
    {
        var centre = Papers.NewOrganisation();
        answers["purpose"] = "recognition";
        answers["projectName"] = $"船舶创新中心认定{centre[^8..]}";
        answers["centreName"] = $"舟山船舶创新中心有限公司{centre[^8..]}";
        answers["centreCode"] = centre;
        answers["jointlyBuilt"] = false;
        answers["functions"] = new JsonArray([.. Functions.Select(function => (JsonNode)new JsonObject { ["function"] = function, ["evidence"] = "见佐证材料" })]);
        (answers["stableFundsFen"], answers["rdSpendFen"], answers["ownIncomeFen"]) = (500_000_000, 200_000_000, 100_000_000);
        foreach (var field in Texts)
        {
            answers[field] = "详见申报材料";
        }

        answers["dishonestActsExist"] = false;
    }

    private static readonly string[] Functions =
        ["research-and-development", "proof-of-concept", "pilot-testing", "commercialisation", "investment-and-incubation", "ip-management"];

    private static readonly string[] Texts =
    [
        "cooperationBasis", "influence", "leadingTalent", "environmentStatement", "fireStatement", "safetyStatement", "secrecyStatement",
        "integrityStatement", "ethicsStatement",
    ];

    private async Task<List<(Person Person, Guid Id)>> EnrolAsync()
    {
        var enrolled = new List<(Person, Guid)>();
        var field = Programme.All.First(programme => programme.Jurisdiction == jurisdiction).Pack.Categories[0].Key;
        for (var i = 0; i < Experts; i++)
        {
            var person = Person.Of(Service, new TestUser($"expert-{Guid.CreateVersion7():N}", ["expert"], jurisdiction));
            var code = Papers.NewOrganisation();
            enrolled.Add((person, (await person.PostAsync("/experts", new { organisationCode = code, organisationName = "浙江海洋大学", fields = new[] { field } })).Accepted().Id));
        }

        return enrolled;
    }
}
