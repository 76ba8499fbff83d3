using System.Text.Json.Nodes;
using Demo;
using Shouldly;
using Xunit;

namespace SystemTests;

/// <summary>What the year of reporting met, through the gateway, held against its clauses.</summary>
public sealed class ReportingYearTests(PlatformFixture fixture)
{
    private const string Reports = "/api/reporting/periodic-reports";
    private const string Hubei = "hubei-transfer-zone";

    private readonly ReportingFacts facts = fixture.Reporting;

    [Theory]
    [InlineData("confirming one's own extension", 403, "EO-09")]
    [InlineData("confirming one's own list of missing reports", 403, "EO-12")]
    [InlineData("issuing one's own league table", 403, "P-5")]
    [InlineData("issuing one's own bulletin", 403, "P-5")]
    [InlineData("concluding scores that lie too far apart", 409, "EI-09")]
    [InlineData("confirming one's own moderation", 403, "P-5")]
    [InlineData("deciding an objection to one's own result", 403, "P-5")]
    [InlineData("a digest without a mail server", 409, "P-5")]
    public void What_must_not_be_was_refused_by_its_clause_in_both_languages(string what, int status, string clause)
    {
        var refused = facts.Refusals[what];
        (refused.Status, refused.Clause).ShouldBe((status, clause), refused.En);
        refused.Zh.ShouldContain(c => c >= '\u4e00');
        refused.En.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_report_is_opened_by_itself_returned_with_reasons_mended_and_taken_in_time()
    {
        var detail = await GetAsync("ez-city", $"{Reports}/{facts.YearlyReports.InTime}");

        (Word(detail["report"]!, "status"), Word(detail["report"]!, "dueOn"), detail["report"]!["late"]!.GetValue<bool>()).ShouldBe(("accepted", "2034-01-31", false));
        detail["steps"]!.AsArray().Select(step => Word(step!, "what")).ShouldBe(["submitted", "returned", "submitted", "accepted"]);
        detail["steps"]![1]!["fields"]!.AsArray().ShouldHaveSingleItem()!["field"]!.GetValue<string>().ShouldBe("researchers");
        Word(detail["changes"]!.AsArray().ShouldHaveSingleItem()!, "figure").ShouldBe("rdSpendFen");
        Word(detail["changes"]![0]!, "explanation").ShouldContain("中试线");
        var past = await GetAsync("ez-city", $"{Reports}?institution={facts.Offshore.InTime}&year=2032");
        past["items"]!.AsArray().ShouldHaveSingleItem()!["late"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task An_extension_by_two_persons_moves_the_last_day_and_keeps_the_body_from_being_overdue()
    {
        var detail = await GetAsync("ez-city", $"{Reports}/{facts.YearlyReports.Extended}");

        Word(detail["report"]!, "dueOn").ShouldBe("2034-02-28");
        var extension = detail["extensions"]!.AsArray().ShouldHaveSingleItem()!;
        Word(extension, "status").ShouldBe("confirmed");
        Word(extension, "confirmedByName").ShouldNotBe(Word(extension, "proposedByName"));
        (await GetAsync("ez-maker", $"/api/funding/accounts/{facts.Offshore.Extended}"))["holds"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_missing_report_that_two_persons_confirmed_removal_is_proposed_and_the_money_held()
    {
        var list = (await GetAsync("ez-city", "/api/reporting/missing-reports?programme=ezhou-offshore-institutions&year=2033&round=1"))["lists"]!.AsArray().ShouldHaveSingleItem()!;
        Word(list, "confirmedByName").ShouldNotBe(Word(list, "recordedByName"));
        list["reports"]!.AsArray().ShouldHaveSingleItem()!["institutionId"]!.GetValue<Guid>().ShouldBe(facts.Offshore.Missing);

        var proposed = (await GetAsync("ez-city", $"/api/registry/sanctions?institution={facts.Offshore.Missing}"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (Word(proposed, "ground"), Word(proposed, "measure"), Word(proposed, "clause"), Word(proposed, "status")).ShouldBe(("report-not-filed", "removal", "EO-12", "proposed"));
        Word(await GetAsync("ez-city", $"/api/registry/institutions/{facts.Offshore.Missing}"), "standing").ShouldBe("filed", "a person decides (P-5)");
        var hold = (await GetAsync("ez-maker", $"/api/funding/accounts/{facts.Offshore.Missing}"))["holds"]!.AsArray().ShouldHaveSingleItem()!;
        (Word(hold, "cause"), hold["released"]).ShouldBe(("person", null));
        Word(hold, "reason").ShouldContain("逾期未报送");
    }

    [Fact]
    public async Task A_figure_is_tied_to_its_evidence_or_claimed_and_one_far_from_its_past_is_shown()
    {
        var detail = await GetAsync("ez-city", $"{Reports}/{facts.Outlier}");

        detail["evidence"]!.AsArray().Select(file => Word(file!, "figure")).ShouldBe(["financingFen"]);
        detail["indicators"]!.AsObject().Count.ShouldBe(10);
        var outlier = detail["outliers"]!.AsArray().ShouldHaveSingleItem()!;
        (Word(outlier, "figure"), Word(outlier, "against"), outlier["value"]!.GetValue<long>()).ShouldBe(("financingFen", "own-past", 2_600_000_000));
        Word(detail["report"]!, "status").ShouldBe("accepted", "it is shown and stops nobody");
    }

    [Fact]
    public async Task Equal_districts_share_a_place_and_the_bulletin_tells_of_it_under_its_number()
    {
        var table = await GetAsync("ez-operator", $"/api/reporting/league-tables/{facts.Ranking.LeagueTable}");
        table["content"]!["rows"]!.AsArray().Select(row => (row!["rank"]!.GetValue<int>(), Word(row, "key"))).ShouldBe([(1, "gedian"), (2, "linkong"), (2, "echeng")], ignoreOrder: true);

        facts.Ranking.Bulletin.ShouldBe("通报〔2033〕1号");
        var bulletin = (await GetAsync("ez-operator", "/api/reporting/bulletins"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        var blocks = (await GetAsync("ez-operator", $"/api/reporting/bulletins/{Id(bulletin)}"))["blocks"]!.AsArray();
        blocks.Select(block => Word(block!, "kind")).ShouldContain("chart");
        blocks[^1]!["text"]!["zh"]!.GetValue<string>().ShouldContain("改进措施");
    }

    [Fact]
    public async Task What_the_records_bear_out_is_commended_and_anybody_finds_the_case_in_the_library()
    {
        facts.Commended.Cases.ShouldBe(4, "two parts done early, a target exceeded, an example");

        var library = (await GetAsync("hb-expert-1", "/api/reporting/commended-cases"))["items"]!.AsArray();
        library.Select(one => Word(one!, "bulletinNumber")).ShouldBe(Enumerable.Repeat(facts.Commended.Bulletin, 4));
        var found = (await GetAsync("hb-maker", $"/api/reporting/commended-cases?q={Uri.EscapeDataString("光电")}"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (Word(found, "ground"), Word(found, "name")).ShouldBe(("case", "武汉某大学"));
    }

    [Theory]
    [InlineData("gedian", 1, 9000, "excellent")]
    [InlineData("echeng", 1, 7575, "good")]
    [InlineData("linkong", 2, 7500, "good")]
    public async Task The_experts_scores_the_meeting_and_the_objection_come_to_the_published_grade(string district, int publications, int score, string grade)
    {
        var evaluation = (await GetAsync("ez-operator-3", $"/api/reporting/evaluations/{facts.Evaluations["linkong"]}"))["evaluation"]!;
        evaluation["publications"]!.GetValue<int>().ShouldBe(2);
        var seen = (await GetAsync("ez-auditor", $"/api/reporting/evaluations/{facts.Evaluations[district]}"))["evaluation"]!;

        (seen["publications"]!.GetValue<int>(), seen["publishedScore"]!.GetValue<int>(), Word(seen, "publishedGrade")).ShouldBe((publications, score, grade));
    }

    [Fact]
    public async Task Who_scored_is_not_told_to_the_body_nor_one_experts_scores_to_another()
    {
        var own = await GetAsync("ez-operator-3", $"/api/reporting/evaluations/{facts.Evaluations["linkong"]}/score-report");
        own["sheets"]!.AsArray().ShouldAllBe(sheet => sheet!["expertName"] == null);
        own["recused"]!.GetValue<int>().ShouldBe(1);
        var bureaus = await GetAsync("ez-city", $"/api/reporting/evaluations/{facts.Evaluations["echeng"]}/score-report");
        bureaus["sheets"]!.AsArray().Select(sheet => (sheet!["total"]!.GetValue<int>(), sheet["isFurther"]!.GetValue<bool>()))
            .ShouldBe([(8500, false), (8000, false), (6000, false), (7800, true)], ignoreOrder: true);

        (await GetAsync("ez-expert-1", "/api/reporting/score-sheets?limit=200"))["items"]!.AsArray().Count.ShouldBe(3);
        var fourth = (await GetAsync("ez-expert-4", "/api/reporting/score-sheets?limit=200"))["items"]!.AsArray();
        fourth.Select(sheet => sheet!["total"]!.GetValue<int>()).ShouldBe([7800, 6300], ignoreOrder: true);
    }

    [Fact]
    public async Task A_corrected_grade_flows_into_the_money_as_a_second_version_and_a_difference_in_the_ledger()
    {
        const string year = "year=2028";
        var materials = fixture.Facts.Institutions[Body.Materials];
        var settled = await GetAsync("zs-auditor", $"/api/funding/settlements/{fixture.Facts.Settlements[(Body.Materials, 2028)]}");
        settled["revisions"]!.AsArray().Select(r => (Word(r!, "grade"), r!["entitledFen"]!.GetValue<long>(), r["clawbackFen"]!.GetValue<long>()))
            .ShouldBe([("good", 162_000_000, 18_000_000), ("excellent", 180_000_000, 0)]);

        var clawback = (await GetAsync("zs-auditor", $"/api/funding/clawbacks?institution={materials}&{year}"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (clawback["claimedFen"]!.GetValue<long>(), clawback["outstandingFen"]!.GetValue<long>(), clawback["receivedFen"]!.GetValue<long>()).ShouldBe((0, 0, 0));
        var postings = (await GetAsync("zs-auditor", $"/api/funding/ledger/postings?institution={materials}&{year}&limit=200"))["items"]!.AsArray()
            .Where(p => Word(p!, "kind") == "year-settled").ToList();
        long Claimed(string number) => postings.Where(p => Word(p!, "reference") == number).Sum(p =>
            p!["amountFen"]!.GetValue<long>() * (Word(p, "debit") == "receivable" ? 1 : Word(p, "credit") == "receivable" ? -1 : 0));
        (Claimed("舟科评〔2029〕1号"), Claimed("舟科评〔2029〕2号")).ShouldBe((18_000_000, -18_000_000));
    }

    [Fact]
    public async Task Targets_have_plan_actual_and_forecast_and_events_are_counted_against_fifty()
    {
        var targets = (await GetAsync("hb-auditor", $"/api/reporting/targets?programme={Hubei}"))["targets"]!.AsArray();
        JsonNode Named(string name) => targets.Single(target => Word(target!, "name") == name)!;

        var turnover = Named("turnover");
        turnover["years"]!.AsArray().Single(y => y!["year"]!.GetValue<int>() == 2023)!["reached"]!.GetValue<bool>().ShouldBeFalse("2,780 of 2,800");
        turnover["forecast"]!["points"]!.AsArray().Select(point => point!["year"]!.GetValue<int>()).ShouldBe([2024, 2025]);
        turnover["forecast"]!["reaches"]!.GetValue<bool>().ShouldBeTrue();
        Enumerable.Range(2022, 4).Select(year => (Word(Named($"matching-events-{year}"), "actual"), Named($"matching-events-{year}")["met"]!.GetValue<bool>()))
            .ShouldBe([("52", true), ("47", false), ("61", true), ("50", true)]);
        var corrected = (await GetAsync("hb-auditor", $"/api/reporting/target-figures?programme={Hubei}&target=carriers&year=2023&kind=actual"))["items"]!.AsArray();
        corrected.Select(figure => (figure!["edition"]!.GetValue<int>(), figure["files"]!.AsArray().Count)).ShouldBe([(2, 1), (1, 0)]);
    }

    [Fact]
    public async Task Each_of_the_27_tasks_has_its_persons_and_one_is_late_with_its_milestone()
    {
        var board = await GetAsync("hb-leader", $"/api/reporting/task-board?programme={Hubei}");
        var tasks = board["tasks"]!.AsArray();

        tasks.Count.ShouldBe(27);
        tasks.ShouldAllBe(task => !task!["incomplete"]!.GetValue<bool>());
        tasks.SelectMany(task => task!["duties"]!.AsArray()).ShouldAllBe(duty => duty!["person"] != null);
        tasks.Where(task => Word(task!, "status") == "late").Select(task => Word(task!, "name")).ShouldBe(["public-platform"]);
        tasks.SelectMany(task => task!["milestones"]!.AsArray()).Where(one => one!["missed"]!.GetValue<bool>() && !one["aim"]!.GetValue<bool>())
            .Select(one => Word(one!, "target")).ShouldBe(["libraries-in-use"]);
        board["roadmaps"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_zones_mid_term_evaluation_is_of_its_three_cities()
    {
        var round = (await GetAsync("hb-leader", $"/api/reporting/evaluation-rounds?programme={Hubei}&year=2023"))["items"]!.AsArray().ShouldHaveSingleItem()!;

        (Word(round, "scheme"), round["bodies"]!.GetValue<int>(), round["published"]!.GetValue<int>()).ShouldBe(("mid-term-evaluation", 3, 3));
    }

    [Theory]
    [InlineData("zs")]
    [InlineData("ez")]
    [InlineData("hb")]
    [InlineData("sd")]
    public async Task The_leaders_dashboard_shows_each_years_money_as_the_ledger_has_it_to_the_fen(string bureau)
    {
        var shown = 0;
        foreach (var year in (await GetAsync($"{bureau}-leader", "/api/reporting/dashboard"))["years"]!.AsArray().Select(y => y!.GetValue<int>()))
        {
            var booked = (await GetAsync($"{bureau}-auditor", $"/api/funding/ledger/balances?year={year}"))["items"]!.AsArray();
            var caps = (await GetAsync($"{bureau}-auditor", $"/api/funding/appropriations?year={year}"))["items"]!.AsArray();
            var money = (await GetAsync($"{bureau}-leader", $"/api/reporting/dashboard?year={year}"))["money"]!.AsArray();
            money.Select(one => Word(one!, "programme")).ShouldBe(booked.Select(one => Word(one!, "programme")), ignoreOrder: true);
            foreach (var one in money)
            {
                var programme = Word(one!, "programme");
                Figures(one!).ShouldBe(Booked(booked.Single(b => Word(b!, "programme") == programme)!, caps.FirstOrDefault(c => Word(c!, "programme") == programme)), $"{programme} {year}");
                shown++;
            }
        }

        shown.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_projections_rebuilt_by_their_command_are_what_was_live()
    {
        JsonNode.Parse(facts.Rebuilt)!["corrected"]!.AsObject().ShouldBeEmpty(facts.Rebuilt);
        JsonNode.Parse(facts.Rebuilt)!["events"]!.GetValue<int>().ShouldBeGreaterThan(50);
        const string board = "/api/reporting/dashboard?year=2028";
        var before = (await GetAsync("zs-leader", board)).ToJsonString();

        var job = await fixture.Platform.PostAsync("admin", "/api/reporting/projections/rebuild", new { });
        JsonNode Job(JsonNode page) => page["items"]!.AsArray().Single(row => Id(row!) == Id(job))!;
        var done = await fixture.Platform.EventuallyAsync("admin", "/api/reporting/projections/rebuilds", page => Word(Job(page), "state") is "done" or "failed");

        JsonNode.Parse(Word(Job(done), "result"))!["corrected"]!.AsObject().ShouldBeEmpty();
        (await GetAsync("zs-leader", board)).ToJsonString().ShouldBe(before);
    }

    [Fact]
    public async Task Each_person_is_told_what_concerns_it_and_what_was_read_stays_read()
    {
        var notices = (await GetAsync("ez-operator-3", "/api/reporting/notifications?limit=200"))["items"]!.AsArray();

        notices.Select(notice => Word(notice!, "kind")).ShouldContain("report-missing");
        notices.Select(notice => Word(notice!, "kind")).ShouldContain("report-overdue");
        notices.ShouldAllBe(notice => notice!["zh"]!.GetValue<string>().Length > 0 && notice["en"]!.GetValue<string>().Length > 0);
        notices.Count(notice => notice!["read"]!.GetValue<bool>()).ShouldBeGreaterThan(0);
    }

    private static List<(string Name, long? Fen)> Figures(JsonNode money) =>
        [.. money["figures"]!.AsArray().Select(figure => (Word(figure!, "name"), figure!["value"]?.GetValue<long>()))];

    // Summed from the postings, not from what was told to Reporting.
    private static List<(string Name, long? Fen)> Booked(JsonNode year, JsonNode? appropriation)
    {
        long Balance(Func<string, bool> account) => year["accounts"]!.AsArray().Where(a => account(Word(a!, "account"))).Sum(a => a!["balanceFen"]!.GetValue<long>());
        return
        [
            ("capFen", appropriation?["capFen"]?.GetValue<long>()),
            ("appropriatedFen", year["appropriatedFen"]!.GetValue<long>()),
            ("committedFen", year["committedFen"]!.GetValue<long>()),
            ("paidFen", year["paidFen"]!.GetValue<long>()),
            ("entitledFen", Balance(account => account == "entitled")),
            ("recoveredFen", year["recoveredFen"]!.GetValue<long>()),
            ("outstandingFen", Balance(account => account.EndsWith("receivable", StringComparison.Ordinal))),
        ];
    }

    private Task<JsonNode> GetAsync(string user, string path) => fixture.Platform.GetAsync(user, path);

    private static string Word(JsonNode of, string name) => of[name]!.GetValue<string>();

    private static string Id(JsonNode row) => Word(row, "id");
}
