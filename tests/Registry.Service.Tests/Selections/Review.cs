using System.Text.Json.Nodes;
using Registry.Tests.Hosting;
using Shouldly;
using Testing.Hosting;
using Testing.Identity;

namespace Registry.Tests.Selections;

/// <summary>An expert who has enrolled.</summary>
internal sealed record Reviewer(Person Person, Guid Id, string Subject);

/// <summary>Applications for recognition and their review, through the API alone.</summary>
internal sealed class Review(ServiceHost host)
{
    private static readonly string[] Attached = ["constructionPlan", "organisationRules", "strengthEvidence", "complianceEvidence"];

    private static readonly string[] Functions =
        ["research-and-development", "proof-of-concept", "pilot-testing", "commercialisation", "investment-and-incubation", "ip-management"];

    private static readonly string[] Texts =
    [
        "cooperationBasis", "influence", "leadingTalent", "environmentStatement", "fireStatement", "safetyStatement", "secrecyStatement",
        "integrityStatement", "ethicsStatement",
    ];

    /// <summary>Opens and concludes.</summary>
    public Person Chair { get; } = Person.City(host, name: "chair");

    /// <summary>Decides on the list.</summary>
    public Person Decider { get; } = Person.City(host, name: "decider");

    /// <summary>An application for recognition with nothing missing, as a draft.</summary>
    public async Task<Journey> DraftedAsync(string track = "directed", Action<JsonObject>? change = null, Journey? body = null, Guid? institution = null)
    {
        body ??= new Journey(host);
        Fill(body.Answers, track);
        change?.Invoke(body.Answers);
        await body.DraftAsync(institution: institution);
        foreach (var field in Attached)
        {
            (await body.AttachAsync(field, $"{field}.pdf")).Accepted();
        }

        return body;
    }

    public async Task<Journey> SubmittedAsync(string track = "directed", Action<JsonObject>? change = null, Journey? body = null, Guid? institution = null)
    {
        var drafted = await DraftedAsync(track, change, body, institution);
        (await drafted.SubmitAsync()).Accepted();
        return drafted;
    }

    public async Task<Journey> RecommendedAsync(string track = "directed", Action<JsonObject>? change = null)
    {
        var body = await SubmittedAsync(track, change);
        await AnswerAllAsync(body);
        (await body.RecommendAsync()).Accepted();
        return body;
    }

    /// <summary>A person's word on one condition.</summary>
    public static async Task<Reply> AnswerAsync(Journey body, Person by, string condition, bool met = true, string reason = "已现场核实,材料属实") =>
        await by.PostAsync($"{body.Path}/examination/{condition}", new { met, reason }, (await body.SeenByAsync(by)).ETag);

    /// <summary>The county's yes to all that waits for a person.</summary>
    public static async Task AnswerAllAsync(Journey body)
    {
        foreach (var condition in Conditions(await body.SeenByAsync(body.District)).Where(c => c["verdict"]!.GetValue<string>() == "needs-person"))
        {
            (await AnswerAsync(body, body.District, condition["condition"]!.GetValue<string>())).Accepted();
        }
    }

    public static IReadOnlyList<JsonNode> Conditions(Reply application) => [.. application.Accepted().Json["examination"]!.AsArray().Select(c => c!)];

    public static JsonNode Condition(Reply application, string name) => Conditions(application).Single(c => c["condition"]!.GetValue<string>() == name);

    /// <summary>An expert of an organisation that has no part in anything, unless told otherwise.</summary>
    public async Task<Reviewer> EnrolledAsync(string? organisationCode = null, string? organisationName = null, string? subject = null, string[]? roles = null)
    {
        subject ??= $"expert-{Guid.CreateVersion7():N}";
        var person = Person.Of(host, new TestUser(subject, roles ?? ["expert"], "zhoushan"));
        var request = new { organisationCode = organisationCode ?? Papers.NewOrganisation(), organisationName = organisationName ?? "浙江海洋大学", fields = new[] { "ships-and-offshore" } };
        return new Reviewer(person, (await person.PostAsync("/experts", request)).Accepted().Id, subject);
    }

    public async Task<Reviewer[]> EnrolledAsync(int count)
    {
        var experts = new List<Reviewer>();
        while (experts.Count < count)
        {
            experts.Add(await EnrolledAsync());
        }

        return [.. experts];
    }

