using Policies.Calendars;
using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Loading;

public sealed class EvaluationLoadingTests
{
    private static readonly string Hubei = File.ReadAllText(Path.Combine(Repository.PoliciesFolder, "hubei-transfer-zone", "2021-10-19.yaml"));
    private static readonly string Shangdang = File.ReadAllText(Path.Combine(Repository.PoliciesFolder, "shangdang-enclaves", "2023-07-17.yaml"));

    [Fact]
    public void A_carriers_scheme_without_an_indicator_of_transfer_does_not_load()
    {
        var without = Hubei.Replace("weight: 30, transfer: true", "weight: 30", StringComparison.Ordinal);

        Problems(without).ShouldContain(p => p.Key == "evaluations[1].scoring" && p.En.Contains("transfer", StringComparison.Ordinal));
    }

    [Fact]
    public void Weights_that_do_not_add_up_to_100_are_told_with_their_sum()
    {
        var heavy = Hubei.Replace("weight: 35, transfer: true", "weight: 36, transfer: true", StringComparison.Ordinal);

        Problems(heavy).ShouldContain(p => p.Key == "evaluations[0].scoring.indicators" && p.En.Contains("they come to 101", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("subjects: institution\n    judges", "subjects: institutions\n    judges", "evaluations[0].subjects", "is not one of")]
    [InlineData("judges: [third-party, experts]\n    document", "judges: [third-party, jury]\n    document", "evaluations[0].judges", "must be of")]
    [InlineData("cycle: enclave-evaluation", "cycle: periodic-report", "evaluations[0].cycle", "is not one of")]
    [InlineData("field: kind, is: indicator-system, state", "field: kinds, is: indicator-system, state", "evaluations[0].document.field", "is not one of")]
    [InlineData("is: indicator-system, state: in-force", "is: indicator-systems, state: in-force", "evaluations[0].document.is", "is not one of")]
    [InlineData("objection: evaluation-objection-days", "objection: enclave-evaluation-due", "evaluations[0].objection", "no parameter")]
    [InlineData("{ excellent: 90, good: 75, pass: 60, fail: 0 }", "{ excellent: 90, good: 75, pass: 60 }", "evaluations[0].scoring.grades", "exactly each grade")]
    [InlineData("{ excellent: 90, good: 75, pass: 60, fail: 0 }", "{ excellent: 90, good: 90, pass: 60, fail: 0 }", "evaluations[0].scoring.grades", "fall from grade to grade")]
    [InlineData("{ excellent: 90, good: 75, pass: 60, fail: 0 }", "{ excellent: 90, good: 75, pass: 60, fail: 1 }", "evaluations[0].scoring.grades", "fall from grade to grade")]
    [InlineData("{ excellent: 90, good: 75, pass: 60, fail: 0 }", "{ excellent: 89.5, good: 75, pass: 60, fail: 0 }", "evaluations[0].scoring.grades", "fall from grade to grade")]
    [InlineData("      further-experts: 1\n", "", "evaluations[0].scoring.further-experts", "go together")]
    [InlineData("      experts: 3\n", "      experts: 0\n", "evaluations[0].scoring.experts", "from 1 to")]
    [InlineData("      highest: 100\n", "      highest: 0\n", "evaluations[0].scoring.highest", "above the lowest")]
    [InlineData("recorded: { year: year, states", "recorded: { year: years, states", "evaluations[1].recorded.year", "is not one of")]
    [InlineData("states: [occupying, unqualified] }", "states: [occupying, left] }", "evaluations[1].recorded.states", "must be of")]
    [InlineData("cycle: company-evaluation\n", "\n", "evaluations[1].recorded", "belongs to a yearly cycle")]
    public void What_is_wrong_with_an_evaluation_is_told_by_its_key(string good, string bad, string key, string told)
    {
        Shangdang.ShouldContain(good);
        Problems(Shangdang.Replace(good, bad, StringComparison.Ordinal)).ShouldContain(p => p.Key == key && p.En.Contains(told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(9000, "excellent")]
    [InlineData(8999, "good")]
    [InlineData(6000, "pass")]
    [InlineData(5999, "fail")]
    [InlineData(0, "fail")]
    public void A_threshold_itself_belongs_to_the_better_grade(int score, string grade) =>
        PackLoader.Load(Shangdang, "shangdang.yaml").ShouldBeAccepted().Evaluations[0].Scoring!.GradeOf(score).ShouldBe(grade);

    [Fact]
    public void An_objections_term_may_be_counted_in_working_days_and_fails_closed_without_their_calendar()
    {
        const string term = "name: evaluation-objection-days";
        Shangdang.ShouldContain(term);
        var at = Shangdang.IndexOf("kind: days", Shangdang.IndexOf(term, StringComparison.Ordinal), StringComparison.Ordinal);
        var pack = PackLoader.Load(Shangdang.Remove(at, "kind: days".Length).Insert(at, "kind: working-days"), "shangdang.yaml").ShouldBeAccepted();
        var calendars = CalendarLibrary.FromFolder(Path.Combine(Repository.PoliciesFolder, "calendars"));
        var objection = pack.Evaluations[0].Objection!;

        // Spring Festival lies between, and Saturdays are worked before and after it.
        pack.LastDay(objection, new DateOnly(2026, 2, 13), calendars).ShouldBeAccepted().ShouldBe(new DateOnly(2026, 3, 5));
        pack.LastDay(objection, new DateOnly(2026, 12, 31), calendars).ShouldBeRefused("calendar-missing");
    }

    private static IEnumerable<LoadProblem> Problems(string text) =>
        (IEnumerable<LoadProblem>)PackLoader.Load(text, "pack.yaml").ShouldBeRefused("file-invalid").Inputs["problems"]!;
}
