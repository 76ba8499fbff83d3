using System.Net;
using Registry.Applications;
using Registry.Data;
using Registry.Institutions;
using Registry.Tests.Calls;
using Registry.Tests.Hosting;
using Registry.Tests.Registers;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;
using Xunit;

namespace Registry.Tests.Links;

/// <summary>An offshore platform rests on an incubator whose level and operator are on record, not on what its applicant types (EO-06).</summary>
[Collection(TimedRegistry.Collection)]
public sealed class CarrierLinkTests(TimedRegistry registry)
{
    private const string Carriers = "ezhou-incubation-carriers";

    [Theory, ClassData(typeof(Providers))]
    public async Task The_level_on_record_on_the_day_of_submission_decides_and_only_a_carrier_that_the_host_runs_needs_nobody_to_verify_it(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider, "2026-06-01 09:00:00");
        (await CallTests.PublishAsync(host, ["incubator"], "2026-06-01", "2026-06-30")).Accepted();
        var (own, other, alone) = (Applicant(host), Applicant(host), Applicant(host));
        var carrier = await FoundAsync(host.Service, own.Organisation);

        own.Answers["carrier"] = Guid.CreateVersion7();
        await own.DraftAsync();
        (await own.SubmitAsync()).Refused(HttpStatusCode.BadRequest, "answers-refused", "EO-06")["inputs"]!["problems"]![0]!["field"]!.GetValue<string>().ShouldBe("carrier");
        own.Answers["carrier"] = carrier;
        await own.SaveAsync();

        // Its own application said that it has no level: what it says now does not count.
        (await own.SubmitAsync()).Accepted();
        (await VerdictsAsync(own)).ShouldBe(("not-met", "met"));
        await GrantAsync(host, own, carrier, "city", "2026-06-02");
        (await VerdictsAsync(own)).ShouldBe(("not-met", "met"));

        // Handed in again a day before it has the level, then on the day.
        (await own.ReturnAsync("carrier")).Accepted();
        (await own.SubmitAsync()).Accepted();
        (await VerdictsAsync(own)).ShouldBe(("not-met", "met"));
        host.Set("2026-06-02 00:00:00");
        (await own.ReturnAsync("carrier")).Accepted();
        (await own.SubmitAsync()).Accepted();
        (await VerdictsAsync(own)).ShouldBe(("met", "met"));

        other.Answers["carrier"] = carrier;
        await other.SubmittedAsync();
        (await VerdictsAsync(other)).ShouldBe(("met", "needs-person"));
        await alone.SubmittedAsync();
        (await VerdictsAsync(alone)).ShouldBe(("met", "needs-person"));
    }

    private static Journey Applicant(TimedHost host)
    {
        var body = CallTests.Applicant(host, "incubator");
        (body.Answers["carrierName"], body.Answers["carrierLevel"]) = ("某孵化器", "city");
        (body.Answers["siteLayout"], body.Answers["siteSummary"]) = ("scattered", "两处场地");
        body.Answers["pipeline"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["name"] = "某项目", ["direction"] = "future", ["intention"] = "willing" });
        return body;
    }

    private static async Task<(string Level, string OnRecord)> VerdictsAsync(Journey body)
    {
        var conditions = (await body.SeenByAsync(body.District)).Accepted().Json["examination"]!.AsArray();
        return (Verdict("incubator-level-reached"), Verdict("incubator-on-record"));

        string Verdict(string name) => conditions.Single(c => c!["condition"]!.GetValue<string>() == name)!["verdict"]!.GetValue<string>();
    }

    private static async Task GrantAsync(TimedHost host, Journey by, Guid carrier, string level, string from)
    {
        object answers = new { kind = "level", level, from, grantedBy = "鄂州市科技局", documentNumber = Journey.NewNumber() };
        var entry = (await by.Operator.PostAsync($"/registers/{Carriers}/levels/entries", new { answers, aboutId = carrier })).Accepted().Id;
        (await Bureau.AttachAsync(by.Operator, entry, "certificate")).Accepted();
        (await Bureau.HandInAsync(by.Operator, entry)).Accepted();
        (await Bureau.StepAsync(Person.City(host.Service, "ezhou"), entry, "confirm", new { })).State().ShouldBe("confirmed");
    }

    /// <summary>A carrier on the register, whose application said that it has no level.</summary>
    private static Task<Guid> FoundAsync(ServiceHost host, string organisation) => host.InScopeAsync<RegistryDb, Guid>(db => db.WriteAsync(
        ct =>
        {
            var application = new Application
            {
                Programme = Carriers,
                Jurisdiction = "ezhou",
                District = "gedian",
                Organisation = organisation,
                StartedOn = new(2024, 3, 1),
                Answers = """{ "level": "none" }""",
            };
            var carrier = new Institution
            {
                Programme = Carriers,
                Jurisdiction = "ezhou",
                District = "gedian",
                Name = Bureau.Unique("某孵化器"),
                Category = "incubator",
                ImplementingBodyCode = organisation,
                ImplementingBodyName = "某运营公司",
                CoBuilt = false,
                ApplicationId = application.Id,
                Standing = "filed",
                StandingSince = new(2024, 3, 1),
                DecisionNumber = Journey.NewNumber(),
            };
            db.AddRange(application, carrier);
            return Task.FromResult(carrier.Id);
        },
        CancellationToken.None));
}
