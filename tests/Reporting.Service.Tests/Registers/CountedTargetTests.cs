using System.Text.Json.Nodes;
using Contracts.Registry;
using Reporting.Tests.Cycles;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Reporting.Tests.Registers;

public sealed class CountedTargetTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Area_companies_and_levels_follow_what_Registry_tells_of_its_registers_in_whatever_order(DatabaseProvider provider)
    {
        await using var reporting = await ReportingHost.StartAsync(provider, "2025-11-03T09:00:00+08:00");
        await reporting.TellAsync(Offshore.Published(Hubei.Carriers, "2024-02-13"));
        var (carrier, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await reporting.TellAsync(Carrier(carrier), Carrier(gone), Carrier(gone) with { Version = 2, Standing = Standings.Removed, StandingSince = new DateOnly(2025, 6, 1) });
        var from = new DateOnly(2024, 3, 1);
        var premises = Told.Entry(Hubei.Carriers, "premises", carrier, from, "in-use", ("floorArea", "1200"));
        var company = Told.Entry(Hubei.Carriers, "companies", null, from, "in-incubation", ("kind", "company"));

        // The amendment arrives before what it amends, and both twice.
        await reporting.TellAsync(premises with { Version = 2, Answers = [new EntryAnswer { Field = "floorArea", Text = "1500" }] }, premises);
        await reporting.TellAsync(premises, company, company, Told.Entry(Hubei.Carriers, "premises", gone, from, "in-use", ("floorArea", "700")));
        await reporting.TellAsync(Told.Entry(Hubei.Carriers, "levels", carrier, from, "confirmed", ("level", "provincial")));

        var targets = (await reporting.GetAsync(Offshore.City, $"/targets?programme={Hubei.Carriers}"))["targets"]!.AsArray();
        var area = Of("floor-area");
        (area.Word("actual"), area["counted"]!.GetValue<bool>(), area["met"]!.GetValue<bool>(), area.Word("register")).ShouldBe(("1500", true, false, "premises"));
        area["years"]!.AsArray().Where(year => year!["actual"] is not null).Select(year => (year!["year"]!.GetValue<int>(), year["actual"]!.Word("text"))).ShouldBe([(2024, "2200"), (2025, "1500")]);
        area["districts"]!.AsArray().ShouldHaveSingleItem()!.Word("district").ShouldBe("echeng");
        area["bodies"]!.AsArray().ShouldHaveSingleItem()!["institutionId"]!.GetValue<Guid>().ShouldBe(carrier);
        (area.Word("registerLink"), Of("companies-in-incubation").Word("registerLink"), Of("centres-2025")["registerLink"])
            .ShouldBe(($"/registers/{Hubei.Carriers}/premises", $"/registers/{Hubei.Carriers}/companies?state=in-incubation&kind=company", null));
        (Of("companies-in-incubation").Word("actual"), Of("provincial-carriers").Word("actual"), Of("national-carriers").Word("actual")).ShouldBe(("1", "1", "0"));
        (await reporting.GetAsync(Offshore.City, $"/dashboard?programme={Hubei.Carriers}&year=2025"))["targets"]!.AsArray().ShouldHaveSingleItem();
        var byHand = new
        {
            programme = Hubei.Carriers, target = "floor-area", kind = "actual", year = 2025, district = (string?)null, value = "9", amountFen = (long?)null, part = (long?)null, whole = (long?)null,
            source = "报表", reason = (string?)null,
        };
        var refused = await reporting.RefusedAsync(Offshore.City, "/target-figures", byHand);
        (refused.Code, refused.Clause).ShouldBe(("counted-by-the-platform", "EI-01"));
        reporting.Host.Logs.ShouldHaveNoError();

        JsonNode Of(string name) => targets.Single(target => target!.Word("name") == name)!;
    }

    private static InstitutionChanged Carrier(Guid body) =>
        Offshore.Filed(body, "2024-02-20") with { Programme = Hubei.Carriers, Category = "incubator", RecognisedOn = new DateOnly(2024, 2, 20) };
}
