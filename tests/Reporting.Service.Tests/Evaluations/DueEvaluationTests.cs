using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Policies;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Registers;
using Reporting.Scoring;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.Evaluations.Scored;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Evaluations;

/// <summary>Yearly evaluations fall due by their packs: carriers (EI-09), tenants (SD-06), enclaves (SD-08).</summary>
public sealed class DueEvaluationTests
{
    private const string Enclaves = "shangdang-enclaves";
    private static readonly TestUser Office = new("sd-city", [Roles.CityReviewer], "shangdang");
    private static readonly PlanState Adopted = new(new PlanRuling(null, "上党政办〔2026〕1号", new DateOnly(2026, 1, 4)), null);

    [Fact]
    public void A_year_falls_due_as_the_pack_says_and_none_after_the_plans_end_or_under_a_draft()
    {
        var (carriers, enclaves) = (Loaded(Scored.Pack(Hubei.Carriers).Content), Loaded(Scored.Pack(Enclaves).Content));
        var extended = PlanState.Undecided with { Extension = new PlanRuling(new DateOnly(2026, 6, 30), "鄂州科发〔2025〕9号", new DateOnly(2025, 12, 1)) };

        EvaluationTurn.Of(carriers, PlanState.Undecided, 2025).Select(Told).ShouldBe([("carrier-evaluation", "2026-06-30")]);
        EvaluationTurn.Of(carriers, PlanState.Undecided, 2026).ShouldBeEmpty("the plan ended with 2025 (P-6)");
        EvaluationTurn.Of(carriers, extended, 2026).Select(Told).ShouldBe([("carrier-evaluation", "2027-06-30")]);
        EvaluationTurn.Of(enclaves, PlanState.Undecided, 2026).ShouldBeEmpty("nobody adopted the draft (P-6)");
        EvaluationTurn.Of(enclaves, Adopted, 2025).ShouldBeEmpty("the year was over before the draft had effect (P-6)");
        EvaluationTurn.Of(enclaves, Adopted, 2026).Select(Told).ShouldBe([("yearly-evaluation", "2027-03-31"), ("tenants-evaluation", "2027-03-31")]);
        EvaluationTurn.Of(Loaded(Scored.Pack(Offshore).Content), PlanState.Undecided, 2026).ShouldBeEmpty("the plan names no time (EO-11)");

        static (string, string) Told(EvaluationTurn turn) => (turn.Scheme.Name, $"{turn.DueOn:yyyy-MM-dd}");
    }

