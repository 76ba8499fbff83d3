using System.Net;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Interpretations;

public sealed class InterpretationTests(RunningRegistry registry)
{
    private const string Path = "/interpretations";

    [Theory, ClassData(typeof(Providers))]
    public async Task The_city_enters_a_dated_reading_beside_its_clause(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var city = Person.City(host);
        var number = Journey.NewNumber();

        var entered = (await city.PostAsync(Path, Reading(number))).Accepted();

        var reader = Person.Operator(host, Papers.NewOrganisation());
        var beside = (await reader.GetAsync($"{Path}?programme=zhoushan-innovation-centres&clause=ZS-24&limit=200")).Accepted().Json["items"]!.AsArray();
        var line = beside.Single(entry => entry!["id"]!.GetValue<Guid>() == entered.Id)!;
        line["documentNumber"]!.GetValue<string>().ShouldBe(number);
        line["issuedOn"]!.GetValue<string>().ShouldBe($"{Journey.Today:yyyy-MM-dd}");
        (await reader.GetAsync($"{Path}?clause=ZS-19&limit=200")).Text.ShouldNotContain(entered.Id.ToString());
        var elsewhere = Person.Of(host, new TestUser("ez-leader", ["leader"], "ezhou"));
        (await elsewhere.GetAsync(Path)).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_reading_needs_a_clause_of_the_document_a_number_and_a_day_that_can_be(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var city = Person.City(host);
        var number = Journey.NewNumber();

        (await city.PostAsync(Path, Reading(number, clause: "ZS-99"))).Refused(HttpStatusCode.BadRequest, "bad-input", "clause");
        (await city.PostAsync(Path, Reading(number, clause: "P-2"))).Refused(HttpStatusCode.BadRequest, "bad-input", "clause");
        (await city.PostAsync(Path, Reading(number, text: " "))).Refused(HttpStatusCode.BadRequest, "bad-input", "text");
        (await city.PostAsync(Path, Reading(" "))).Refused(HttpStatusCode.BadRequest, "bad-input", "documentNumber");
        (await city.PostAsync(Path, Reading(number, issuedOn: Journey.Today.AddDays(1)))).Refused(HttpStatusCode.Conflict, "date-in-future", "ZS-33");
        (await Person.District(host).PostAsync(Path, Reading(number))).Refused(HttpStatusCode.Forbidden);
        (await Person.City(host, "ezhou").PostAsync(Path, Reading(number))).Refused(HttpStatusCode.NotFound);
        (await city.PostAsync(Path, Reading(number))).Accepted();
        (await city.PostAsync(Path, Reading(number))).Refused(HttpStatusCode.Conflict, "interpretation-entered", "ZS-33");
        (await city.PostAsync(Path, Reading(number, clause: "ZS-09"))).Accepted();
    }

    private static object Reading(string documentNumber, string clause = "ZS-24", string text = "各方包括牵头单位和实施主体。", DateOnly? issuedOn = null) => new
    {
        programme = "zhoushan-innovation-centres",
        clause,
        text,
        documentNumber,
        issuedOn = issuedOn ?? Journey.Today,
    };
}
