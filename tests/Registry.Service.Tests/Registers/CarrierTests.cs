using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Tests.Hosting;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Registers;

/// <summary>Ezhou's carriers: the chain and its companies, benchmarks, levels, what a park sees (EI-02, EI-04, EI-13, EI-15).</summary>
public sealed class CarrierTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_companys_passage_through_the_chain_is_shown_as_of_any_day(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var organisation = Papers.NewOrganisation();
        var (carrier, incubator, park) = (bureau.Operator(organisation), await bureau.FoundAsync(organisation), await bureau.FoundAsync(Papers.NewOrganisation()));
        var company = (await bureau.FileAsync(carrier, "companies", Company())).Accepted().Id;
        var moved = Bureau.Today.AddDays(-100);
        var first = (await bureau.FileAsync(carrier, "passages", new { carrier = incubator, stage = "incubator", enteredOn = Bureau.Today.AddDays(-400) }, company)).Accepted().Id;
        (await Bureau.StepAsync(carrier, first, "leave", new { answers = new { leftOn = moved, where = "next-stage" } })).State().ShouldBe("left");
        (await bureau.FileAsync(carrier, "passages", new { carrier = park, stage = "accelerator", enteredOn = moved }, company)).Accepted();

        (await StagesAsync(Bureau.Today.AddDays(-401))).ShouldBeEmpty();
        (await StagesAsync(moved.AddDays(-1))).ShouldBe(["incubator"]);
        (await StagesAsync(moved)).ShouldBe(["accelerator"]);
        var seen = (await carrier.GetAsync($"/entries/{company}")).Accepted().Json;
        seen["linked"]!.AsArray().Select(linked => $"{linked!["register"]} {linked["state"]}").ShouldBe(["passages staying", "passages left"]);
        (await carrier.GetAsync($"/registers?programme={bureau.Programme}&about={company}&on={moved:yyyy-MM-dd}")).Accepted()
            .Json["items"]!.AsArray().Single(row => row!["name"]!.GetValue<string>() == "passages")!["entries"]!.GetValue<int>().ShouldBe(1);
        (await bureau.FileAsync(carrier, "passages", new { carrier = Guid.CreateVersion7(), stage = "incubator", enteredOn = moved }, company)).Refused(HttpStatusCode.BadRequest, "answers-refused");

        async Task<string[]> StagesAsync(DateOnly on) => (await bureau.ListAsync(carrier, "passages", $"about={company}&on={on:yyyy-MM-dd}")).Columns("stage");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_next_carrier_finds_a_company_by_its_code_sees_its_passage_alone_and_enters_its_stay(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var (first, next, code) = (Papers.NewOrganisation(), Papers.NewOrganisation(), Papers.NewOrganisation());
        var (incubator, accelerator) = (await bureau.FoundAsync(first), await bureau.FoundAsync(next, "huarong"));
        var (owner, carrier) = (bureau.Operator(first), bureau.Operator(next, "huarong"));
        object answers = new { name = Bureau.Unique("光谷智能"), kind = "company", code, establishedOn = "2023-05-01", industry = "digital", business = "商业秘密", contact = "王某" };
        var company = (await bureau.FileAsync(owner, "companies", answers)).Accepted().Id;
        var (entered, moved) = (Bureau.Today.AddDays(-400), Bureau.Today.AddDays(-100));
        var stay = (await bureau.FileAsync(owner, "passages", new { carrier = incubator, stage = "incubator", enteredOn = entered, floorArea = 987_654 }, company)).Accepted();
        stay.Flags().ShouldBeEmpty();

        (await bureau.FileAsync(carrier, "companies", answers)).Refused(HttpStatusCode.Conflict, "entered-already", "EI-02");
        (await carrier.GetAsync($"/entries/{company}")).Refused(HttpStatusCode.NotFound);
        var found = (await carrier.GetAsync(Known(code))).Accepted();
        found.Id.ShouldBe(company);
        found.Json["passages"]!.AsArray().Select(passage => passage!["columns"]!["stage"]!.GetValue<string>()).ShouldBe(["incubator"]);
        found.Json["names"]![incubator.ToString()].ShouldNotBeNull();
        found.Json.ToJsonString().ShouldNotContain("商业秘密");
        found.Json.ToJsonString().ShouldNotContain("王某");
        found.Json.ToJsonString().ShouldNotContain("987654");

        (await bureau.FileAsync(carrier, "passages", new { carrier = incubator, stage = "accelerator", enteredOn = moved }, company))
            .Refused(HttpStatusCode.BadRequest, "answers-refused", "EI-02")["inputs"]!["problems"]![0]!["field"]!.GetValue<string>().ShouldBe("carrier");
        object there = new { carrier = accelerator, stage = "accelerator", enteredOn = moved };
        var second = (await bureau.FileAsync(carrier, "passages", there, company)).Accepted();
        second.Flags().ShouldBe(["EI-02 one-carrier-at-a-time"]);
        (await bureau.District("huarong").GetAsync($"/entries/{second.Id}")).Accepted();
        (await bureau.District().GetAsync($"/entries/{second.Id}")).Refused(HttpStatusCode.NotFound);

        // It left on the very day on which it entered the next one: it was in one carrier at a time.
        (await Bureau.StepAsync(owner, stay.Id, "leave", new { answers = new { leftOn = moved, where = "next-stage" } })).State().ShouldBe("left");
        (await Bureau.SaveAsync(carrier, second.Id, there)).Flags().ShouldBeEmpty();
        (await owner.GetAsync(Known(code))).Accepted().Json["passages"]!.AsArray().Count.ShouldBe(2);
        (await carrier.GetAsync(Known(Papers.NewOrganisation()))).Refused(HttpStatusCode.NotFound);
        (await carrier.GetAsync(Known(code[..9]))).Refused(HttpStatusCode.BadRequest, "bad-input", "code");
        (await bureau.Leader.GetAsync(Known(code))).Refused(HttpStatusCode.Forbidden, "forbidden", "EI-02");

        string Known(string asked) => $"/registers/{bureau.Programme}/companies/known?code={asked}";
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_concerns_a_carrier_moves_with_it_to_another_park(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var (organisation, district, left, joined) = (Papers.NewOrganisation(), Bureau.Unique("zone-"), Bureau.Unique("park-"), Bureau.Unique("park-"));
        (await PlaceAsync(district, "zone", null)).Accepted();
        (await PlaceAsync(left, "park", district)).Accepted();
        (await PlaceAsync(joined, "park", district)).Accepted();
        var (carrier, body) = (bureau.Operator(organisation, district), await bureau.FoundAsync(organisation, district, left));
        var company = (await bureau.FileAsync(carrier, "companies", Company())).Accepted().Id;
        var stay = (await bureau.FileAsync(carrier, "passages", new { carrier = body, stage = "incubator", enteredOn = Bureau.Today }, company)).Accepted().Id;
        var room = (await bureau.FileAsync(carrier, "facilities", new { name = "标准厂房", kind = "workshop", floorArea = 900 }, body)).Accepted().Id;
        (await SeesAsync(left)).ShouldBe([true, true, true]);

        (await bureau.City.PutAsync($"/institutions/{body}/park", new { park = joined }, (await bureau.City.GetAsync($"/institutions/{body}")).ETag)).Accepted();
        (await SeesAsync(left)).ShouldBe([false, false, false]);
        (await SeesAsync(joined)).ShouldBe([true, true, true]);
        var again = await bureau.City.PutAsync($"/institutions/{body}/park", new { park = joined }, (await bureau.City.GetAsync($"/institutions/{body}")).ETag);
        again.Refused(HttpStatusCode.Conflict, "in-that-park", "EI-13");

        Task<Reply> PlaceAsync(string code, string kind, string? parent) =>
            bureau.City.PostAsync("/places", new { code, kind, parent, zh = "某地", en = "somewhere", from = "2024-01-01" });

        async Task<bool[]> SeesAsync(string park)
        {
            var seen = new List<bool>();
            foreach (var id in new[] { company, stay, room })
            {
                seen.Add((await bureau.Park(park).GetAsync($"/entries/{id}")).Status == HttpStatusCode.OK);
            }

            return [.. seen];
        }
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_landing_is_verified_by_the_district_where_it_lands(DatabaseProvider provider)
    {
        var bureau = await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "ezhou-offshore-institutions", "2025-01-01");
        var organisation = Papers.NewOrganisation();
        var (host, body) = (bureau.Operator(organisation), await bureau.FoundAsync(organisation));
        object project = new { projectName = Bureau.Unique("热像仪"), owner = "某团队", direction = "strategic", landingDistrict = "gedian", since = "2025-04-01", summary = "整机生产线" };
        var entry = (await bureau.FileAsync(host, "landed-projects", project, body)).Accepted().Id;
        (await Bureau.StepAsync(host, entry, "report-landing", new { answers = new { landedOn = Bureau.Today, companyName = "某公司", investmentFen = 100 } })).State().ShouldBe("reported");

        (await Bureau.StepAsync(bureau.District(), entry, "confirm-landing", new { })).Refused(HttpStatusCode.Forbidden, "forbidden", "EO-16");
        (await Bureau.StepAsync(bureau.District("huarong"), entry, "confirm-landing", new { })).Refused(HttpStatusCode.NotFound);
        (await Bureau.StepAsync(bureau.District("gedian"), entry, "confirm-landing", new { })).State().ShouldBe("landed");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_third_benchmark_is_entered_with_a_note_and_one_that_ended_no_longer_counts(DatabaseProvider provider)
    {
        var bureau = await Bureau.OfItsOwnAsync(await registry.OnAsync(provider), "ezhou-incubation-carriers", "2024-02-13", until: null);
        var first = await CultivateAsync(bureau);
        first.Flags().ShouldBe(["EI-04 benchmark-criteria"]);
        (await CultivateAsync(bureau)).Flags().ShouldBe(["EI-04 benchmark-criteria"]);

        var third = await CultivateAsync(bureau);
        third.Flags().ShouldBe(["EI-04 benchmark-criteria", "EI-04 benchmarks-counted"]);
        third.Number().ShouldBe(3);
        object choice = new { documentNumber = Journey.NewNumber() };
        (await Bureau.StepAsync(bureau.City, first.Id, "choose", choice)).Refused(HttpStatusCode.BadRequest, "bad-input", "reason");
        var chosen = await Bureau.StepAsync(bureau.City, first.Id, "choose", new { documentNumber = Journey.NewNumber(), reason = "四项标准均符合" });
        chosen.State().ShouldBe("chosen");
        chosen.Json["flags"]![0]!["answer"]!.GetValue<string>().ShouldBe("四项标准均符合");

        (await Bureau.StepAsync(bureau.City2, first.Id, "end", new { })).State().ShouldBe("ended");
        (await Bureau.StepAsync(bureau.City2, third.Id, "end", new { reason = "不再培育" })).State().ShouldBe("ended");
        (await CultivateAsync(bureau)).Flags().ShouldBe(["EI-04 benchmark-criteria"]);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Levels_and_specialisations_are_a_dated_history(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var organisation = Papers.NewOrganisation();
        var (carrier, body) = (bureau.Operator(organisation), await bureau.FoundAsync(organisation));
        var raised = new DateOnly(2025, 3, 1);
        var city = await GrantAsync("city", new DateOnly(2024, 3, 1));
        await GrantAsync("provincial", raised);
        (await Bureau.StepAsync(bureau.City2, city, "end", new { answers = new { endedOn = raised } })).State().ShouldBe("ended");

        (await LevelsAsync(new DateOnly(2024, 2, 29))).ShouldBeEmpty();
        (await LevelsAsync(new DateOnly(2024, 3, 1))).ShouldBe(["city"]);
        (await LevelsAsync(raised.AddDays(-1))).ShouldBe(["city"]);
        (await LevelsAsync(raised)).ShouldBe(["provincial"]);
        (await LevelsAsync(raised, "&level=city")).ShouldBeEmpty();
        (await bureau.ListAsync(carrier, "levels", "grantedBy=x")).Refused(HttpStatusCode.BadRequest, "bad-input", "grantedBy");

        async Task<Guid> GrantAsync(string level, DateOnly from)
        {
            object answers = new { kind = "level", level, from, grantedBy = "湖北省科技厅", documentNumber = Journey.NewNumber() };
            var entry = (await bureau.FileAsync(carrier, "levels", answers, body, "certificate")).Accepted();
            (await Bureau.StepAsync(bureau.City, entry.Id, "confirm", new { })).State().ShouldBe("confirmed");
            return entry.Id;
        }

        async Task<string[]> LevelsAsync(DateOnly on, string more = "") => (await bureau.ListAsync(carrier, "levels", $"about={body}&on={on:yyyy-MM-dd}{more}")).Columns("level");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_park_sees_its_own_a_district_its_own_the_city_all(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var (park, otherPark) = (Bureau.Unique("park"), Bureau.Unique("park"));
        var entry = (await bureau.FileAsync(bureau.Park(park), "companies", Company())).Accepted();

        (await bureau.Park(park).GetAsync($"/entries/{entry.Id}")).Accepted().Json["park"]!.GetValue<string>().ShouldBe(park);
        (await bureau.Park(otherPark).GetAsync($"/entries/{entry.Id}")).Refused(HttpStatusCode.NotFound);
        (await bureau.District().GetAsync($"/entries/{entry.Id}")).Accepted();
        (await bureau.District("huarong").GetAsync($"/entries/{entry.Id}")).Refused(HttpStatusCode.NotFound);
        (await bureau.City.GetAsync($"/entries/{entry.Id}")).Accepted();
        (await bureau.ListAsync(bureau.Park(otherPark), "companies")).Titles().ShouldNotContain(entry.Json["title"]!.GetValue<string>());
        (await Person.City(bureau.Host, "elsewhere").GetAsync($"/entries/{entry.Id}")).Refused(HttpStatusCode.NotFound);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_a_target_counts_is_told_at_each_change_and_once_more_where_it_stood_there_before(DatabaseProvider provider)
    {
        var bureau = await OpenAsync(provider);
        var organisation = Papers.NewOrganisation();
        var (carrier, body, address) = (bureau.Operator(organisation), await bureau.FoundAsync(organisation), Bureau.Unique("某路"));
        var premises = await bureau.DraftAsync(carrier, "premises", Premises(1200), body, "proof");
        (await ToldAsync(premises)).ShouldBeEmpty("a draft is nobody's business");
        (await Bureau.HandInAsync(carrier, premises)).Accepted();
        (await Bureau.SaveAsync(carrier, premises, Premises(1500))).Accepted();
        (await Bureau.StepAsync(carrier, premises, "give-up", new { })).State().ShouldBe("given-up");
        var facility = (await bureau.FileAsync(carrier, "facilities", new { name = "标准厂房", kind = "workshop", floorArea = 900 }, body)).Accepted().Id;

        var told = await ToldAsync(premises);
        told.Select(said => said["answers"]!.AsArray().Single()!.ToJsonString()).ShouldBe([Area(1200), Area(1500), Area(1500)], "what is counted by, and not where it is");
        told.Select(said => said["version"]!.GetValue<long>()).ShouldBeInOrder();
        told[^1]["states"]!.AsArray().Select(state => $"{state!["state"]} {state["on"]}").ShouldBe([$"in-use {Bureau.Today:yyyy-MM-dd}", $"given-up {Bureau.Today:yyyy-MM-dd}"]);
        (told[^1]["institutionId"]!.GetValue<Guid>(), told[^1]["from"]!.GetValue<string>(), told[^1]["district"]!.GetValue<string>()).ShouldBe((body, "2024-03-01", "echeng"));
        (await ToldAsync(facility)).ShouldBeEmpty("nothing counts it");

        var company = (await bureau.FileAsync(carrier, "companies", Company())).Accepted().Id;
        var stay = (await bureau.FileAsync(carrier, "passages", new { carrier = body, stage = "incubator", enteredOn = "2024-05-01" }, company)).Accepted().Id;
        var stayed = (await ToldAsync(stay)).ShouldHaveSingleItem();
        (stayed["institutionId"]!.GetValue<Guid>(), stayed["aboutEntryId"]!.GetValue<Guid>(), stayed["answers"]!.ToJsonString())
            .ShouldBe((body, company, """[{"field":"enteredOn","text":"2024-05-01"}]"""), "whose entry it is tells its link to the carrier");

        await bureau.Host.InScopeAsync<RegistryDb, int>(db => db.RegisterEntries.Where(e => e.Id == premises).ExecuteUpdateAsync(set => set.SetProperty(e => e.ToldBy, (string?)null)));
        await SweepAsync();
        await SweepAsync();
        (await ToldAsync(premises)).Select(said => said["version"]!.GetValue<long>()).ShouldBe([.. told.Select(said => said["version"]!.GetValue<long>()), told[^1]["version"]!.GetValue<long>()]);
        (await ToldAsync(stay)).ShouldHaveSingleItem("nothing is told anew of a register that is counted as before");

        object Premises(int area) => new { address, tenure = "owned", floorArea = area, from = "2024-03-01" };

        static string Area(int area) => $$"""{"field":"floorArea","text":"{{area}}"}""";

        Task<int> SweepAsync() => bureau.Host.InScopeAsync<IEnumerable<ISweep>, int>(
            sweeps => sweeps.Single(sweep => sweep.Name == "counted-entries").RunAsync(Bureau.Today, TestContext.Current.CancellationToken));

        Task<List<JsonNode>> ToldAsync(Guid entry) => bureau.Host.InScopeAsync(async (RegistryDb db) =>
            (await db.Database.SqlQuery<string>($"SELECT \"Body\" AS \"Value\" FROM \"OutboxMessage\" WHERE \"StreamKey\" = {$"entry/{entry}"} ORDER BY \"Sequence\"").ToListAsync())
                .ConvertAll(said => JsonNode.Parse(said)!));
    }

    private async Task<Bureau> OpenAsync(DatabaseProvider provider) => await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "ezhou-incubation-carriers", "2024-02-13");

    private static object Company() => new { name = Bureau.Unique("光谷智能"), kind = "company", code = Papers.NewOrganisation(), establishedOn = "2023-05-01", industry = "digital", business = "工业软件" };

    private static async Task<Reply> CultivateAsync(Bureau bureau)
    {
        var body = await bureau.FoundAsync(Papers.NewOrganisation());
        object answers = new
        {
            industryChain = Bureau.Unique("智能制造"), focus = "聚焦产业链", ability = "服务能力强", results = "成效明显", example = "示范作用", from = Bureau.Today,
        };
        return (await bureau.FileAsync(bureau.District(), "benchmarks", answers, body, "evidence")).Accepted();
    }
}