    [Fact]
    public void Tenants_of_the_years_end_are_evaluated_and_those_who_left_before_it_are_not_asked()
    {
        var turn = EvaluationTurn.Of(Loaded(Scored.Pack(Enclaves).Content), Adopted, 2026).First(one => one.Scheme.Recorded is not null);

        Of(Tenant("2026"), Tenant(null), Tenant("2025"), Tenant(null, left: "2027-01-20"), Tenant("2026", left: "2027-02-20"), Tenant(null, since: "2027-01-02")).ShouldBe((TurnState.Running, 4, 2));
        Of(Tenant("2026"), Tenant("2027")).ShouldBe((TurnState.Done, 2, 2));
        Of(Tenant("2026", unqualified: true)).ShouldBe((TurnState.Done, 1, 1));

        (TurnState, int?, int) Of(params KnownEntry[] tenants)
        {
            var progress = DueEvaluations.Recorded(turn, turn.Scheme.Recorded!, tenants, new DateOnly(2027, 3, 1));
            return (progress.State, progress.Bodies, progress.Graded);
        }

        static KnownEntry Tenant(string? year, string since = "2026-05-04", string? left = null, bool unqualified = false)
        {
            EntryState State(string key, string on) => new() { State = key, On = Day(on) };
            return new KnownEntry(
                Guid.CreateVersion7(),
                "tenants",
                null,
                null,
                Day(since),
                null,
                [State("applied", since), State("occupying", since), .. unqualified ? [State("unqualified", "2027-02-01")] : Array.Empty<EntryState>(), .. left is null ? [] : new[] { State("left", left) }],
                year is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["year"] = year });
        }
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_round_stands_ready_from_the_first_second_after_its_year_and_a_person_orders_it(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2025-12-31T23:30:00+08:00");
        await reporting.TellAsync(Scored.Pack(Hubei.Carriers));
        await reporting.TellAsync(Carrier("葛店孵化器", "2025-05-06"), Carrier("次年备案的孵化器", "2026-01-01"));

        (await reporting.SweepAsync("due-rounds")).ShouldBe(0);
        (await DueAsync(reporting, Arranger)).ShouldBeEmpty();
        await reporting.MoveToAsync("2026-01-01T00:00:02+08:00");
        (await reporting.SweepAsync("due-rounds")).ShouldBe(0, "the clock's own sweep has opened it");
        var due = (await DueAsync(reporting, Arranger)).ShouldHaveSingleItem();
        (due.Word("state"), due.Word("dueOn"), due["year"]!.GetValue<int>(), due["bodies"]!.GetValue<int>(), due.Word("clause")).ShouldBe(("drafted", "2026-06-30", 2025, 1, "EI-09"));
        var draft = await reporting.GetAsync(Arranger, $"/evaluation-rounds/{due.Word("roundId")}");
        draft["awaited"]!.AsArray().Select(body => body!.Word("name")).ShouldBe(["葛店孵化器"]);
        (await reporting.RefusedAsync(Arranger, $"/evaluation-rounds/{due.Word("roundId")}/experts", Appointed(), draft["round"]!.Version())).Code.ShouldBe("registry-silent");
        (await reporting.RefusedAsync(Arranger, $"/evaluation-rounds/{due.Word("roundId")}/conclude", new { }, draft["round"]!.Version())).Code.ShouldBe("round-not-ordered");

        var ordered = await reporting.DoneAsync(Arranger, "/evaluation-rounds", Ordering);
        var again = await reporting.RefusedAsync(Publisher, "/evaluation-rounds", Ordering);

        (ordered["round"]!.Word("id"), ordered["round"]!.Word("judge"), ordered["evaluations"]!.AsArray().Count).ShouldBe((due.Word("roundId"), "third-party", 1));
        again.Code.ShouldBe("round-opened");
        var running = (await DueAsync(reporting, Arranger)).ShouldHaveSingleItem();
        (running.Word("state"), running["graded"]!.GetValue<int>()).ShouldBe(("running", 0));
        await PublishAsync(reporting, ordered["evaluations"]![0]!);
        (await DueAsync(reporting, Arranger)).ShouldBeEmpty();
        reporting.Host.Logs.ShouldHaveNoError();
    }

