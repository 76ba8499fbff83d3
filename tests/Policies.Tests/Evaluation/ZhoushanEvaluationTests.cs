using System.Text.Json;
using Contracts.Refusals;
using Contracts.Values;
using FsCheck;
using FsCheck.Fluent;
using Policies.Evaluation;
using Shouldly;
using Xunit;

namespace Policies.Tests.Evaluation;

/// <summary>What the worked examples cannot show: the sheets, the refusals' figures, the citations.</summary>
public sealed class ZhoushanEvaluationTests
{
    private static readonly PolicyPack Pack = Repository.Zhoushan;
    private static readonly Inputs Year2026 = Inputs.At(ReferenceDay.EvaluatedYear, ReferenceDays.OfYear(2026));

    [Fact]
    public void A_value_carries_its_sentence()
    {
        var cap = Pack.Amount("annual-cap", new DateOnly(2026, 1, 5));
        cap.ShouldBe(new Cited<Money>("annual-cap", new Label("每年财政资金上限", "cap on a year's money"), Money.FromFen(300_000_000), "ZS-03", "每年安排不超过300万元财政资金", Source.Law, null, new DateOnly(2025, 10, 21)));
        Pack.Clause("ZS-03").Quote.ShouldContain(cap.Quote);
        Pack.Count("max-years", new DateOnly(2026, 1, 5)).Value.ShouldBe(3);
    }

    [Fact]
    public void A_bureaus_value_carries_its_decision()
    {
        var ratio = Pack.Ratio("grade-ratio", "good", ReferenceDays.OfYear(2026));
        (ratio.Value, ratio.Source, ratio.Decision?.Number).ShouldBe((Ratio.Of(9, 10), Source.Bureau, "平台默认值 ZS-06"));
        Pack.Days("clawback-due-days", new DateOnly(2027, 3, 1)).Value.ShouldBe(30);
        Pack.Flag("years-must-be-consecutive", new DateOnly(2027, 3, 1)).Value.ShouldBeFalse();
        Pack.Choices("payable-standings", new DateOnly(2027, 3, 1)).Value.ShouldBe(["under-construction", "recognised", "under-rectification"]);
    }

    [Fact]
    public void A_platform_rule_is_cited_like_a_clause_and_marked_as_the_platforms() =>
        Pack.Sheet("试", "trial").Line("计入上限", "counts", "P-4", Figure.Of(true)).Build().Lines.Single().Source.ShouldBe(Source.Platform);

    [Fact]
    public void The_sheet_of_an_entitled_amount_explains_every_figure()
    {
        var sheet = Entitled([300_000_000], "good").Sheet;
        (sheet.Programme, sheet.PackFrom, sheet.PackHash).ShouldBe((Pack.Programme, Pack.From, Pack.Hash));
        sheet.Lines.Select(l => (l.ClauseId, l.Source, l.Rounding, l.Result.Fen)).ShouldBe(
        [
            ("ZS-05", Source.Law, null, 300_000_000L), ("ZS-06", Source.Bureau, Rounding.HalfEven, 270_000_000L), ("ZS-06", Source.Law, null, 270_000_000L),
        ]);
        sheet.Lines[1].Inputs.Select(i => i.Value.ToLabel().Zh).ShouldBe(["3,000,000.00元", "良好", "90 %"]);
        sheet.Lines.ShouldAllBe(l => l.Quote.Length > 0 && l.Label.Zh.Length > 0 && l.Label.En.Length > 0);
    }

