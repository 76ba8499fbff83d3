using System.Text.Json;
using Policies.Evaluation;
using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Evaluation;

/// <summary>Conditions held against answers: met, not met, or for a person (ZS-09…12); what worked examples cannot show.</summary>
public sealed class ExaminationTests
{
    private static readonly PolicyPack Pack = Repository.Zhoushan;
    private static readonly DateOnly Day = new(2026, 1, 5);

    [Fact]
    public void An_application_to_be_entered_as_under_construction_is_not_held_against_the_conditions_for_recognition() =>
        Examine("""{ "purpose": "construction" }""").ShouldBeEmpty();

    [Fact]
    public void A_draft_without_answers_is_examined_and_found_wanting()
    {
        var findings = Examine("""{ "purpose": "recognition" }""");
        findings.Select(f => f.Verdict).ShouldBe(
            [Verdict.NeedsPerson, Verdict.NotMet, Verdict.NotMet, Verdict.NotMet, Verdict.NotMet, Verdict.NotMet, Verdict.NotMet, Verdict.Met]);
        findings.ShouldAllBe(f => f.Verdict == Verdict.Met || f.Message!.Zh.Length > 0);
        findings.ShouldAllBe(f => f.Citation.Quote.Length > 0 && f.Sheet.Lines.Count > 0);
    }

    [Theory]
    [InlineData("""{ "purpose": "recognition", "leadBodies": "a", "functions": [1, null, {}], "rdSpendFen": 1.5, "stableFundsFen": -1, "dishonestActs": [{ "actOn": "yesterday" }, { "actOn": 7 }] }""")]
    [InlineData("""{ "purpose": "recognition", "leadBodies": [{ "kind": null }], "centreCode": ["x"], "dishonestActs": {} }""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public void Nonsense_is_as_good_as_not_given_and_never_thrown(string answers) =>
        Examine(answers).ShouldAllBe(f => f.Verdict != Verdict.Met || f.Condition == "no-recent-dishonesty");

    [Fact]
    public void What_a_person_must_judge_comes_with_its_figures()
    {
        var finding = Examine("""{ "purpose": "recognition", "stableFundsFen": 100, "rdSpendFen": 5, "ownIncomeFen": 0 }""").Single(f => f.Condition == "funds-and-income");
        (finding.Verdict, finding.Message).ShouldBe((Verdict.NeedsPerson, null));
        finding.Sheet.Lines.SelectMany(l => l.Inputs).Select(i => i.Value.Fen).ShouldBe([100, 5, 0]);
        JsonSerializer.Serialize(finding, JsonSerializerOptions.Web).ShouldContain("\"verdict\":\"needs-person\"");
    }

    [Fact]
    public void Options_are_told_by_their_names_and_what_is_no_option_as_it_was_given()
    {
        var message = Examine("""{ "purpose": "recognition", "functions": [{ "function": "pilot-testing" }, { "function": "ip-management" }, { "function": "fishing" }] }""")
            .Single(f => f.Condition == "six-functions").Message!;
        message.Zh.ShouldBe("六项创新功能须逐项佐证，现有：中试、知识产权管理与运营、fishing。");
        message.En.ShouldBe("Each of the six functions needs evidence; there is evidence of: pilot testing, management of intellectual property, fishing.");
    }

    [Fact]
    public void A_registers_flag_names_the_option_of_the_entry_and_of_the_step()
    {
        var pack = PackLoader.LoadFile(Path.Combine(Repository.PoliciesFolder, "hubei-transfer-zone", "2021-10-19.yaml"));
        Found("distributions", "award-activity-named", """{ "activity": "investment" }""", null).Zh.ShouldBe("“作价投资”不属于技术转让、许可、开发、咨询、服务。");
        Found("projects", "transfer-requirement-met", "{}", """{ "outcome": "not-met" }""").En.ShouldContain("'not met'");

        Label Found(string register, string condition, string answers, string? step)
        {
            var known = pack.Register(register)!;
            var facts = new EntryFacts(JsonElement.Parse(answers), [], step is null ? null : JsonElement.Parse(step));
            return pack.Check(known, known.Checks.Single(c => c.Condition == condition), facts, new DateOnly(2024, 5, 21)).Message!;
        }
    }

    [Fact]
    public void An_act_within_the_period_is_told_with_its_days()
    {
        var finding = Examine("""{ "purpose": "recognition", "dishonestActs": [{ "actOn": "2023-01-05", "foundOn": "2024-02-01" }, { "actOn": "2020-05-01", "foundOn": "2020-06-01" }] }""")
            .Single(f => f.Condition == "no-recent-dishonesty");
        finding.Verdict.ShouldBe(Verdict.NotMet);
        finding.Message!.Zh.ShouldBe("审查日2026-01-05前3年内有严重违法失信行为（发生日：2020-05-01, 2023-01-05；认定日：2020-06-01, 2024-02-01）。");
    }

    [Fact]
    public void The_bureau_may_count_from_the_finding_instead()
    {
        var text = Pack.Content.Replace("value: act, clause: ZS-12", "value: finding, clause: ZS-12", StringComparison.Ordinal);
        var other = PackLoader.Load(text, "finding.yaml").ShouldBeAccepted();
        Dishonest(other, "2020-01-01", "2023-01-05").ShouldBe(Verdict.NotMet);
        Dishonest(other, "2020-01-01", "2023-01-04").ShouldBe(Verdict.Met);
        Dishonest(Pack, "2020-01-01", "2023-01-05").ShouldBe(Verdict.Met);
    }

    [Fact]
    public void At_the_decision_only_what_is_asked_again_is_examined()
    {
        using var answers = JsonDocument.Parse("""{ "purpose": "recognition" }""");
        Pack.Examine(answers.RootElement, [], ReferenceDay.Decision, Day).Select(f => f.Condition).ShouldBe(["no-recent-dishonesty"]);
    }

    [Fact]
    public void A_condition_that_must_be_judged_refuses_where_its_test_fails()
    {
        var inputs = Inputs.At(ReferenceDay.Application, Day).Flag("rules-attached", false);
        Pack.Evaluate("organisation-and-rules", inputs).ShouldBeRefused("organisation-rules-missing").Clause.ShouldBe("ZS-10");
        Pack.Evaluate("organisation-and-rules", inputs.Flag("rules-attached", true)).ShouldBeAccepted().Met.ShouldBe(true);
    }

    [Fact]
    public void The_figures_of_a_return_are_checked_like_a_form()
    {
        using var figures = JsonDocument.Parse("""{ "rdSpendFen": 1, "ownIncomeFen": 2, "rdProjects": -1, "companiesServed": 1, "companiesIncubated": 1, "patentsGranted": 1, "extra": 1 }""");
        Pack.ValidateIndicators(figures.RootElement, Day).Select(p => (p.Field, p.ClauseId)).ShouldBe([("extra", "ZS-25"), ("rdProjects", "ZS-23"), ("researchers", "ZS-23")]);
    }

    private static Verdict Dishonest(PolicyPack pack, string actOn, string foundOn)
    {
        using var answers = JsonDocument.Parse($$"""{ "purpose": "recognition", "dishonestActs": [{ "actOn": "{{actOn}}", "foundOn": "{{foundOn}}" }] }""");
        return pack.Examine(answers.RootElement, [], ReferenceDay.Decision, Day).Single().Verdict;
    }

    private static IReadOnlyList<Finding> Examine(string json)
    {
        using var answers = JsonDocument.Parse(json);
        return Pack.Examine(answers.RootElement, [], ReferenceDay.Application, Day);
    }
}