    // SQLite has one writer at a time: there nobody comes between.
    [Fact]
    public async Task A_body_whose_recognition_is_told_at_the_moment_of_the_order_is_in_the_round()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Postgres, "2026-01-05T09:00:00+08:00");
        await reporting.TellAsync(Scored.Pack(Hubei.Carriers));
        await reporting.TellAsync(Carrier("葛店孵化器", "2025-05-06"));
        await reporting.SweepAsync("due-rounds");
        var draft = (await DueAsync(reporting, Arranger)).ShouldHaveSingleItem().Word("roundId");
        var late = Carrier("年末备案的孵化器", "2025-12-30");

        await using var scope = reporting.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        await using var held = await db.Database.BeginTransactionAsync();
        await db.HoldAsync(Guid.Parse(draft), default);
        var ordering = reporting.PostAsync(Arranger, "/evaluation-rounds", Ordering, null);
        await Eventually.HoldsAsync(async () => await WaitingAsync(reporting) == 1);
        await reporting.SendAsync(late);
        await Eventually.HoldsAsync(async () => await WaitingAsync(reporting) == 2 || await IsKnownAsync(reporting, late.InstitutionId));
        await held.CommitAsync();

        using var ordered = await ordering;
        ordered.StatusCode.ShouldBe(HttpStatusCode.Created);
        await reporting.SettledAsync();
        var bodies = (await reporting.GetAsync(Arranger, $"/evaluation-rounds/{draft}"))["evaluations"]!.AsArray();
        bodies.Select(body => body!.Word("institutionName")).ShouldBe(["葛店孵化器", "年末备案的孵化器"], ignoreOrder: true);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_bureau_is_reminded_once_of_each_occasion_until_all_is_published(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2026-05-30T09:00:00+08:00");
        await reporting.TellAsync(Scored.Pack(Hubei.Carriers));
        await reporting.TellAsync(Carrier("葛店孵化器", "2025-05-06"));
        await reporting.SweepAsync("due-rounds");

        (await reporting.SweepAsync("evaluation-reminders")).ShouldBe(0);
        await reporting.MoveToAsync("2026-05-31T09:00:00+08:00");
        (await reporting.SweepAsync("evaluation-reminders")).ShouldBe(0, "the clock's own sweep has reminded");
        (await RemindersAsync(reporting, Arranger)).ShouldBe([("evaluation-due", "2025年度“孵化载体绩效评价”应于 2026-06-30 前（含当日）完成，还有 30 天：轮次已建立，1 家待评，请下达组织评价文件。")]);

        var ordered = await reporting.DoneAsync(Arranger, "/evaluation-rounds", Ordering);
        await reporting.MoveToAsync("2026-06-30T23:59:50+08:00");
        var before = (await RemindersAsync(reporting, Arranger)).Count;
        await reporting.MoveToAsync("2026-07-01T00:00:05+08:00");
        var late = await RemindersAsync(reporting, Arranger);
        await PublishAsync(reporting, ordered["evaluations"]![0]!);
        await reporting.MoveToAsync("2026-07-08T09:00:00+08:00");

        (before, late.Count, late[0]).ShouldBe(
            (4, 5, ("evaluation-overdue", "2025年度“孵化载体绩效评价”应于 2026-06-30 前（含当日）完成，已逾期 1 天：共 1 家，已定等次 0 家，已公布 0 家。")));
        (await RemindersAsync(reporting, Arranger)).Count.ShouldBe(5, "what is published is not reminded of any more");
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task The_list_counts_its_bodies_in_one_query_and_who_was_reminded_is_not_counted_again()
    {
        var queries = new QueryCounter("Institutions");
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-01-05T09:00:00+08:00", s => s.AddSingleton<IInterceptor>(queries));
        await reporting.TellAsync(Scored.Pack(Hubei.Carriers));
        await reporting.TellAsync([.. Enumerable.Range(0, 12).Select(number => Carrier($"孵化器{number}", "2025-05-06"))]);
        await reporting.SweepAsync("due-rounds");

        (await QueriesAsync(() => DueAsync(reporting, Arranger))).ShouldBe(1);
        (await DueAsync(reporting, Arranger)).ShouldHaveSingleItem()["bodies"]!.GetValue<int>().ShouldBe(12);
        await reporting.MoveToAsync("2026-06-01T09:00:00+08:00");
        await reporting.SweepAsync("evaluation-reminders");
        (await QueriesAsync(() => reporting.SweepAsync("evaluation-reminders"))).ShouldBe(0);

        async Task<int> QueriesAsync(Func<Task> what)
        {
            var before = queries.Count;
            await what();
            return queries.Count - before;
        }
    }

    [Fact]
    public async Task No_round_is_opened_before_the_indicator_system_and_the_reminder_names_what_is_missing()
    {
        await using var neighbours = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2027-03-02T09:00:00+08:00", neighbours: neighbours.Address);
        await reporting.TellAsync(Scored.Pack(Enclaves));
        await reporting.TellAsync(Filed(Guid.CreateVersion7(), "上党（上海）科创飞地", Enclaves, "shangdang", "shanghai"));
        var tenant = Registers.Told.Entry(Enclaves, "tenants", null, new DateOnly(2026, 5, 4), "occupying") with { Jurisdiction = "shangdang" };
        await reporting.TellAsync(tenant);
        (await DueAsync(reporting, Office)).ShouldBeEmpty("the draft is not adopted (P-6)");
        await reporting.TellAsync(new PlanDecided { DecisionId = Guid.CreateVersion7(), Programme = Enclaves, DocumentNumber = "上党政办〔2026〕1号", DecidedOn = new DateOnly(2026, 1, 4) });

        (await reporting.SweepAsync("due-rounds")).ShouldBe(0);
        var asked = neighbours.DocumentsAsked;
        (await reporting.SweepAsync("evaluation-reminders")).ShouldBe(2);
        (await reporting.SweepAsync("evaluation-reminders")).ShouldBe(0);
        (neighbours.DocumentsAsked - asked).ShouldBe(1, "both rest on one document, and what is told asks nobody");
        var missing = await DueAsync(reporting, Office);
        missing.Select(one => (one.Word("evaluation"), one.Word("state"), one["missing"]?["name"]?.GetValue<string>()))
            .ShouldBe([("yearly-evaluation", "not-opened", "documents"), ("tenants-evaluation", "running", "documents")]);
        (await reporting.GetAsync(Office, "/notifications"))["items"]!.AsArray().ShouldAllBe(n => n!.Word("clause") == "SD-12" && n!.Word("link") == "/registers/shangdang-enclaves/documents");
        (await reporting.RefusedAsync(Office, "/evaluation-rounds", new { programme = Enclaves, year = 2026, documentNumber = "飞地办〔2027〕1号", evaluation = "tenants-evaluation" }))
            .Code.ShouldBe("recorded-in-register");

        neighbours.Documents.Add(new { entryId = Guid.CreateVersion7(), title = "绩效评价指标体系", from = "2027-03-01" });
        (await reporting.SweepAsync("due-rounds")).ShouldBe(1);
        await reporting.TellAsync(tenant with { Version = 2, Answers = [new EntryAnswer { Field = "year", Text = "2026" }] });

        (await DueAsync(reporting, Office)).Select(one => (one.Word("evaluation"), one.Word("state"))).ShouldBe([("yearly-evaluation", "drafted")]);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task An_evaluation_whose_bodies_are_named_is_reminded_of_while_its_indicator_system_is_in_force_and_no_institution_is_known()
    {
        await using var neighbours = await StandInNeighbours.StartAsync();
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2027-03-02T09:00:00+08:00", neighbours: neighbours.Address);
        var content = Scored.Pack(Enclaves).Content.Replace("    kind: bodies\n    subjects: institution\n", "    kind: units\n    subjects: named\n", StringComparison.Ordinal);
        var pack = Loaded(content);
        await reporting.TellAsync(new PolicyPublished { Programme = Enclaves, From = pack.From, Hash = pack.Hash, Content = content });
        await reporting.TellAsync(new PlanDecided { DecisionId = Guid.CreateVersion7(), Programme = Enclaves, DocumentNumber = "上党政办〔2026〕1号", DecidedOn = new DateOnly(2026, 1, 4) });
        neighbours.Documents.Add(new { entryId = Guid.CreateVersion7(), title = "绩效评价指标体系", from = "2027-03-01" });

        (await reporting.SweepAsync("due-rounds")).ShouldBe(0, "a person names its bodies");
        (await reporting.SweepAsync("evaluation-reminders")).ShouldBe(1);

        (await RemindersAsync(reporting, Office)).ShouldBe([("evaluation-due", "2026年度“飞地年度绩效评价”应于 2027-03-31 前（含当日）完成，还有 29 天：尚未启动，请列明被评价单位后启动。")]);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    private static object Ordering => new
    {
        programme = Hubei.Carriers, year = 2025, thirdPartyName = "湖北某科技评估中心", thirdPartyCode = ReportingHost.ThirdParty, documentNumber = "鄂州科评〔2026〕1号",
    };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static InstitutionChanged Carrier(string name, string since) =>
        Filed(Guid.CreateVersion7(), name, Hubei.Carriers, category: "incubator") with { StandingSince = Day(since), RecognisedOn = Day(since) };

    private static async Task PublishAsync(ReportingHost reporting, JsonNode evaluation)
    {
        var evaluator = new TestUser("ez-evaluator", [Roles.Expert], "ezhou", Organisation: ReportingHost.ThirdParty);
        var graded = await reporting.DoneAsync(evaluator, $"/evaluations/{evaluation.Id()}/grade", Year.Grade("good"), evaluation.Version());
        await reporting.DoneAsync(Publisher, $"/evaluations/{evaluation.Id()}/publish", new { documentNumber = "鄂州科评〔2026〕2号" }, graded.Version());
    }

    private static Task<int> WaitingAsync(ReportingHost reporting) => reporting.Host.InScopeAsync((ReportingDb db) => db.Database
        .SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%EvaluationRounds%'").SingleAsync());

    private static Task<bool> IsKnownAsync(ReportingHost reporting, Guid body) =>
        reporting.Host.InScopeAsync((ReportingDb db) => db.Institutions.AnyAsync(i => i.Id == body));

    private static async Task<IReadOnlyList<JsonNode>> DueAsync(ReportingHost reporting, TestUser user) =>
        [.. (await reporting.GetAsync(user, "/evaluation-rounds/due"))["items"]!.AsArray().Select(one => one!)];

    private static async Task<List<(string, string)>> RemindersAsync(ReportingHost reporting, TestUser user) =>
        [.. (await reporting.GetAsync(user, "/notifications"))["items"]!.AsArray().Where(n => n!.Word("kind") is "evaluation-due" or "evaluation-overdue").Select(n => (n!.Word("kind"), n!.Word("zh")))];
}