    [Fact]
    public void A_sheet_survives_storage_as_json()
    {
        var sheet = Pack.Sheet("清算", "settlement").Lines(Entitled([5, 10], "pass").Sheet)
            .Line(Pack.Days("clawback-due-days", new DateOnly(2027, 3, 1)), Figure.Of(new DateOnly(2027, 3, 31)), new SheetInput(new Label("日", "day"), Figure.Of(30))).Build();
        var json = JsonSerializer.Serialize(sheet, JsonSerializerOptions.Web);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<CalculationSheet>(json, JsonSerializerOptions.Web), JsonSerializerOptions.Web).ShouldBe(json);
        json.ShouldContain("\"rounding\":\"half-even\"");
        json.ShouldContain("\"kind\":\"money\",\"fen\":15");
    }

    [Fact]
    public void A_pack_serialises_for_the_console()
    {
        var json = JsonSerializer.SerializeToElement(Pack, JsonSerializerOptions.Web);
        json.GetProperty("parameters")[0].GetProperty("values")[0].GetProperty("value").GetProperty("amountFen").GetInt64().ShouldBe(300_000_000);
        json.GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("type").GetString()).ShouldContain("social-credit-code");
        json.TryGetProperty("content", out _).ShouldBeFalse();
    }

    [Fact]
    public void Entitled_and_clawback_make_up_the_advances_to_the_fen() =>
        Prop.ForAll(
            (from a in Gen.Choose(0, 150_000_000) from b in Gen.Choose(0, 150_000_000) from grade in Gen.Elements("excellent", "good", "pass", "fail") select (a, b, grade)).ToArbitrary(),
            c =>
            {
                var entitled = Entitled([c.a, c.b], c.grade).Amount!.Value;
                var inputs = Inputs.At(ReferenceDay.Decision, new DateOnly(2027, 3, 1)).Amounts("advances", [Money.FromFen(c.a), Money.FromFen(c.b)]).Amount("entitled", entitled);
                var clawback = Pack.Evaluate("clawback", inputs).ShouldBeAccepted().Amount!.Value;
                return entitled.Fen + clawback.Fen == (long)c.a + c.b;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_refusal_names_clause_figures_and_both_languages()
    {
        var refusal = Pack.Evaluate("annual-cap-kept", Payment().Amount("committed", Money.FromFen(290_000_000)).Amount("requested", Money.FromFen(10_000_001)))
            .ShouldBeRefused("annual-cap-exceeded");
        (refusal.Kind, refusal.Clause).ShouldBe((RefusalKind.Conflict, "ZS-03"));
        refusal.Zh.ShouldBe("本年度财政资金不超过3,000,000.00元，已批准和已支付2,900,000.00元，剩余100,000.00元，本次100,000.01元超出上限。");
        refusal.En.ShouldBe("The year's money is at most 3,000,000.00 yuan; 2,900,000.00 yuan is approved or paid, 100,000.00 yuan is left, 100,000.01 yuan is above it.");
        new[] { "annualCapFen", "committedFen", "remainingFen", "requestedFen" }.Select(k => refusal.Inputs[k]).ShouldBe([300_000_000L, 290_000_000L, 10_000_000L, 10_000_001L]);
    }

    [Fact]
    public void What_was_not_given_is_shown_as_a_dash() =>
        Pack.Evaluate("payable", Payment()).ShouldBeRefused("standing-not-payable").En.ShouldContain("'—'");

    [Fact]
    public void A_grade_the_policy_does_not_know_is_bad_input() =>
        Pack.Evaluate("entitled", Year2026.Amounts("advances", []).Text("grade", "brilliant")).ShouldBeRefused("bad-input").Kind.ShouldBe(RefusalKind.BadInput);

    [Fact]
    public void A_missing_unknown_or_mistyped_input_is_a_fault_of_the_caller()
    {
        Should.Throw<InvalidOperationException>(() => Pack.Evaluate("entitled", Year2026.Text("grade", "good"))).Message.ShouldContain("advances");
        Should.Throw<InvalidOperationException>(() => Pack.Evaluate("entitled", Year2026.Amounts("advances", []).Text("grade", "good").Count("x", 1))).Message.ShouldContain("'x'");
        Should.Throw<InvalidOperationException>(() => Pack.Evaluate("entitled", Year2026.Amount("advances", Money.Zero).Text("grade", "good"))).Message.ShouldContain("advances");
        Should.Throw<InvalidOperationException>(() => Pack.Evaluate("entitled", Payment().Amounts("advances", []).Text("grade", "good"))).Message.ShouldContain("EvaluatedYear");
        Should.Throw<PolicyException>(() => Pack.Evaluate("entitle", Year2026)).Refusal.Code.ShouldBe("policy-incomplete");
        Should.Throw<PolicyException>(() => Pack.Amount("max-years", new DateOnly(2026, 1, 1)));
        Should.Throw<PolicyException>(() => Pack.Clause("ZS-99"));
    }

    private static Inputs Payment() => Inputs.At(ReferenceDay.Payment, new DateOnly(2026, 3, 1));

    private static Calculation Entitled(long[] fen, string grade) =>
        Pack.Evaluate("entitled", Year2026.Amounts("advances", fen.Select(Money.FromFen)).Text("grade", grade)).ShouldBeAccepted();
}
