using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.PlanDecisions;

/// <summary>A plan's end, what the bureau decides on it, and a draft that is adopted (P-6).</summary>
public sealed class PlanDecisionTests
{
    private static readonly string Plan = Programme.Carriers.Name;

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task After_a_plans_last_day_nothing_new_is_taken_until_two_persons_have_recorded_that_it_goes_on(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var time = new SetTime();
        await using var service = await RunningRegistry.StartOnAsync(database, services => services.AddSingleton<TimeProvider>(time));
        var host = new TimedHost(service, time);
        host.Set("2025-12-31 23:59:59");
        var running = new Journey(service, Programme.Carriers, host.Today);
        await running.SubmittedAsync();
        var draft = new Journey(service, Programme.Carriers, host.Today);
        await draft.DraftAsync();

        host.Set("2026-01-01 00:00:00");
        (await draft.Operator.PostAsync("/applications", new { programme = Plan })).Refused(HttpStatusCode.Conflict, "policy-ended", "P-6");
        (await draft.SubmitAsync()).Refused(HttpStatusCode.Conflict, "policy-ended", "P-6");
        (await running.ReturnAsync()).Accepted();
        (await running.SubmitAsync()).Accepted();

        var (city, second) = (Person.City(service, "ezhou"), Person.City(service, "ezhou", "second"));
        (await RecordAsync(city, "extend", "2025-12-31", "2026-01-01")).Refused(HttpStatusCode.BadRequest);
        var extended = (await RecordAsync(city, "extend", "2026-06-30", "2026-01-01")).Accepted();
        (await draft.SubmitAsync()).Refused(HttpStatusCode.Conflict, "policy-ended");
        (await city.PostAsync($"/plan-decisions/{extended.Id}/confirm", new { }, extended.ETag)).Refused(HttpStatusCode.Forbidden, "recorder-confirms");
        (await second.PostAsync($"/plan-decisions/{extended.Id}/confirm", new { }, extended.ETag)).Accepted();
        (await draft.SubmitAsync()).Accepted();
        var row = (await city.GetAsync("/policies")).Accepted().Json["items"]!.AsArray().Single(pack => pack!["programme"]!.GetValue<string>() == Plan)!;
        (row["endsOn"]!.GetValue<string>(), row["takesNew"]!.GetValue<bool>()).ShouldBe(("2026-06-30", true));

        host.Set("2026-07-01 00:00:00");
        (await draft.Operator.PostAsync("/applications", new { programme = Plan })).Refused(HttpStatusCode.Conflict, "policy-ended", "P-6");
    }

    [Fact]
    public async Task A_draft_takes_nothing_until_it_is_adopted()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = await RunningRegistry.StartOnAsync(database);
        var founder = new Journey(service, Programme.Enclaves);
        (await founder.Operator.PostAsync("/applications", new { programme = founder.Programme })).Refused(HttpStatusCode.Conflict, "policy-draft", "P-6");
        var (office, second) = (Person.City(service, "shangdang"), Person.City(service, "shangdang", "second"));

        var adopted = (await office.PostAsync("/plan-decisions", new { programme = founder.Programme, kind = "adopt", documentNumber = Journey.NewNumber(), decidedOn = Journey.Today })).Accepted();
        (await second.PostAsync($"/plan-decisions/{adopted.Id}/confirm", new { }, adopted.ETag)).Accepted();

        (await founder.SubmittedAsync()).Json["route"]!.GetValue<string>().ShouldBe("founding");
        (await founder.FileAsync(Journey.Today)).Refused(HttpStatusCode.Conflict);
        (await office.PostAsync("/plan-decisions", new { programme = founder.Programme, kind = "adopt", documentNumber = Journey.NewNumber(), decidedOn = Journey.Today }))
            .Refused(HttpStatusCode.Conflict, "not-a-draft", "P-6");
    }

    private static Task<Reply> RecordAsync(Person person, string kind, string until, string decidedOn) =>
        person.PostAsync("/plan-decisions", new { programme = Plan, kind, until, documentNumber = Journey.NewNumber(), decidedOn });
}
