using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Contracts.Registry;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.Evaluations.Scored;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Evaluations;

public sealed class ScoredRoundTests
{
    private const string March2027 = "2027-03-01T09:00:00+08:00";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Experts_score_blindly_and_the_city_concludes_moderates_publishes_and_corrects(DatabaseProvider provider)
    {
        await using var neighbours = await StandInNeighbours.StartAsync();
        neighbours.Experts.AddRange(Experts.Select(user => Enrolled(user)));
        await using var reporting = await StartAsync(provider, March2027, neighbours: neighbours.Address);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Scored.Pack(Offshore));
        await reporting.TellAsync(Filed(body, "上海离岸科创中心"));
        var round = await reporting.OpenScoredAsync();
        var appointed = await reporting.DoneAsync(Arranger, $"/evaluation-rounds/{round["round"]!.Id()}/experts", Appointed(), round["round"]!.Version());

        await reporting.ScoreAsync(Experts[0], body, Score(60));
        await reporting.ScoreAsync(Experts[1], body, Score(60, ("research", 61)));
        var early = await reporting.RefusedAsync(Arranger, $"/evaluation-rounds/{round["round"]!.Id()}/conclude", new { }, appointed["round"]!.Version());
        await BlindAsync(reporting, round, body);
        await reporting.ScoreAsync(Experts[2], body, Score(60, ("services", 59)));
        var concluded = await reporting.DoneAsync(Arranger, $"/evaluation-rounds/{round["round"]!.Id()}/conclude", new { }, appointed["round"]!.Version());

        (early.Code, early.Inputs["missing"]!.AsArray().ShouldHaveSingleItem()!["expert"]!.GetValue<string>()).ShouldBe(("scores-missing", "专家3"));
        var evaluation = concluded.EvaluationOf(body);
        // 60.00, 60.25 and 59.85 are 60.03 in the mean, half-even.
        (evaluation["score"]!.GetValue<int>(), evaluation.Word("grade"), evaluation.Word("status")).ShouldBe((6003, "pass", "graded"));
        var late = await reporting.RefusedAsync(Experts[0], $"/score-sheets/{(await reporting.SheetAsync(Experts[0], body)).Id()}/score", Score(90), (await reporting.SheetAsync(Experts[0], body)).Version());
        late.Code.ShouldBe("scores-locked");

