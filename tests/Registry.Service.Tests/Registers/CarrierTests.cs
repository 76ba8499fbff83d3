using System.Net;
using Registry.Tests.Hosting;
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
