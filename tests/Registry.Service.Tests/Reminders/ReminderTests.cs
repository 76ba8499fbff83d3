using System.Net;
using System.Text.Json.Nodes;
using Registry.Tests.Hosting;
using Registry.Tests.Registers;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Reminders;

/// <summary>What the registers remind of, computed when it is read: it appears without anybody's doing, and goes with its cause (EO-14, HB-09, HB-17, HB-25).</summary>
public sealed class ReminderTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task What_was_not_started_is_seen_from_the_day_after_its_year_by_those_concerned_until_it_starts(DatabaseProvider provider)
    {
        var bureau = await ZoneAsync(provider);
        var (unit, another) = (bureau.Operator(Papers.NewOrganisation(), "qiaokou"), bureau.Operator(Papers.NewOrganisation(), "qiaokou"));
        var inTime = await AssignAsync(Bureau.Today.AddYears(-1));
        var late = await AssignAsync(Bureau.Today.AddYears(-1).AddDays(-1));

        var row = (await RowsAsync(unit, "assignment-not-started")).ShouldHaveSingleItem()!;
        (row["id"]!.GetValue<Guid>(), row["lastDay"]!.Day()).ShouldBe((late, Bureau.Today.AddDays(-1)));
        (await RowsAsync(another, "assignment-not-started")).ShouldBeEmpty();
        (await RowsAsync(bureau.District("jianghan"), "assignment-not-started")).ShouldBeEmpty();
        (await RowsAsync(bureau.District("qiaokou"), "assignment-not-started")).ShouldContain(one => one!["id"]!.GetValue<Guid>() == late);
        (await RowsAsync(bureau.City, "assignment-not-started", late)).ShouldHaveSingleItem();
        (await SummaryAsync(unit, "assignment-not-started")).ShouldBe((1, true));
        (await SummaryAsync(bureau.Leader, "assignment-not-started", late)).ShouldBe((1, false));

        (await OverdueAsync(late)).ShouldBe(["HB-09 assignment-not-started"]);
        (await OverdueAsync(inTime)).ShouldBeEmpty();
        var listed = (await bureau.ListAsync(unit, "assignments")).Json["items"]!.AsArray();
        listed.Where(entry => entry!["overdue"]!.AsArray().Count > 0).ShouldHaveSingleItem()!["id"]!.GetValue<Guid>().ShouldBe(late);

        (await Bureau.StepAsync(unit, late, "mark-overdue", new { })).State().ShouldBe("overdue");
        (await OverdueAsync(late)).ShouldBe(["HB-09 assignment-not-started"]);
        (await Bureau.AttachAsync(unit, late, "startEvidence")).Accepted();
        (await Bureau.StepAsync(unit, late, "start", new { answers = new { startedOn = Bureau.Today } })).State().ShouldBe("started");
        (await RowsAsync(unit, "assignment-not-started")).ShouldBeEmpty();
        (await OverdueAsync(late)).ShouldBeEmpty();

        async Task<Guid> AssignAsync(DateOnly assignedOn) => (await bureau.FileAsync(
            unit, "assignments", new { resultName = Bureau.Unique("成果"), unitName = "某大学", unitCode = Papers.NewOrganisation(), completer = "王工", right = "ownership", assignedOn })).Accepted().Id;

        async Task<string[]> OverdueAsync(Guid id) =>
            [.. (await unit.GetAsync($"/entries/{id}")).Accepted().Json["overdue"]!.AsArray().Select(overdue => $"{overdue!["clause"]} {overdue["reminder"]}")];

        Task<JsonArray> RowsAsync(Person by, string reminder, Guid? about = null) => ReadAsync(bureau, by, reminder, about);

        async Task<(int, bool)> SummaryAsync(Person by, string reminder, Guid? about = null) => Counted(
            (await by.GetAsync($"/reminders?programme={bureau.Programme}{(about is null ? "" : $"&about={about}")}")).Accepted(), reminder);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_listed_university_is_chased_until_its_rules_cover_all_five_parts(DatabaseProvider provider)
    {
        var bureau = await ZoneAsync(provider);
        var code = Papers.NewOrganisation();
        var (unit, district) = (bureau.Operator(code), bureau.District("wuchang"));
        var listed = (await bureau.FileAsync(district, "universities", new { unitName = Bureau.Unique("某大学"), unitCode = code.ToLowerInvariant(), kind = "university" })).Accepted().Id;

        var row = (await ReadAsync(bureau, unit, "rules-missing")).ShouldHaveSingleItem()!;
        (row["id"]!.GetValue<Guid>(), row["lastDay"], row["opens"]!.GetValue<bool>()).ShouldBe((listed, null, false));
        (await ReadAsync(bureau, bureau.Operator(Papers.NewOrganisation()), "rules-missing")).ShouldBeEmpty();
        (await ReadAsync(bureau, district, "rules-missing")).Single()!["opens"]!.GetValue<bool>().ShouldBeTrue();

        var four = (await FileRulesAsync("registration", "implementation", "disposal", "organisation")).Accepted().Id;
        (await ReadAsync(bureau, unit, "rules-missing")).ShouldHaveSingleItem();
        (await Bureau.StepAsync(unit, four, "supersede", new { })).Accepted();
        var five = (await FileRulesAsync("registration", "implementation", "disposal", "organisation", "objections")).Accepted().Id;
        (await ReadAsync(bureau, unit, "rules-missing")).ShouldBeEmpty();
        (await ReadAsync(bureau, district, "rules-missing")).ShouldBeEmpty();

        (await Bureau.StepAsync(unit, five, "supersede", new { })).Accepted();
        (await ReadAsync(bureau, unit, "rules-missing")).ShouldHaveSingleItem();
        (await Bureau.StepAsync(district, listed, "strike", new { })).Accepted();
        (await ReadAsync(bureau, unit, "rules-missing")).ShouldBeEmpty();

        Task<Reply> FileRulesAsync(params string[] parts) =>
            bureau.FileAsync(unit, "rules-on-file", new { unitName = "某大学", unitCode = code, adoptedOn = "2026-01-01", parts }, null, "rulesPaper");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_year_whose_publication_was_due_is_reminded_of_until_it_is_published_for_each_body_of_that_year(DatabaseProvider provider)
    {
        var bureau = await ZoneAsync(provider);
        var year = Bureau.Today.AddMonths(-3).AddDays(-1).Year - 1;
        var body = await bureau.FoundAsync(Papers.NewOrganisation(), "xiling", category: "transfer-body", recognisedOn: new DateOnly(year, 12, 31));
        var younger = await bureau.FoundAsync(Papers.NewOrganisation(), "xiling", category: "transfer-body", recognisedOn: new DateOnly(year + 1, 1, 1));
        var pilot = await bureau.FoundAsync(Papers.NewOrganisation(), "xiling", category: "pilot-base", recognisedOn: new DateOnly(year, 1, 1));
        var district = bureau.District("xiling");

        var row = (await ReadAsync(bureau, district, "credit-unpublished")).ShouldHaveSingleItem()!;
        (row["id"]!.GetValue<Guid>(), row["lastDay"]!.Day()).ShouldBe((body, new DateOnly(year + 1, 3, 31)));
        (await ReadAsync(bureau, bureau.City, "credit-unpublished", younger)).ShouldBeEmpty();
        (await ReadAsync(bureau, bureau.City, "credit-unpublished", pilot)).ShouldBeEmpty();

        await PublishAsync(year - 1);
        var drafted = (await FileAsync(year)).Accepted().Id;
        (await ReadAsync(bureau, district, "credit-unpublished")).ShouldHaveSingleItem();
        await PublishAsync(drafted);
        (await ReadAsync(bureau, district, "credit-unpublished")).ShouldBeEmpty();

        Task<Reply> FileAsync(int of) => bureau.FileAsync(bureau.City, "credit-records", new { bodyName = "某中心", year = of, performance = "good", credit = "good" }, body);

        async Task PublishAsync(object record)
        {
            var id = record is Guid known ? known : (await FileAsync((int)record)).Accepted().Id;
            (await Bureau.StepAsync(bureau.City2, id, "publish", new { documentNumber = Journey.NewNumber(), decidedOn = Bureau.Today })).State().ShouldBe("published");
        }
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_body_without_an_officer_who_serves_today_is_reminded_page_by_page_and_an_unknown_reminder_is_none(DatabaseProvider provider)
    {
        var bureau = await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "ezhou-offshore-institutions", "2025-01-01");
        var organisation = Papers.NewOrganisation();
        var (body, unit) = (await bureau.FoundAsync(organisation, "liangzihu", category: "campus"), bureau.Operator(organisation, "liangzihu"));
        var (second, district) = (await bureau.FoundAsync(Papers.NewOrganisation(), "liangzihu", category: "regional"), bureau.District("liangzihu"));

        var first = (await district.GetAsync($"/reminders/{bureau.Programme}/liaison-officer-missing?limit=1")).Accepted().Json;
        var next = (await district.GetAsync($"/reminders/{bureau.Programme}/liaison-officer-missing?limit=1&after={first["next"]}")).Accepted().Json;
        ((Guid[])[Only(first), Only(next)]).ShouldBe([body, second]);
        next["next"].ShouldBeNull();

        await EnterAsync("李某", Bureau.Today.AddDays(-1));
        (await ReadAsync(bureau, unit, "liaison-officer-missing")).ShouldHaveSingleItem();
        await EnterAsync("张某", Bureau.Today);
        (await ReadAsync(bureau, unit, "liaison-officer-missing")).ShouldBeEmpty();
        (await ReadAsync(bureau, unit, "working-arrangement-missing")).ShouldHaveSingleItem();
        (await ReadAsync(bureau, district, "liaison-officer-missing")).Select(one => one!["id"]!.GetValue<Guid>()).ShouldBe([second]);

        (await unit.GetAsync($"/reminders/{bureau.Programme}/nothing")).Refused(HttpStatusCode.NotFound);
        (await unit.GetAsync("/reminders?programme=nothing")).Refused(HttpStatusCode.NotFound);
        (await Person.Of(bureau.Host, new Testing.Identity.TestUser("expert-registers", ["expert"], Bureau.Jurisdiction)).GetAsync("/reminders")).Status.ShouldBe(HttpStatusCode.Forbidden);

        static Guid Only(JsonNode page) => page["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<Guid>();

        async Task EnterAsync(string name, DateOnly servesUntil) => (await bureau.FileAsync(
            unit, "liaison-officers", new { name, employer = "某公司", phone = "02700000000", duties = "联系团队", servesFrom = Bureau.Today.AddDays(-1), servesUntil }, body)).Accepted();
    }

    [Fact]
    public async Task After_a_plans_end_what_it_takes_no_more_is_not_asked_for_and_what_runs_still_is()
    {
        var bureau = await Bureau.OfItsOwnAsync(await registry.OnAsync(DatabaseProvider.Sqlite), "hubei-transfer-zone", "2021-10-19", until: Bureau.Today);
        var code = Papers.NewOrganisation();
        (await bureau.FileAsync(bureau.City, "universities", new { unitName = "某大学", unitCode = code, kind = "institute" })).Accepted();
        (await ReadAsync(bureau, bureau.City, "rules-missing")).ShouldHaveSingleItem();

        var ended = await Bureau.OfItsOwnAsync(bureau.Host, "hubei-transfer-zone", "2021-10-19", until: Bureau.Today.AddDays(-1));
        await ended.FoundAsync(Papers.NewOrganisation(), category: "transfer-body", recognisedOn: new DateOnly(2022, 1, 1));
        var summary = (await ended.City.GetAsync($"/reminders?programme={ended.Programme}")).Accepted();
        Counted(summary, "rules-missing").Count.ShouldBe(0);
        Counted(summary, "credit-unpublished").ShouldBe((1, true));
    }

    private static (int Count, bool WaitsForMe) Counted(Reply summary, string reminder)
    {
        var one = summary.Json["items"]!.AsArray().Single(item => item!["name"]!.GetValue<string>() == reminder)!;
        return (one["count"]!.GetValue<int>(), one["waitsForMe"]!.GetValue<bool>());
    }

    private static async Task<JsonArray> ReadAsync(Bureau bureau, Person by, string reminder, Guid? about = null) =>
        (await by.GetAsync($"/reminders/{bureau.Programme}/{reminder}?limit=200{(about is null ? "" : $"&about={about}")}")).Accepted().Json["items"]!.AsArray();

    private async Task<Bureau> ZoneAsync(DatabaseProvider provider) => await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "hubei-transfer-zone", "2021-10-19");
}
