using System.Text.Json;
using Policies;
using Reporting.Bulletins;
using Reporting.Evidence;
using Reporting.LeagueTables;
using Reporting.Monitoring;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Monitoring;

/// <summary>A figure ties to evidence or is marked as claimed (EI-08), in sums and in what is printed as well.</summary>
public sealed class ClaimedFigureTests
{
    private static readonly MonitoredRound Quarter = new(
        Hubei.CarriersPack, 2025, new Round(2, new DateOnly(2025, 4, 1), new DateOnly(2025, 6, 30), new DateOnly(2025, 7, 15)));

    [Theory]
    [InlineData("""{ "jobs": 1, "mentors": 0, "eventsHeld": null }""", "", "jobs mentors")]
    [InlineData("""{ "jobs": 1, "mentors": 0, "eventsHeld": null }""", "jobs eventsHeld", "mentors")]
    [InlineData("""{ "jobs": 1 }""", "jobs", "")]
    [InlineData("{}", "jobs", "")]
    public void A_figure_that_is_given_without_a_file_is_claimed(string figures, string evidenced, string claimed) =>
        string.Join(' ', ClaimedFigures.Of(JsonElement.Parse(figures), evidenced.Split(' '))).ShouldBe(claimed);

    [Fact]
    public void A_sum_with_one_claimed_figure_in_it_is_claimed_and_one_without_is_not()
    {
        var comparison = Hubei.CarriersPack.Comparisons.Single();

        var table = LeagueContents.Of(comparison, Quarter, [Return("gedian"), Return("gedian", "jobs", "mentors"), Return("huarong", "jobs")]);

        Parts("gedian").ShouldBe(["mentors"], "jobs are ranked by nobody");
        Parts("huarong").ShouldBeEmpty();
        var ranks = WriteBulletin.Of(table, [], Hubei.CarriersPack).Blocks.Single(block => block.Key == "ranks");
        ranks.Rows.Select(row => string.Concat(row.Select(cell => cell.Zh.EndsWith('*') ? '*' : '.'))).ShouldBe([".....*", "......"]);
        ranks.Note!.Zh.ShouldContain("自报");

        IEnumerable<string> Parts(string key) =>
            table.Rows.Single(row => row.Key == key).Heads.SelectMany(head => head.Parts).Where(part => part.Claimed == true).Select(part => part.Indicator);
    }

    [Fact]
    public void A_table_without_claimed_figures_has_no_legend_and_a_sum_over_a_district_is_marked()
    {
        var proven = WriteBulletin.OfMonitoring(Quarter, [Return("gedian")], "EI-08").Blocks.Single(block => block.Key == "figures-table");
        var claimed = WriteBulletin.OfMonitoring(Quarter, [Return("gedian"), Return("gedian", "jobs")], "EI-08").Blocks.Single(block => block.Key == "figures-table");

        proven.Note.ShouldBeNull();
        claimed.Rows.ShouldHaveSingleItem().Where(cell => cell.Zh.EndsWith('*')).ShouldHaveSingleItem().Zh.ShouldBe("14*");
    }

    [Fact]
    public void A_name_that_ends_like_the_mark_makes_no_legend()
    {
        var starred = Return("gedian") with { Name = "某孵化器*", State = ReturnState.Missing };

        WriteBulletin.OfMissing(Quarter, [starred], "EI-08").Blocks.Single(block => block.Key == "missing-table").Note.ShouldBeNull();
    }

    private static SpanReturn Return(string district, params string[] claimed) => new(
        Guid.CreateVersion7(),
        "某孵化器",
        district,
        ReturnState.Accepted,
        false,
        Hubei.CarriersPack.Indicators.ToDictionary(indicator => indicator.Name, _ => 7L, StringComparer.Ordinal))
    {
        Claimed = claimed,
    };
}
