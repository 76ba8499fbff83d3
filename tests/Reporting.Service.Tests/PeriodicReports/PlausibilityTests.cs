using System.Text.Json;
using Policies;
using Reporting.PeriodicReports;
using Reporting.Tests.Cycles;
using Shouldly;
using Xunit;

namespace Reporting.Tests.PeriodicReports;

public sealed class PlausibilityTests
{
    private static readonly DateOnly YearsEnd = new(2026, 12, 31);

    [Theory]
    [InlineData(100, 150, false)]
    [InlineData(100, 151, true)]
    [InlineData(100, 50, false)]
    [InlineData(100, 49, true)]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, true)]
    [InlineData(1_000_000_000_000_000, 0, true)]
    public void A_change_of_more_than_half_is_remarkable_and_of_exactly_half_is_not(long before, long now, bool remarkable)
    {
        Plausibility.IsRemarkable(before, now, Ratio.Of(1, 2)).ShouldBe(remarkable);
    }

    [Fact]
    public void What_is_remarkable_is_told_with_both_figures_and_what_the_body_says_of_it()
    {
        var now = Text("""{ "researchers": 90, "rdProjects": 8, "projectsLanded": 1 }""") with
        {
            Explanations = new Dictionary<string, string>(StringComparer.Ordinal) { ["researchers"] = "并入一个团队。" },
        };

        Plausibility.Of(now, Text("""{ "researchers": 41, "rdProjects": 7 }"""), Offshore.Pack, YearsEnd)
            .ShouldBe([new RemarkableChange("researchers", 41, 90, "50 %", "EO-10", "并入一个团队。")]);
    }

    [Fact]
    public void A_report_may_begin_with_what_stood_in_the_accepted_one_and_is_not_given_yet()
    {
        var earlier = Report(2025, """{ "researchers": 41, "rdProjects": 7, "rdSpendFen": -1, "gone": 3 }""");
        earlier.Sections = """{ "talent": "引进九人。", "research": "在研七项。" }""";
        var written = Text("""{ "rdProjects": 8 }""") with { Sections = new Dictionary<string, string>(StringComparer.Ordinal) { ["talent"] = "引进十人。" } };

        var prefills = Prefills.Of(written, earlier, Offshore.Pack, new DateOnly(2027, 1, 5));

        prefills.Select(p => (p.Name, p.Value.ToString())).ShouldBe([("research", "在研七项。"), ("researchers", "41")]);
        prefills.ShouldAllBe(p => p.ReportId == earlier.Id && p.Zh.Contains("2025", StringComparison.Ordinal));
    }

    internal static ReportText Text(string figures) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal), JsonElement.Parse(figures), new Dictionary<string, string>(StringComparer.Ordinal));

    private static PeriodicReport Report(int year, string figures) => new()
    {
        Id = Guid.CreateVersion7(),
        InstitutionId = Guid.CreateVersion7(),
        Programme = Offshore.Programme,
        Year = year,
        Round = 1,
        From = new DateOnly(year, 1, 1),
        To = new DateOnly(year, 12, 31),
        DueOn = new DateOnly(year + 1, 1, 31),
        Indicators = figures,
    };
}
