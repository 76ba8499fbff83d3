using System.Net;
using Contracts.Registry;
using Contracts.Reporting;
using Messaging.Outbox;
using Policies;
using Registry.Data;
using Registry.Institutions;
using Registry.MissingReports;
using Registry.Sanctions;
using Registry.Tests.Hosting;
using Registry.Tests.Registers;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;
using static Registry.Tests.Sanctions.Cases;

namespace Registry.Tests.Sanctions;

/// <summary>EO-12: a report that was confirmed as missing proposes a removal, once, and a third person decides on it.</summary>
public sealed class MissingReportTests(RunningRegistry registry)
{
    private static readonly PolicyPack Pack = Repository.Packs.Single(pack => pack.Programme == "ezhou-offshore-institutions");

    [Fact]
    public void A_confirmed_miss_proposes_the_removal_which_who_confirmed_the_miss_does_not_decide()
    {
        var body = Offshore.Body();
        var miss = Miss(body);

        var proposed = Propose(miss, body)!;

        (proposed.Ground, proposed.Measure, proposed.Clause, proposed.Year, proposed.Status).ShouldBe(("report-not-filed", "removal", "EO-12", 2027, SanctionStatus.Proposed));
        proposed.CheckOtherPerson(Who(miss.ConfirmedBy)).ShouldNotBeNull();
        proposed.CheckOtherPerson(Decider).ShouldBeNull();
        body.Standing.ShouldBe(Standings.Filed, "nothing happens by the message alone (P-5)");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_miss_that_arrives_twice_proposes_once_and_another_person_removes_the_body(DatabaseProvider provider)
    {
        var bureau = await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "ezhou-offshore-institutions", "2025-01-01");
        var (body, marker) = (await bureau.FoundAsync(Papers.NewOrganisation()), await bureau.FoundAsync(Papers.NewOrganisation()));
        ReportMissingConfirmed Told(Guid institution) => new()
        {
            ReportId = Guid.CreateVersion7(), InstitutionId = institution, Programme = bureau.Programme, Year = Bureau.Today.Year, Round = 1,
            DueOn = Bureau.Today.AddDays(-1), DocumentNumber = Journey.NewNumber(), DecidedOn = Bureau.Today, ConfirmedBy = $"city-{Bureau.Jurisdiction}", ConfirmedByName = "确认人",
        };
        var miss = Told(body);
        await bureau.Host.InScopeAsync<RegistryDb, int>(async db =>
        {
            foreach (var message in new[] { miss, miss, Told(marker) })
            {
                db.Publish("test/missing", message);
            }

            return await db.SaveChangesAsync();
        });
        await Eventually.HoldsAsync(async () => (await CasesAsync(marker)).Count == 1);

        var proposed = (await CasesAsync(body)).ShouldHaveSingleItem();
        (proposed["ground"]!.GetValue<string>(), proposed["status"]!.GetValue<string>()).ShouldBe(("report-not-filed", "proposed"));
        var decision = new { documentNumber = Journey.NewNumber(), decidedOn = Bureau.Today };
        (await bureau.City.PostAsync($"/sanctions/{proposed["id"]}/confirm", decision, $"\"{proposed["version"]}\"")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await bureau.City2.PostAsync($"/sanctions/{proposed["id"]}/confirm", decision, $"\"{proposed["version"]}\"")).Accepted();
        (await bureau.City.GetAsync($"/institutions/{body}")).Json["standing"]!.GetValue<string>().ShouldBe("removed");

        async Task<List<System.Text.Json.Nodes.JsonNode>> CasesAsync(Guid id) =>
            [.. (await bureau.City.GetAsync($"/sanctions?institution={id}")).Accepted().Json["items"]!.AsArray().Select(one => one!)];
    }

    [Fact]
    public void A_replayed_miss_proposes_nothing_a_second_time_dismissed_or_not()
    {
        var body = Offshore.Body();
        var miss = Miss(body);
        var proposed = Propose(miss, body)!;

        Propose(miss, body, proposed).ShouldBeNull();
        Propose(miss with { ReportId = Guid.CreateVersion7(), Year = 2028 }, body, proposed).ShouldNotBeNull("what waits for its decision hides no other miss");
        proposed.Close(SanctionStatus.Dismissed, Decider, Noon);
        Propose(miss, body, proposed).ShouldBeNull();
        Propose(miss with { ReportId = Guid.CreateVersion7(), Year = 2028 }, body, proposed).ShouldNotBeNull();
    }

    [Fact]
    public void Nothing_is_proposed_where_the_pack_has_no_such_ground_or_the_body_is_gone()
    {
        var (body, gone) = (Offshore.Body(), Offshore.Body(standing: Standings.Removed));

        OnReportMissingConfirmed.Decide(Miss(body), body, [], GroundOf(Repository.Zhoushan), Noon).ShouldBeNull();
        Propose(Miss(gone), gone).ShouldBeNull();
    }

    private static SanctionCase? Propose(ReportMissingConfirmed miss, Institution body, params IReadOnlyList<SanctionCase> cases) =>
        OnReportMissingConfirmed.Decide(miss, body, cases, GroundOf(Pack), Noon);

    private static Ground? GroundOf(PolicyPack pack) => pack.Grounds.FirstOrDefault(ground => ground.Name == SanctionGrounds.ReportNotFiled);

    private static ReportMissingConfirmed Miss(Institution body) => new()
    {
        ReportId = Guid.CreateVersion7(),
        InstitutionId = body.Id,
        Programme = body.Programme,
        Year = 2027,
        Round = 1,
        DueOn = new DateOnly(2028, 1, 31),
        DocumentNumber = "鄂州科〔2028〕9号",
        DecidedOn = new DateOnly(2028, 2, 20),
        ConfirmedBy = "confirmer",
        ConfirmedByName = "确认人",
    };
}