    /// <summary>The request that opens a review of these in the versions that the chair sees.</summary>
    public async Task<JsonObject> RequestAsync(IEnumerable<Journey> bodies, IEnumerable<Reviewer> experts, string track = "directed", int? places = null)
    {
        var applications = new JsonArray();
        foreach (var body in bodies)
        {
            var seen = (await body.SeenByAsync(Chair)).Accepted();
            applications.Add(new JsonObject { ["id"] = seen.Id, ["version"] = seen.Version });
        }

        return new JsonObject
        {
            ["programme"] = "zhoushan-innovation-centres",
            ["track"] = track,
            ["title"] = "2026年度综合评审",
            ["places"] = places,
            ["applications"] = applications,
            ["experts"] = new JsonArray([.. experts.Select(e => new JsonObject { ["expertId"] = e.Id })]),
        };
    }

    public async Task<Reply> OpenAsync(IEnumerable<Journey> bodies, IEnumerable<Reviewer> experts, string track = "directed", int? places = null) =>
        await Chair.PostAsync("/selections", await RequestAsync(bodies, experts, track, places));

    /// <summary>The expert's own sheet about this application.</summary>
    public static async Task<JsonNode> SheetAsync(Reviewer expert, Journey body) =>
        (await expert.Person.GetAsync("/score-sheets?limit=200")).Accepted().Json["items"]!.AsArray()
            .Select(sheet => sheet!)
            .Single(sheet => sheet["applicationId"]!.GetValue<Guid>() == body.Id);

    public static async Task<Reply> ScoreAsync(Reviewer expert, Journey body, int score, bool meetsConditions = true, string justification = "基础扎实,方案可行,团队完整") =>
        await ActAsync(expert.Person, await SheetAsync(expert, body), "score", new { score, meetsConditions, justification });

    public static async Task<Reply> RecuseAsync(Reviewer expert, Journey body, string reason = "与项目负责人有师生关系") =>
        await ActAsync(expert.Person, await SheetAsync(expert, body), "recuse", new { reason });

    public static Task<Reply> ActAsync(Person person, JsonNode sheet, string act, object request) =>
        person.PostAsync($"/score-sheets/{sheet["id"]}/{act}", request, $"\"{sheet["version"]}\"");

    /// <summary>Each expert's score of each application, one row for each application.</summary>
    public static async Task ScoreAllAsync(IReadOnlyList<Reviewer> experts, IReadOnlyList<(Journey Body, int[] Scores)> rows)
    {
        foreach (var (body, scores) in rows)
        {
            scores.Length.ShouldBe(experts.Count);
            for (var i = 0; i < scores.Length; i++)
            {
                (await ScoreAsync(experts[i], body, scores[i])).Accepted();
            }
        }
    }

    public Task<Reply> SeenAsync(Guid selection, Person? by = null) => (by ?? Chair).GetAsync($"/selections/{selection}");

    public async Task<Reply> ConcludeAsync(Guid selection, Person? by = null) =>
        await (by ?? Chair).PostAsync($"/selections/{selection}/conclude", new { }, (await SeenAsync(selection, by)).ETag);

    public async Task<Reply> DecideAsync(Guid selection, Person? by = null, object? request = null) =>
        await (by ?? Decider).PostAsync($"/selections/{selection}/decide", request ?? Decision(), (await SeenAsync(selection, by ?? Decider)).ETag);

    /// <summary>The city's decision of today, striking these.</summary>
    public static object Decision(params Journey[] struck) => new
    {
        documentNumber = Journey.NewNumber(),
        decidedOn = Journey.Today,
        strike = struck.Select(body => new { applicationId = body.Id, reason = "与现有中心布局重复" }),
    };

    /// <summary>What a review has made of an application.</summary>
    public static JsonNode Entry(Reply selection, Journey body) =>
        selection.Accepted().Json["entries"]!.AsArray().Single(entry => entry!["applicationId"]!.GetValue<Guid>() == body.Id)!;

    private static void Fill(JsonObject answers, string track)
    {
        (answers["purpose"], answers["track"]) = ("recognition", track);
        (answers["centreName"], answers["centreCode"]) = ("舟山船舶创新中心有限公司", Papers.NewOrganisation());
        (answers["jointlyBuilt"], answers["dishonestActsExist"]) = (false, false);
        answers["functions"] = new JsonArray([.. Functions.Select(function => new JsonObject { ["function"] = function, ["evidence"] = "见附件" })]);
        (answers["stableFundsFen"], answers["rdSpendFen"], answers["ownIncomeFen"]) = (500_000_000, 300_000_000, 120_000_000);
        foreach (var field in Texts)
        {
            answers[field] = "情况说明";
        }
    }
}
