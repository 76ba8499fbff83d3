using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Registers;

/// <summary>What every register has in common: drafts, numbers, keys, amendments, lists, who sees what, a plan's end.</summary>
public sealed class EntryTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Of_many_who_file_the_same_at_once_one_gets_through_and_numbers_have_no_gaps(DatabaseProvider provider)
    {
        var bureau = await Bureau.OfItsOwnAsync(await registry.OnAsync(provider), "ezhou-incubation-carriers", "2024-02-13", until: null);
        var people = Enumerable.Range(0, 6).Select(_ => bureau.Operator(Papers.NewOrganisation())).ToList();
        var drafts = await Task.WhenAll(people.Select(async person => (Person: person, Id: await bureau.DraftAsync(person, "mentors", Mentor("13900000001"), null, "consent"))));

        var replies = await Task.WhenAll(drafts.Select(draft => Bureau.HandInAsync(draft.Person, draft.Id)));

        var filed = replies.Where(reply => reply.Status == HttpStatusCode.OK).ShouldHaveSingleItem();
        filed.Number().ShouldBe(1);
        foreach (var reply in replies.Where(reply => reply != filed))
        {
            reply.Refused(HttpStatusCode.Conflict, "entered-already");
        }

        (await bureau.FileAsync(people[0], "mentors", Mentor(" １３９00000002 "), null, "consent")).Number().ShouldBe(2);
        (await bureau.FileAsync(people[1], "mentors", Mentor("13900000002"), null, "consent")).Refused(HttpStatusCode.Conflict, "entered-already", "EI-06");
        (await Bureau.StepAsync(bureau.City, filed.Id, "refuse", new { answers = new { reason = "材料不实" } })).State().ShouldBe("refused");
        (await bureau.FileAsync(people[1], "mentors", Mentor("13900000001"), null, "consent")).Number().ShouldBe(3);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_draft_may_be_wrong_and_is_its_makers_alone_and_what_is_filed_is_judged_and_stays(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var (organisation, phone) = (Papers.NewOrganisation(), Bureau.Unique("138"));
        var carrier = bureau.Operator(organisation);
        var draft = (await bureau.StartAsync(carrier, "mentors", new { name = "周导师" })).Accepted();

        (await carrier.PutAsync($"/entries/{draft.Id}", new { answers = new { nothing = 1 } }, draft.ETag)).Refused(HttpStatusCode.BadRequest, "bad-input", "answers");
        (await carrier.PutAsync($"/entries/{draft.Id}", new { answers = new { } }, "\"99\"")).Refused(HttpStatusCode.PreconditionFailed);
        (await bureau.Operator(Papers.NewOrganisation()).GetAsync($"/entries/{draft.Id}")).Refused(HttpStatusCode.NotFound);
        (await bureau.City.GetAsync($"/entries/{draft.Id}")).Refused(HttpStatusCode.NotFound);
        var refused = await Bureau.HandInAsync(carrier, draft.Id);
        refused.Refused(HttpStatusCode.BadRequest, "answers-refused", "EI-06");
        refused.Problems().ShouldBe(["employer", "post", "phone", "fields", "introduction", "servesFrom", "servesUntil", "consent"], ignoreOrder: true);
        (await Bureau.AttachAsync(carrier, draft.Id, "nothing")).Refused(HttpStatusCode.BadRequest, "bad-input", "field");

        (await Bureau.AttachAsync(carrier, draft.Id, "consent")).Accepted();
        (await Bureau.SaveAsync(carrier, draft.Id, Mentor(phone))).Accepted();
        var filed = await Bureau.HandInAsync(carrier, draft.Id);
        filed.State().ShouldBe("submitted");
        (await Bureau.HandInAsync(carrier, draft.Id)).Refused(HttpStatusCode.Conflict, "wrong-state");
        (await carrier.DeleteAsync($"/entries/{draft.Id}")).Refused(HttpStatusCode.Conflict, "wrong-state");
        var file = filed.Json["files"]!.AsArray().Single()!["id"]!.GetValue<Guid>();
        (await bureau.District().GetAsync($"/entries/{draft.Id}/attachments/{file}")).Accepted().Text.ShouldContain("consent");
        (await bureau.Operator(Papers.NewOrganisation()).GetAsync($"/entries/{draft.Id}/attachments/{file}")).Refused(HttpStatusCode.NotFound);

        var given = (await bureau.StartAsync(carrier, "mentors", new { })).Accepted().Id;
        (await carrier.DeleteAsync($"/entries/{given}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await carrier.GetAsync($"/entries/{given}")).Refused(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_amendment_shows_what_was_before_and_after_and_the_applicant_makes_none_once_others_have_gone_on(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var (carrier, phone) = (bureau.Operator(Papers.NewOrganisation()), Bureau.Unique("137"));
        var entry = (await bureau.FileAsync(carrier, "mentors", Mentor(phone), null, "consent")).Accepted().Id;

        var amended = await Bureau.SaveAsync(carrier, entry, Mentor(phone, employer: "湖北某研究院", fields: ["law"]));

        var line = amended.Accepted().Json["timeline"]!.AsArray()[^1]!;
        line["act"]!.GetValue<string>().ShouldBe("amended");
        line["changes"]!.AsArray().Select(change => change!["field"]!.GetValue<string>()).ShouldBe(["employer", "fields"]);
        (await Bureau.AttachAsync(carrier, entry, "consent")).Refused(HttpStatusCode.Conflict, "files-fixed", "EI-06");
        var consent = amended.Json["files"]!.AsArray().Single()!["id"]!.GetValue<Guid>();
        (await carrier.DeleteAsync($"/entries/{entry}/attachments/{consent}")).Refused(HttpStatusCode.Conflict, "files-fixed", "EI-06");
        line["changes"]![0]!["before"]!.GetValue<string>().ShouldBe("某大学");
        line["changes"]![0]!["after"]!.GetValue<string>().ShouldBe("湖北某研究院");
        (await Bureau.SaveAsync(carrier, entry, new { name = "无" })).Refused(HttpStatusCode.BadRequest, "answers-refused");
        (await bureau.ListAsync(carrier, "mentors", "fields=law&q=" + Uri.EscapeDataString("某研究"))).Titles().ShouldHaveSingleItem();
        (await bureau.ListAsync(carrier, "mentors", "fields=technology")).Titles().ShouldBeEmpty();

        (await Bureau.StepAsync(bureau.City, entry, "accept", new { })).Refused(HttpStatusCode.BadRequest, "bad-input", "documentNumber");
        (await Bureau.StepAsync(bureau.City, entry, "accept", new { documentNumber = Journey.NewNumber(), decidedOn = Bureau.Today.AddDays(1) })).Refused(HttpStatusCode.Conflict, "date-in-future");
        (await Bureau.StepAsync(bureau.City, entry, "accept", new { documentNumber = Journey.NewNumber() })).State().ShouldBe("filed");
        (await Bureau.SaveAsync(carrier, entry, Mentor(phone))).Refused(HttpStatusCode.Conflict, "entry-moved-on", "EI-06");
        (await Bureau.SaveAsync(bureau.District(), entry, Mentor(phone))).Refused(HttpStatusCode.Conflict, "entry-confirmed", "EI-06");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_list_is_paged_searched_by_any_piece_of_a_name_and_shows_each_only_its_own(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var (organisation, mark) = (Papers.NewOrganisation(), Bureau.Unique("量子"));
        var carrier = bureau.Operator(organisation);
        foreach (var name in (string[])["甲", "乙", "丙"])
        {
            (await bureau.FileAsync(carrier, "companies", Company($"{mark}计算{name}公司"))).Accepted();
        }

        var first = await bureau.ListAsync(carrier, "companies", $"q={Uri.EscapeDataString(mark + "计")}&limit=2");
        first.Titles().ShouldBe([$"{mark}计算丙公司", $"{mark}计算乙公司"]);
        (await bureau.ListAsync(carrier, "companies", $"q={Uri.EscapeDataString(mark + "计")}&limit=2&after={first.Json["next"]}")).Titles().ShouldBe([$"{mark}计算甲公司"]);
        (await bureau.ListAsync(carrier, "companies", $"q={Uri.EscapeDataString("算乙公")}&industry=digital&kind=company")).Titles().ShouldBe([$"{mark}计算乙公司"]);
        (await bureau.ListAsync(carrier, "companies", "industry=health")).Titles().ShouldBeEmpty();
        (await bureau.ListAsync(carrier, "companies", "state=graduated")).Titles().ShouldBeEmpty();
        (await bureau.ListAsync(carrier, "companies", "state=nothing")).Refused(HttpStatusCode.BadRequest, "bad-input", "state");
        (await bureau.ListAsync(bureau.Operator(Papers.NewOrganisation()), "companies")).Titles().ShouldBeEmpty();
        (await bureau.ListAsync(Person.City(bureau.Host, "elsewhere"), "companies")).Refused(HttpStatusCode.NotFound);
        (await carrier.GetAsync($"/registers?programme={bureau.Programme}")).Accepted().Json["items"]!.AsArray()
            .Single(row => row!["name"]!.GetValue<string>() == "companies")!["counts"]!["in-incubation"]!.GetValue<int>().ShouldBe(3);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_runs_runs_on_after_a_plans_end_and_nothing_new_begins(DatabaseProvider provider)
    {
        var bureau = await Bureau.OfItsOwnAsync(await registry.OnAsync(provider), "ezhou-incubation-carriers", "2024-02-13", Bureau.Today.AddDays(-1));
        var organisation = Papers.NewOrganisation();
        var (carrier, body) = (bureau.Operator(organisation), await bureau.FoundAsync(organisation));

        (await bureau.StartAsync(carrier, "companies", Company("新企业"))).Refused(HttpStatusCode.Conflict, "policy-ended", "P-6");
        object level = new { kind = "specialisation", specialisation = "general", from = "2025-01-01", grantedBy = "鄂州市", documentNumber = Journey.NewNumber() };
        (await bureau.FileAsync(carrier, "levels", level, body, "certificate")).State().ShouldBe("reported");

        var draft = await Bureau.OfItsOwnAsync(bureau.Host, "shangdang-enclaves", "2023-07-17", until: null, "draft");
        (await draft.StartAsync(draft.City, "documents", new { })).Refused(HttpStatusCode.Conflict, "policy-draft", "P-6");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_public_register_shows_everybody_its_columns_once_an_entry_was_let_in_and_nothing_more(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var organisation = Papers.NewOrganisation();
        var (carrier, body, number) = (bureau.Operator(organisation), await bureau.FoundAsync(organisation), Journey.NewNumber());
        object level = new { kind = "level", level = "national", from = "2025-01-01", grantedBy = "科技部", documentNumber = number };
        var entry = (await bureau.FileAsync(carrier, "levels", level, body, "certificate")).Accepted().Id;
        var stranger = bureau.Operator(Papers.NewOrganisation());
        var everybody = new Person(bureau.Host.Anonymous(), bureau.Host);

        (await TitlesAsync()).ShouldNotContain(number);
        (await stranger.GetAsync($"/entries/{entry}")).Refused(HttpStatusCode.NotFound);
        (await Bureau.StepAsync(bureau.City, entry, "confirm", new { })).Accepted();

        (await TitlesAsync()).ShouldContain(number);
        var shown = (await stranger.GetAsync($"/entries/{entry}")).Accepted().Json;
        shown["answers"]!.AsObject().Select(answer => answer.Key).ShouldBe(["documentNumber", "kind", "level", "from"], ignoreOrder: true);
        shown["files"]!.AsArray().ShouldBeEmpty();
        shown["timeline"]!.AsArray().ShouldBeEmpty();
        (await everybody.GetAsync($"/public/registers?jurisdiction={Bureau.Jurisdiction}&programme={bureau.Programme}")).Accepted().Json["items"]!.AsArray()
            .Select(row => row!["name"]!.GetValue<string>()).ShouldNotContain("companies");
        (await everybody.GetAsync($"/public/registers/{bureau.Programme}/companies")).Refused(HttpStatusCode.NotFound);

        async Task<string[]> TitlesAsync() => (await everybody.GetAsync($"/public/registers/{bureau.Programme}/levels?level=national&limit=200")).Titles();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_export_holds_what_the_list_chooses_and_no_formula(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var carrier = bureau.Operator(Papers.NewOrganisation());
        (await bureau.FileAsync(carrier, "companies", Company("=cmd|' /C calc'!A0"))).Accepted();
        (await bureau.FileAsync(carrier, "companies", Company("普通公司"))).Accepted();

        var csv = (await carrier.GetAsync($"/registers/{bureau.Programme}/companies/export?industry=digital")).Accepted();

        csv.MediaType.ShouldBe("text/csv");
        var lines = csv.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("编号");
        lines[1].ShouldContain("'=cmd");
        lines[2].ShouldContain("普通公司");
        (await carrier.GetAsync($"/registers/{bureau.Programme}/companies/export?industry=health")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem();
        (await carrier.GetAsync($"/registers/{bureau.Programme}/companies/export?format=xlsx")).Accepted().Text.ShouldStartWith("PK");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_operator_enters_unreviewed_facts_about_its_own_body_only(DatabaseProvider provider)
    {
        var bureau = await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "shangdang-enclaves", "2023-07-17");
        var organisation = Papers.NewOrganisation();
        var (own, others) = (await bureau.FoundAsync(organisation), await bureau.FoundAsync(Papers.NewOrganisation()));
        var company = bureau.Operator(organisation);
        object officer = new { name = "王主任", post = "director", phone = "0355-123456", servesFrom = Bureau.Today };

        (await bureau.StartAsync(company, "officers", officer, others)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await bureau.StartAsync(company, "officers", officer)).Refused(HttpStatusCode.BadRequest, "bad-input", "aboutId");
        (await bureau.StartAsync(company, "officers", officer, Guid.CreateVersion7())).Refused(HttpStatusCode.NotFound);
        (await bureau.StartAsync(company, "officers", officer, own)).Accepted();
        (await bureau.StartAsync(bureau.City, "officers", officer, own)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await bureau.StartAsync(bureau.District("huarong"), "officers", officer, own)).Refused(HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task<Bureau> OpenAsync(DatabaseProvider provider) => await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "ezhou-incubation-carriers", "2024-02-13");

    private static object Mentor(string phone, string employer = "某大学", string[]? fields = null) => new
    {
        name = "周导师",
        employer,
        post = "教授",
        phone,
        fields = fields ?? ["technology"],
        introduction = "从事光电子研究二十年",
        servesFrom = Bureau.Today,
        servesUntil = Bureau.Today.AddYears(1),
    };

    private static object Company(string name) =>
        new { name, kind = "company", code = Papers.NewOrganisation(), establishedOn = "2023-05-01", industry = "digital", business = "工业软件" };
}
