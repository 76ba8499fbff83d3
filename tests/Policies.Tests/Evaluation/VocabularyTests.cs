using Contracts.Values;
using Policies.Calendars;
using Policies.Evaluation;
using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Evaluation;

/// <summary>The words of the rule vocabulary, on a made-up pack that uses them all.</summary>
public sealed class VocabularyTests
{
    private static readonly string File = Path.Combine(Repository.Root, "tests", "Policies.Tests", "Packs", "vocabulary.yaml");
    private static readonly PolicyPack Pack = PackLoader.LoadFile(File);
    private static readonly Inputs In2024 = Inputs.At(ReferenceDay.Payment, new DateOnly(2024, 12, 31));

    [Theory]
    [InlineData(10_000_009, 0, 1_000_000)]
    [InlineData(19, 0, 1)]
    [InlineData(2_000_000_000, 0, 100_000_000)]
    [InlineData(10_000_000, 99_500_000, 500_000)]
    [InlineData(10_000_000, 100_000_000, 0)]
    [InlineData(10_000_000, 100_000_001, 0)]
    public void A_cap_admits_what_is_left_of_it(long paidFen, long beforeFen, long expectedFen) =>
        Evaluate("subsidy", In2024.Amounts("paid", [Money.FromFen(paidFen)]).Amount("before", Money.FromFen(beforeFen))).Amount.ShouldBe(Money.FromFen(expectedFen));

    [Fact]
    public void The_value_in_force_on_the_reference_day_is_taken()
    {
        var inputs = Inputs.At(ReferenceDay.Payment, new DateOnly(2025, 1, 1)).Amounts("paid", [Money.FromFen(100)]).Amount("before", Money.Zero);
        Evaluate("subsidy", inputs).Amount.ShouldBe(Money.FromFen(33));
        Evaluate("subsidy", In2024.Amounts("paid", [Money.FromFen(100)]).Amount("before", Money.Zero)).Amount.ShouldBe(Money.FromFen(10));
        Pack.Ratio("subsidy-ratio", new DateOnly(2024, 12, 31)).From.ShouldBe(new DateOnly(2024, 1, 1));
        Pack.Ratio("subsidy-ratio", new DateOnly(2025, 1, 1)).From.ShouldBe(new DateOnly(2025, 1, 1));
    }

    [Fact]
    public void Before_the_first_value_there_is_none() =>
        Should.Throw<PolicyException>(() => Pack.Amount("ceiling", new DateOnly(2023, 12, 31))).Refusal.Code.ShouldBe("policy-incomplete");

    [Theory]
    [InlineData("hard", 12_500)]
    [InlineData("soft", 5_000)]
    public void A_rate_may_depend_on_the_category(string field, long expectedFen) =>
        Evaluate("field-subsidy", In2024.Amount("paid", Money.FromFen(100_000)).Text("field", field)).Amount.ShouldBe(Money.FromFen(expectedFen));

    [Theory]
    [InlineData(100, 30, 20, 50)]
    [InlineData(100, 90, 20, 0)]
    public void An_excess_is_never_below_zero(long paid, long spent, long recovered, long expected) =>
        Evaluate("unused", In2024.Amount("paid", Money.FromFen(paid)).Amount("spent", Money.FromFen(spent)).Amount("recovered", Money.FromFen(recovered)))
            .Amount.ShouldBe(Money.FromFen(expected));

    [Fact]
    public void A_term_of_working_days_is_counted_on_the_calendar_and_refused_without()
    {
        var calendars = CalendarLibrary.FromFolder(Path.Combine(Repository.PoliciesFolder, "calendars"));
        var inputs = Inputs.At(ReferenceDay.Decision, new DateOnly(2024, 4, 30)).With(calendars);
        Evaluate("notice-end", inputs.Day("posted-on", new DateOnly(2024, 5, 6))).Day.ShouldBe(new DateOnly(2024, 5, 11));
        Pack.Evaluate("notice-end", inputs.Day("posted-on", new DateOnly(2026, 12, 30))).ShouldBeRefused("calendar-missing").Clause.ShouldBe("P-3");
    }

    [Fact]
    public void A_term_of_years_follows_the_period_convention() =>
        Evaluate("ban-end", Inputs.At(ReferenceDay.Decision, new DateOnly(2024, 2, 29)).Day("decided-on", new DateOnly(2024, 2, 29)))
            .Day.ShouldBe(new DateOnly(2026, 2, 28));

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void A_term_from_a_day_that_nobody_can_mean_is_refused(string day) =>
        Pack.Evaluate("ban-end", Inputs.At(ReferenceDay.Decision, new DateOnly(2024, 2, 29)).Day("decided-on", DateOnly.ParseExact(day, "yyyy-MM-dd")))
            .ShouldBeRefused("bad-input").Clause.ShouldBe("decided-on");

    [Fact]
    public void A_comparison_holds_at_its_bound()
    {
        Evaluate("large-enough", In2024.Amount("paid", Money.FromFen(50_000_000))).Met.ShouldBe(true);
        var refusal = Pack.Evaluate("large-enough", In2024.Amount("paid", Money.FromFen(49_999_999))).ShouldBeRefused("too-small");
        refusal.Zh.ShouldBe("至少500,000.00元，实际499,999.99元");
        refusal.Inputs["paidFen"].ShouldBe(49_999_999L);
    }