        var published = await PublishModeratedAsync(reporting, evaluation);
        await CorrectAsync(reporting, published, body);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task A_sheet_that_is_not_whole_or_out_of_range_is_refused_and_nothing_is_lost()
    {
        await using var neighbours = await StandInNeighbours.StartAsync();
        neighbours.Experts.AddRange(Experts.Select(user => Enrolled(user)));
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, March2027, neighbours: neighbours.Address);
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Scored.Pack(Offshore));
        await reporting.TellAsync(Filed(body, "上海离岸科创中心"));
        var round = await reporting.OpenScoredAsync();
        await reporting.DoneAsync(Arranger, $"/evaluation-rounds/{round["round"]!.Id()}/experts", Appointed(), round["round"]!.Version());
        var scored = await reporting.ScoreAsync(Experts[0], body, Score(70));

        (await SendAsync(Line("research", "80"))).ShouldBe("indicators-missing");
        (await SendAsync(Line("luck", "80"))).ShouldBe("bad-input");
        foreach (var (score, code) in new[] { ("NaN", null), ("60.5", null), ("140", "bad-input"), ("-1", "bad-input") })
        {
            var refused = await SendAsync([.. Indicators.SelectMany(i => Line(i, score))]);
            refused.ShouldBe(code ?? refused, score);
        }

        (await reporting.SheetAsync(Experts[0], body))["total"]!.GetValue<int>().ShouldBe(7000);

        static string[] Line(string indicator, string score) => [$"{{\"indicator\":\"{indicator}\",\"score\":{score},\"justification\":\"依据年度报告。\"}}"];

        async Task<string> SendAsync(string[] lines)
        {
            using var client = reporting.Host.As(Experts[0]);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reporting/score-sheets/{scored.Id()}/score")
            {
                Content = new StringContent($"{{\"scores\":[{string.Join(',', lines)}]}}", Encoding.UTF8, "application/json"),
            };
            request.Headers.IfMatch.Add(new($"\"{scored.Version()}\""));
            using var answer = await client.SendAsync(request);
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            ((int)answer.StatusCode).ShouldBeInRange(400, 409, problem.ToJsonString());
            return problem.Word("code");
        }
    }

    [Fact]
    public async Task Where_an_expert_works_is_as_registry_has_it_and_one_who_is_recused_is_replaced_for_that_body_alone()
    {
        await using var neighbours = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, March2027, neighbours: neighbours.Address);
        await using var silent = await StartAsync(DatabaseProvider.Sqlite, March2027);
        var further = new TestUser("ez-expert-4", [Roles.Expert], "ezhou");
        var (own, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        neighbours.Experts.AddRange([Enrolled(Experts[0], Organisation), Enrolled(Experts[1]), Enrolled(further)]);
        foreach (var host in new[] { silent, reporting })
        {
            await host.TellAsync(Scored.Pack(Offshore));
            await host.TellAsync(Filed(own, "上海离岸科创中心"), Filed(other, "北京离岸科创中心") with { ImplementingBodyCode = LeadBody, PartyCodes = [LeadBody] });
        }

        var unheard = await silent.OpenScoredAsync();
        var unanswered = await silent.RefusedAsync(Arranger, ExpertsOf(unheard), Appointed(), unheard["round"]!.Version());
        var round = await reporting.OpenScoredAsync();
        var unknown = await reporting.RefusedAsync(Arranger, ExpertsOf(round), Appointed(), round["round"]!.Version());
        neighbours.Experts.Add(Enrolled(Experts[2]));
        var appointed = await reporting.DoneAsync(Arranger, ExpertsOf(round), Appointed(), round["round"]!.Version());
        var enough = await reporting.RefusedAsync(Arranger, ExpertsOf(round), Replacing(other), appointed["round"]!.Version());
        var replaced = await reporting.DoneAsync(Arranger, ExpertsOf(round), Replacing(own), appointed["round"]!.Version());

        (unanswered.Status, unanswered.Code).ShouldBe((HttpStatusCode.ServiceUnavailable, "registry-silent"));
        (unknown.Code, unknown.Inputs["experts"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>()).ShouldBe(("expert-not-enrolled", Experts[2].Subject));
        appointed["sheets"]!.AsArray().Where(s => s!.Word("status") == "recused").ShouldHaveSingleItem()!.Word("evaluationId").ShouldBe(appointed.EvaluationOf(own).Id());
        appointed["short"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe(appointed.EvaluationOf(own).Id());
        enough.Code.ShouldBe("not-dispersed");
        replaced["short"]!.AsArray().ShouldBeEmpty();
        (await reporting.GetAsync(further, "/evaluations?status=due&scored=true"))["items"]!.AsArray().ShouldHaveSingleItem()!.Id().ShouldBe(replaced.EvaluationOf(own).Id());
        (await reporting.GetAsync(Experts[1], "/evaluations?status=due"))["items"]!.AsArray().Count.ShouldBe(2);
        (await reporting.GetAsync(Experts[1], "/evaluations?scored=false"))["items"]!.AsArray().ShouldBeEmpty();
        replaced["sheets"]!.AsArray().Count(s => s!.Word("expertName") == "专家4").ShouldBe(1);
        replaced["sheets"]!.AsArray().ShouldAllBe(s => !s!["isFurther"]!.GetValue<bool>(), "a replacement gives a first opinion");

        await reporting.TellAsync(Filed(Guid.CreateVersion7(), "武汉离岸科创中心"));
        (await reporting.GetAsync(Experts[1], "/evaluations?status=due"))["items"]!.AsArray().Count.ShouldBe(3);
        (await reporting.GetAsync(Experts[1], "/notifications"))["items"]!.AsArray().Count(n => n!.Word("kind") == "evaluation-to-score").ShouldBe(2, "who joins the round later is told of too");

        static string ExpertsOf(JsonNode round) => $"/evaluation-rounds/{round["round"]!.Id()}/experts";
        object Replacing(Guid body) => new { experts = new[] { further.Subject }, evaluationId = round.EvaluationOf(body).Id() };
    }

    [Fact]
    public async Task No_evaluation_opens_before_its_indicator_system_is_in_force_or_while_registry_is_silent()
    {
        await using var neighbours = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, March2027, neighbours: neighbours.Address);
        await using var silent = await StartAsync(DatabaseProvider.Sqlite, March2027);
        var city = new TestUser("sd-city", [Roles.CityReviewer], "shangdang");
        var asked = new { programme = "shangdang-enclaves", year = 2026, documentNumber = "飞地办〔2027〕1号" };
        foreach (var host in new[] { reporting, silent })
        {
            await host.TellAsync(Scored.Pack("shangdang-enclaves"));
            await host.TellAsync(Filed(Guid.CreateVersion7(), "上党（上海）科创飞地", "shangdang-enclaves", "shangdang", "shanghai"));
        }

        neighbours.Documents.Add(new { entryId = Guid.CreateVersion7(), title = "绩效评价指标体系", from = "2027-03-01" });
        var withDocument = await reporting.RefusedAsync(city, "/evaluation-rounds", asked);
        neighbours.Documents.Clear();
        foreach (var host in new[] { reporting, silent })
        {
            await host.TellAsync(new PlanDecided { DecisionId = Guid.CreateVersion7(), Programme = "shangdang-enclaves", DocumentNumber = "上党政办〔2027〕1号", DecidedOn = new DateOnly(2027, 1, 4) });
        }

        var unanswered = await silent.RefusedAsync(city, "/evaluation-rounds", asked);
        var early = await reporting.RefusedAsync(city, "/evaluation-rounds", asked);
        neighbours.Documents.Add(new { entryId = Guid.CreateVersion7(), title = "绩效评价指标体系", from = "2027-03-01" });
        var opened = await reporting.DoneAsync(city, "/evaluation-rounds", asked);

        withDocument.Clause.ShouldBe("P-6", "a draft has no effect before it is adopted");
        (unanswered.Status, unanswered.Code).ShouldBe((HttpStatusCode.ServiceUnavailable, "registry-silent"));
        (early.Status, early.Code, early.Clause).ShouldBe((HttpStatusCode.Conflict, "indicator-system-not-in-force", "SD-12"));
        (opened["round"]!.Word("indicatorSystem"), opened["round"]!.Word("indicatorSystemFrom")).ShouldBe(("绩效评价指标体系", "2027-03-01"));
    }

    [Fact]
    public async Task Universities_are_named_and_known_again_next_year_and_nobody_else_is_told()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, March2027);
        await reporting.TellAsync(Scored.Pack("hubei-transfer-zone"));
        var city = new TestUser("hb-city", [Roles.CityReviewer], "hubei");
        var another = new TestUser("hb-city-2", [Roles.CityReviewer], "hubei");
        var evaluator = new TestUser("hb-evaluator", [Roles.Expert], "hubei", Organisation: ThirdParty);

        var asTyped = $" {LeadBody.ToLowerInvariant()} ";
        var nobody = await reporting.RefusedAsync(city, "/evaluation-rounds", Named(2026, []));
        var twice = await reporting.RefusedAsync(city, "/evaluation-rounds", Named(2026, [new { name = "湖北某大学", code = LeadBody }, new { name = "湖北某大学", code = asTyped }]));
        var first = await reporting.DoneAsync(city, "/evaluation-rounds", Named(2026, [new { name = "湖北某大学", code = asTyped }]));
        var second = await reporting.DoneAsync(city, "/evaluation-rounds", Named(2025, [new { name = "湖北某大学", code = LeadBody }]));
        var (one, two) = (first["evaluations"]![0]!, second["evaluations"]![0]!);
        var graded = await reporting.DoneAsync(evaluator, $"/evaluations/{one.Id()}/grade", Year.Grade("good"), one.Version());
        var published = await reporting.DoneAsync(another, $"/evaluations/{one.Id()}/publish", new { documentNumber = "鄂科技〔2027〕3号" }, graded.Version());

        (nobody.Status, nobody.Clause, twice.Clause).ShouldBe((HttpStatusCode.BadRequest, "bodies", "bodies.code"));
        (one.Word("institutionCode"), one["named"]!.GetValue<bool>(), two.Word("institutionId")).ShouldBe((LeadBody, true, one.Word("institutionId")));
        published.Word("publishedGrade").ShouldBe("good");
        (await reporting.PublishedAsync("reporting.evaluation-published")).ShouldBeEmpty();

        static object Named(int year, object[] bodies) => new
        {
            programme = "hubei-transfer-zone", year, documentNumber = "鄂科技〔2027〕2号", evaluation = "university-evaluation", thirdPartyName = "湖北某科技评估中心", thirdPartyCode = ThirdParty, bodies,
        };
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Nothing_is_published_over_an_open_objection_and_a_correction_can_be_taken_back(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, March2027);
        await reporting.TellAsync(Scored.Pack("hubei-transfer-zone"));
        var persons = new[] { "hb-city", "hb-city-2", "hb-city-3" }.Select(name => new TestUser(name, [Roles.CityReviewer], "hubei")).ToList();
        var evaluator = new TestUser("hb-evaluator", [Roles.Expert], "hubei", Organisation: ThirdParty);
        var university = new TestUser("hb-own", [Roles.Operator], "hubei", Organisation: LeadBody);
        var opened = await reporting.DoneAsync(persons[0], "/evaluation-rounds", new
        {
            programme = "hubei-transfer-zone", year = 2026, documentNumber = "鄂科技〔2027〕2号", evaluation = "university-evaluation", thirdPartyName = "湖北某科技评估中心", thirdPartyCode = ThirdParty, bodies = new[] { new { name = "湖北某大学", code = LeadBody } },
        });
        var address = $"/evaluations/{opened["evaluations"]![0]!.Id()}";
        await GradeAsync("good");
        await PublishAsync("鄂科技〔2027〕3号");

        await GradeAsync("pass");
        var back = await GradeAsync("good");
        await GradeAsync("pass");
        var objection = await reporting.DoneAsync(university, $"{address}/objections", new { statement = "对成果转化一项的评价提出异议，附合同清单。" }, await VersionAsync());
        var unpublished = await reporting.RefusedAsync(persons[1], $"{address}/publish", new { documentNumber = "鄂科技〔2027〕4号" }, await VersionAsync());
        var ungraded = await reporting.RefusedAsync(evaluator, $"{address}/grade", Year.Grade("fail"), await VersionAsync());
        var decision = new { upheld = true, reason = "遗漏了两份合同，予以更正。", documentNumber = "鄂科技〔2027〕5号", grade = "excellent" };
        await reporting.DoneAsync(persons[2], $"/evaluation-objections/{objection.Id()}/decide", decision, objection.Version());
        var told = (await reporting.GetAsync(university, address))["steps"]!.AsArray()[^1]!;
        var standing = await reporting.GetAsync(persons[0], $"/evaluations?code={LeadBody}&published=true");
        var overruled = await reporting.RefusedAsync(evaluator, $"{address}/grade", Year.Grade("pass"), await VersionAsync());
        var corrected = await PublishAsync("鄂科技〔2027〕6号");

        (back.Word("status"), back.Word("grade")).ShouldBe(("published", "good"));
        (unpublished.Code, ungraded.Code, overruled.Code).ShouldBe(("objection-open", "objection-open", "objection-upheld"));
        (told.Word("what"), told["grade"]).ShouldBe(("objection-upheld", null), "the grade that comes of it is the body's to see with its publication");
        standing["items"]!.AsArray().ShouldHaveSingleItem()!.Word("publishedGrade").ShouldBe("good", "a published result does not vanish while its correction waits");
        (corrected.Word("publishedGrade"), corrected["publications"]!.GetValue<long>()).ShouldBe(("excellent", 2));
        (await reporting.GetAsync(university, address))["steps"]!.AsArray().Select(s => (s!.Word("what"), s!["grade"]?.GetValue<string>())).TakeLast(3)
            .ShouldBe([("objected", null), ("objection-upheld", "excellent"), ("published", "excellent")]);
        reporting.Host.Logs.ShouldHaveNoError();

        async Task<long> VersionAsync() => (await reporting.GetAsync(persons[0], address))["evaluation"]!.Version();
        async Task<JsonNode> GradeAsync(string grade) => await reporting.DoneAsync(evaluator, $"{address}/grade", Year.Grade(grade), await VersionAsync());
        async Task<JsonNode> PublishAsync(string number) => await reporting.DoneAsync(persons[1], $"{address}/publish", new { documentNumber = number }, await VersionAsync());
    }

    [Fact]
    public async Task The_money_of_the_grades_is_shown_before_they_are_published_and_without_an_answer_they_still_are()
    {
        await using var neighbours = await StandInNeighbours.StartAsync();
        await using var answered = await StartAsync(DatabaseProvider.Sqlite, "2027-02-01T09:00:00+08:00", neighbours: neighbours.Address);
        await using var silent = await StartAsync(DatabaseProvider.Sqlite, "2027-02-01T09:00:00+08:00");
        foreach (var (reporting, answers) in new[] { (answered, true), (silent, false) })
        {
            var round = await reporting.OpenWithOneBodyAsync();
            var evaluation = round["evaluations"]![0]!;
            var graded = await reporting.DoneAsync(Evaluator, $"/evaluations/{evaluation.Id()}/grade", Year.Grade("good"), evaluation.Version());

            var preview = await reporting.GetAsync(City, $"/evaluation-rounds/{round["round"]!.Id()}/money-preview");
            await reporting.DoneAsync(City, $"/evaluations/{evaluation.Id()}/publish", new { documentNumber = Year.Document }, graded.Version());

            (preview["serves"]!.GetValue<bool>(), preview["answered"]!.GetValue<bool>()).ShouldBe((true, answers));
            var lines = preview["items"]!.AsArray().Select(line => (line!.Word("grade"), line!["entitledFen"]!.GetValue<long>(), line["clawbackFen"]!.GetValue<long>())).ToList();
            lines.ShouldBe(Enumerable.Repeat(("good", 9_000_000L, 1_000_000L), answers ? 1 : 0));
        }

        neighbours.Asked!["fiscalYear"]!.GetValue<int>().ShouldBe(2026);
    }

    /// <summary>Before the conclusion an expert sees its own sheet alone, and the city that it is scored, not how.</summary>
    private static async Task BlindAsync(ReportingHost reporting, JsonNode round, Guid body)
    {
        var own = await reporting.SheetAsync(Experts[0], body);
        (await reporting.GetAsync(Experts[0], "/score-sheets"))["items"]!.AsArray().ShouldHaveSingleItem();
        using var client = reporting.Host.As(Experts[1]);
        (await client.GetAsync(new Uri($"/api/reporting/score-sheets/{own.Id()}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var seen = await reporting.RoundAsync(round);
        seen["sheets"]!.AsArray().OrderBy(s => s!.Word("expertName"), StringComparer.Ordinal).Select(s => (s!.Word("status"), s!["total"] is null)).ShouldBe([("scored", true), ("scored", true), ("open", true)]);
        seen.EvaluationOf(body)["score"].ShouldBeNull();
        using var city = reporting.Host.As(Arranger);
        (await city.GetAsync(new Uri($"/api/reporting/evaluations/{own.Word("evaluationId")}/score-report", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>A meeting makes it a fail, another person confirms, a third publishes: 59.00.</summary>
    private static async Task<JsonNode> PublishModeratedAsync(ReportingHost reporting, JsonNode evaluation)
    {
        var address = $"/evaluations/{evaluation.Id()}";
        var minutes = new { documentNumber = "鄂州科评〔2027〕3号", heldOn = "2027-03-01", present = new[] { "某甲", "某乙" }, scoreHundredths = 5900, reason = "会议认为研发创新一项的佐证材料应予扣减。" };
        var proposed = await reporting.DoneAsync(Arranger, $"{address}/moderation", minutes, evaluation.Version());
        (await reporting.RefusedAsync(Arranger, $"{address}/moderation/confirm", new { }, proposed.Version())).Clause.ShouldBe("P-5");
        (await reporting.RefusedAsync(Publisher, $"{address}/publish", new { documentNumber = "鄂州科〔2027〕8号" }, proposed.Version())).Code.ShouldBe("moderation-open");
        var moderated = await reporting.DoneAsync(Decider, $"{address}/moderation/confirm", new { }, proposed.Version());
        (moderated["score"]!.GetValue<int>(), moderated.Word("grade")).ShouldBe((5900, "fail"));
        (await reporting.RefusedAsync(Arranger, $"{address}/publish", new { documentNumber = "鄂州科〔2027〕8号" }, moderated.Version())).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await reporting.GetAsync(Body, address))["evaluation"]!["grade"].ShouldBeNull("what is only proposed is not the body's to see");
        var published = await reporting.DoneAsync(Publisher, $"{address}/publish", new { documentNumber = "鄂州科〔2027〕8号" }, moderated.Version());
        var told = (await reporting.PublishedAsync("reporting.evaluation-published")).ShouldHaveSingleItem();
        (told.Word("grade"), told["scoreHundredths"]!.GetValue<int>(), told["version"]!.GetValue<long>(), told.Word("scheme")).ShouldBe(("fail", 5900, 1, "platform-evaluation"));
        return published;
    }

    /// <summary>The body objects, a person without a part in it upholds, and the correction goes out under a higher version.</summary>
    private static async Task CorrectAsync(ReportingHost reporting, JsonNode published, Guid body)
    {
        var address = $"/evaluations/{published.Id()}";
        var objection = await reporting.DoneAsync(Body, $"{address}/objections", new { statement = "对“研发创新”指标的评分提出异议，附新材料。" }, published.Version());
        var objected = (await reporting.GetAsync(Body, address))["evaluation"]!.Version();
        (await reporting.RefusedAsync(Body, $"{address}/objections", new { statement = "对“研发创新”指标的评分再次提出异议。" }, objected)).Code.ShouldBe("objected-already");
        var decision = new { upheld = true, reason = "评分时遗漏了新材料，予以更正。", documentNumber = "鄂州科〔2027〕9号", scoreHundredths = 6000 };
        (await reporting.RefusedAsync(Publisher, $"/evaluation-objections/{objection.Id()}/decide", decision, objection.Version())).Clause.ShouldBe("P-5");
        var reasons = await Task.WhenAll(new[] { Body, Publisher, new("ez-expert-9", [Roles.Expert], "ezhou"), new("ez-maker", [Roles.FinanceMaker], "ezhou") }.Select(async reader =>
            (await reporting.GetAsync(reader, address))["steps"]!.AsArray().Single(step => step!.Word("what") == "objected")!.Word("reason").Length > 0));
        reasons.ShouldBe([true, true, false, false], "what a body states is for those who decide and oversee");
        (await reporting.GetAsync(Publisher, address))["bars"]!["ownResult"]!.GetValue<bool>().ShouldBeTrue();
        var judge = new TestUser("ez-city-4", [Roles.CityReviewer], "ezhou");
        (await reporting.DoneAsync(judge, $"/evaluation-objections/{objection.Id()}/decide", decision, objection.Version())).Word("status").ShouldBe("upheld");

        var graded = (await reporting.GetAsync(Publisher, address))["evaluation"]!;
        var corrected = await reporting.DoneAsync(Publisher, $"{address}/publish", new { documentNumber = "鄂州科〔2027〕10号" }, graded.Version());
        (corrected.Word("publishedGrade"), corrected["publishedScore"]!.GetValue<int>()).ShouldBe(("pass", 6000));
        var told = (await reporting.PublishedAsync("reporting.evaluation-published"))[^1];
        (told.Word("grade"), told["version"]!.GetValue<long>()).ShouldBe(("pass", 2));
        var report = await reporting.GetAsync(Body, $"{address}/score-report");
        report["sheets"]!.AsArray().Select(s => s!["expertName"]).ShouldAllBe(name => name == null);
        report["sheet"]!["lines"]!.AsArray()[^1]!["result"]!["text"]!.Word("zh").ShouldBe("合格");
        body.ShouldBe(report["evaluation"]!["institutionId"]!.GetValue<Guid>());
    }
}
