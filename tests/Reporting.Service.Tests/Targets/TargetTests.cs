using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Targets;

public sealed class TargetTests
{
    private const string Asked = $"/targets?programme={Programme}";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Key_fields_with_a_recognised_centre_are_counted_of_all_key_fields(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2027-12-31T09:00:00+08:00");
        var mending = Guid.CreateVersion7();
        await reporting.TellAsync(
            In("new-materials", "2026-05-01"),
            In("new-materials", "2026-06-01"),
            Became(mending, 3, "2027-03-01", Standings.UnderRectification) with { Category = "marine-biomedicine" },
            In("other", "2026-07-01"),
            Institution(Guid.CreateVersion7()) with { Category = "ships-and-offshore" },
            In("ships-and-offshore", "2027-05-01", Standings.Revoked));

        var targets = await reporting.GetAsync(City, Asked);

        targets.Word("on").ShouldBe("2027-12-31");
        var covered = Target(targets, "key-fields-covered");
        (covered.Word("actual"), covered["reached"]!.GetValue<int>(), covered["of"]!.GetValue<int>(), covered["met"]!.GetValue<bool>()).ShouldBe(("2/3", 2, 3, false));
        (covered.Word("wanted"), covered["citation"]!.Word("clauseId")).ShouldBe(("100 %", "ZS-02"));
        covered["fields"]!.AsArray().Select(f => (f!.Word("key"), f!["covered"]!.GetValue<bool>(), f!["bodies"]!.AsArray().Count))
            .ShouldBe([("new-materials", true, 2), ("ships-and-offshore", false, 0), ("marine-biomedicine", true, 1)]);
        var centres = Target(targets, "centres-2030");
        (centres.Word("actual"), centres.Word("wanted"), centres["met"]!.GetValue<bool>()).ShouldBe(("4", "5", false));
        centres["bodies"]!.AsArray().Count.ShouldBe(4);
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_target_is_measured_on_the_day_asked_for(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, "2027-12-31T09:00:00+08:00");
        var (first, absorbed) = (In("new-materials", "2026-05-01"), In("marine-biomedicine", "2026-06-01"));
        await reporting.TellAsync(
            first, absorbed, In("ships-and-offshore", "2027-12-31"), absorbed with { Version = 3, Standing = Standings.Merged, StandingSince = new DateOnly(2027, 8, 1) });

        (await OnAsync("2026-04-30")).ShouldBe("0/3");
        (await OnAsync("2026-05-01")).ShouldBe("1/3");
        (await OnAsync("2027-07-31")).ShouldBe("2/3");
        (await OnAsync("2027-08-01")).ShouldBe("1/3");
        (await OnAsync("2027-12-31")).ShouldBe("2/3");

        async Task<string> OnAsync(string day) => Target(await reporting.GetAsync(City, $"{Asked}&on={day}"), "key-fields-covered").Word("actual");
    }

    [Fact]
    public async Task Every_key_field_covered_meets_the_target_exactly()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2027-12-31T09:00:00+08:00");
        await reporting.TellAsync(In("new-materials", "2026-05-01"), In("ships-and-offshore", "2026-05-01"), In("marine-biomedicine", "2027-12-31"));

        var covered = Target(await reporting.GetAsync(City, Asked), "key-fields-covered");

        (covered.Word("actual"), covered["met"]!.GetValue<bool>(), covered.Word("by")).ShouldBe(("3/3", true, "2027-12-31"));
    }

    [Theory]
    [InlineData($"{Asked}&on=2028-01-01", HttpStatusCode.BadRequest)]
    [InlineData($"{Asked}&on=2025-10-20", HttpStatusCode.NotFound)]
    [InlineData("/targets?programme=nowhere", HttpStatusCode.NotFound)]
    public async Task A_day_to_come_a_day_before_the_policy_and_an_unknown_programme_are_refused(string query, HttpStatusCode status)
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2027-12-31T09:00:00+08:00");
        using var client = reporting.Host.As(City);

        using var answer = await client.GetAsync(new Uri($"/api/reporting{query}", UriKind.Relative));

        answer.StatusCode.ShouldBe(status);
    }

    private static InstitutionChanged In(string field, string since, string standing = Standings.Recognised) =>
        Became(Guid.CreateVersion7(), 2, since, standing) with { Category = field };

    private static JsonNode Target(JsonNode targets, string name) => targets["targets"]!.AsArray().Single(t => t!.Word("name") == name)!;
}
