using System.Globalization;
using Contracts.Registry;
using Policies;
using Reporting.Institutions;
using Reporting.Registers;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Registers;

/// <summary>What EI-01 counts on the registers, by the pack's own words.</summary>
public sealed class EntryCountTests
{
    private static readonly Guid Body = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();
    private static readonly PolicyPack Pack = Hubei.CarriersPack;

    [Theory]
    [InlineData("2024-12-31", 0)]
    [InlineData("2025-01-01", 1200)]
    [InlineData("2025-06-30", 4200)]
    [InlineData("2025-07-01", 3000)]
    [InlineData("2025-09-30", 3000)]
    [InlineData("2025-10-01", 0)]
    public void Area_is_that_of_premises_in_use_on_the_day_of_carriers_on_file(string day, long area)
    {
        var facts = Facts(
            [
                Entry("premises", "2025-01-01", Body, [("in-use", "2025-02-01")], ("floorArea", "1200")) with { Until = Day("2025-06-30") },
                Entry("premises", "2025-03-01", Body, [("in-use", "2025-03-01"), ("given-up", "2025-10-01")], ("floorArea", "3000")),
                Entry("premises", "2025-01-01", Other, [("in-use", "2025-01-01")], ("floorArea", "9000")),
            ],
            (Body, Standings.Filed, "2024-05-01"), (Other, Standings.Filed, "2024-05-01"), (Other, Standings.Delisted, "2024-12-01"));

        Counted(facts, "floor-area", day).ShouldBe(area);
    }

    [Theory]
    [InlineData("2025-02-28", 0)]
    [InlineData("2025-03-01", 2)]
    [InlineData("2025-05-31", 2)]
    [InlineData("2025-06-01", 1)]
    public void Companies_count_while_they_are_in_incubation_and_teams_do_not(string day, long companies)
    {
        var facts = Facts(
        [
            Entry("companies", "2025-03-01", null, [("in-incubation", "2025-03-01"), ("graduated", "2025-06-01")], ("kind", "company")),
            Entry("companies", "2025-03-01", null, [("in-incubation", "2025-03-01")], ("kind", "company")),
            Entry("companies", "2025-03-01", null, [("in-incubation", "2025-03-01")], ("kind", "team")),
        ]);

        Counted(facts, "companies-in-incubation", day).ShouldBe(companies);
    }

    [Theory]
    [InlineData("2025-01-14", 0, 0)]
    [InlineData("2025-01-15", 1, 0)]
    [InlineData("2025-08-31", 1, 0)]
    [InlineData("2025-09-01", 0, 1)]
    public void A_carrier_has_the_level_that_began_last_from_its_documents_day_once_it_is_confirmed(string day, long provincial, long national)
    {
        var facts = Facts(
            [
                Entry("levels", "2025-01-15", Body, [("reported", "2025-03-01"), ("confirmed", "2025-03-09")], ("level", "provincial")),
                Entry("levels", "2025-09-01", Body, [("reported", "2025-09-10"), ("confirmed", "2025-09-20")], ("level", "national")),
                Entry("levels", "2025-10-01", Body, [("reported", "2025-10-02"), ("confirmed", "2025-10-03")]),
                Entry("levels", "2025-01-15", Other, [("reported", "2025-03-01")], ("level", "provincial")),
            ],
            (Body, Standings.Filed, "2024-05-01"), (Other, Standings.Filed, "2024-05-01"));

        (Counted(facts, "provincial-carriers", day), Counted(facts, "national-carriers", day)).ShouldBe((provincial, national));
    }

    [Fact]
    public void A_benchmark_counts_from_the_day_on_which_it_was_chosen()
    {
        var facts = Facts([Entry("benchmarks", "2025-01-01", Body, [("cultivated", "2025-01-10"), ("chosen", "2025-07-01")])], (Body, Standings.Filed, "2024-05-01"));

        (Counted(facts, "benchmark-carriers", "2025-06-30"), Counted(facts, "benchmark-carriers", "2025-07-01")).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData("2025-12-31", 1)]
    [InlineData("2026-12-31", 0)]
    public void A_project_landed_in_the_year_of_its_landing_once_that_is_verified(string yearsEnd, long landed)
    {
        var (pack, to) = (Cycles.Offshore.Pack, Day(yearsEnd));
        var figure = pack.Indicators.Single(indicator => indicator.Name == "projectsLanded");
        KnownEntry[] own =
        [
            Entry("landed-projects", "2025-01-10", Body, [("tracked", "2025-02-01"), ("reported", "2026-01-05"), ("landed", "2026-01-20")], ("landedOn", "2025-12-31")),
            Entry("landed-projects", "2025-01-10", Body, [("tracked", "2025-02-01"), ("reported", "2025-07-05")], ("landedOn", "2025-07-01")),
        ];

        EntryCounts.InSpan(figure.Known!, pack, own, new Dictionary<Guid, KnownEntry>(), new DateOnly(to.Year, 1, 1), to).ShouldBe(landed);
    }

    [Fact]
    public void What_is_told_of_one_version_holds_together_in_whatever_order_it_arrives()
    {
        var told = Told.Entry("any", "passages", null, Day("2025-01-01"), "staying", ("stage", "incubator"));
        var more = told with { InstitutionId = Body, AboutEntryId = Other, Answers = [new EntryAnswer { Field = "enteredOn", Text = "2025-01-01" }] };
        var next = told with { Version = 2, Until = Day("2025-06-30") };

        Rows([told, more]).ShouldBe(Rows([more, told]));
        Rows([more, told, more]).Answers.ShouldContain("enteredOn");
        Rows([more, told, next]).ShouldBe(Rows([next, told, more]));
        Rows([more, told, next]).InstitutionId.ShouldBeNull("a later version says all of itself");

        static (long, Guid? InstitutionId, Guid?, DateOnly?, string Answers) Rows(EntryChanged[] events)
        {
            var row = CountedEntry.Of(events[0]);
            Array.ForEach(events, row.Take);
            return (row.Version, row.InstitutionId, row.AboutEntryId, row.Until, row.Answers);
        }
    }

    private static long Counted(RegisterFacts facts, string target, string day) =>
        facts.Count(Pack.Targets.Single(t => t.Name == target).Counted!, Pack, Day(day), null);

    private static RegisterFacts Facts(IReadOnlyList<KnownEntry> entries, params (Guid Body, string Standing, string Since)[] standings) => new(
        entries,
        standings.Select((one, version) => new StandingEntry { InstitutionId = one.Body, Version = version, Standing = one.Standing, Since = Day(one.Since) })
            .ToLookup(standing => standing.InstitutionId));

    private static KnownEntry Entry(string register, string from, Guid? about, (string State, string On)[] states, params (string Field, string Text)[] answers) => new(
        Guid.CreateVersion7(),
        register,
        about,
        "echeng",
        Day(from),
        null,
        [.. states.Select(state => new EntryState { State = state.State, On = Day(state.On) })],
        answers.ToDictionary(answer => answer.Field, answer => answer.Text, StringComparer.Ordinal));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