    [Theory]
    [InlineData(70, true)]
    [InlineData(69, false)]
    [InlineData(71, false)]
    public void Amounts_are_added_up_and_compared(long whole, bool met)
    {
        var inputs = In2024.Amounts("parts", [Money.FromFen(20), Money.FromFen(30)]).Amount("rest", Money.FromFen(20)).Amount("whole", Money.FromFen(whole));
        Pack.Evaluate("adds-up", inputs).Accepted(out _, out var refusal).ShouldBe(met);
        refusal?.Code.ShouldBe("does-not-add-up");
    }

    [Fact]
    public void A_flag_tells_without_refusing()
    {
        var late = Evaluate("in-time", In2024.Day("received-on", new DateOnly(2024, 2, 1)).Day("due-on", new DateOnly(2024, 1, 31)));
        late.Met.ShouldBe(false);
        late.Message!.En.ShouldBe("2024-02-01 is after 2024-01-31");
        Evaluate("in-time", In2024.Day("received-on", new DateOnly(2024, 1, 31)).Day("due-on", new DateOnly(2024, 1, 31))).Message.ShouldBeNull();
    }

    [Fact]
    public void A_ground_brings_a_measure_with_subjects_and_a_term()
    {
        var measure = Pack.Establish("not-reported", new DateOnly(2024, 3, 1));
        measure.Ground.Measure.ShouldBe("removal");
        measure.Ground.Subjects.ShouldBe(["institution", "host"]);
        (measure.LastDay, measure.FirstFreeDay).ShouldBe((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2)));
        measure.Sheet.Lines.Select(l => l.ClauseId).ShouldBe(["VO-02", "VO-02"]);
        Pack.Establish("idle", new DateOnly(2024, 3, 1)).LastDay.ShouldBeNull();
        measure.Ground.Hits("soft").ShouldBeTrue("without categories it hits every one");
        Pack.Grounds.Single(g => g.Name == "idle").Categories.ShouldBe(["hard"]);
    }

    [Fact]
    public void A_cycle_has_its_rounds_and_due_days()
    {
        Pack.Rounds("annual-report", 2025).ShouldBe([new Round(1, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), new DateOnly(2026, 1, 31))]);
        Pack.Rounds("quarterly-return", 2024).Select(r => r.DueOn)
            .ShouldBe([new DateOnly(2024, 4, 15), new DateOnly(2024, 7, 15), new DateOnly(2024, 10, 15), new DateOnly(2025, 1, 15)]);
    }

    [Fact]
    public void A_span_that_was_over_before_the_pack_ruled_is_no_round()
    {
        Pack.Rounds("annual-report", 2023).ShouldBeEmpty();
        Repository.Zhoushan.Rounds("periodic-report", 2025).ShouldHaveSingleItem().Number.ShouldBe(2);
    }

    [Fact]
    public void Sections_targets_and_tasks_are_read()
    {
        Pack.Sections.ShouldHaveSingleItem().Required.ShouldBeTrue();
        Pack.Targets.Select(t => (t.Value.Number, t.Value.AmountFen, t.Value.Ratio?.ToString(), t.Strict, t.Aim))
            .ShouldBe([(50, null, null, false, false), (null, 30_000_000_000L, null, true, false), (null, null, "3.5 %", false, true)]);
        Pack.Tasks.Select(t => (t.Units.Count, t.Due, t.Every)).ShouldBe([(2, new DateOnly(2025, 6, 30), null), (1, null, Frequency.Year)]);
    }

    [Theory]
    [InlineData("measure: removal", "measure: execution", "grounds[0].measure")]
    [InlineData("subjects: [institution, host]", "subjects: [everybody]", "grounds[0].subjects")]
    [InlineData("categories: [hard]", "categories: [firm]", "grounds[1].categories")]
    [InlineData("sum: { of: [parts, rest]", "sum: { of: [parts, remains]", "conditions[9].test.sum.of")]
    [InlineData("every: quarter", "every: fortnight", "cycles[1].every")]
    [InlineData("count: 50, by", "count: 50, ratio: 5 %, by", "targets[0].name")]
    [InlineData("units: [市科技局, 市财政局], ", "", "tasks[0].units")]
    [InlineData("value: 2 years", "value: 2 weeks", "parameters[3].values[0].value")]
    [InlineData("value: 15,", "value: 0,", "parameters[5].values[0].value")]
    [InlineData("parameter: ceiling, used: before", "parameter: ban, used: before", "calculations[0].steps[2].cap.parameter")]
    [InlineData("subject: company", "subject: planet", "calculations[0].steps[2].cap.subject")]
    [InlineData("by: field, ", "", "calculations[1].steps[0].rate.by")]
    public void A_fault_in_these_words_is_refused(string good, string bad, string key)
    {
        var text = System.IO.File.ReadAllText(File);
        text.ShouldContain(good);
        var refusal = PackLoader.Load(text.Replace(good, bad, StringComparison.Ordinal), "vocabulary.yaml").ShouldBeRefused("file-invalid");
        ((IReadOnlyList<LoadProblem>)refusal.Inputs["problems"]!).Select(p => p.Key).ShouldContain(key);
    }

    private static Calculation Evaluate(string rule, Inputs inputs) => Pack.Evaluate(rule, inputs).ShouldBeAccepted();
}
