using Contracts.Refusals;
using Funding.Advances;
using Funding.Packs;
using Funding.PaymentRuns;
using Funding.Payments;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.Advances;

public sealed class ApproveAdvanceTests
{
    [Fact]
    public void A_yes_is_explained_by_a_sheet_of_each_rule()
    {
        var sheets = Decide().Accepted(out var found, out _) ? found : [];

        sheets.SelectMany(s => s.Lines).Select(l => l.ClauseId).Distinct().ShouldBe(["ZS-04", "ZS-30", "ZS-05", "ZS-29", "ZS-03"], ignoreOrder: true);
        sheets.ShouldAllBe(s => s.PackHash == Rules.Zhoushan.Hash);
    }

    [Theory]
    [InlineData("maker")]
    [InlineData("appropriation-maker")]
    public void Whoever_proposed_the_advance_or_its_appropriation_may_not_approve(string subject)
    {
        var appropriation = Facts.Appropriation();
        var facts = Of(subject) with { Appropriation = subject == "maker" ? appropriation : Made(by: subject) };

        ApproveAdvance.Decide(facts, Facts.Rules()).Refusal.ShouldNotBeNull().Code.ShouldBe("maker-cannot-approve");
    }

    [Theory]
    [InlineData(nameof(PaymentStatus.Approved))]
    [InlineData(nameof(PaymentStatus.Exported))]
    [InlineData(nameof(PaymentStatus.Paid))]
    [InlineData(nameof(PaymentStatus.Returned))]
    [InlineData(nameof(PaymentStatus.Failed))]
    [InlineData(nameof(PaymentStatus.Cancelled))]
    public void Only_a_proposed_advance_is_approved(string status)
    {
        var facts = Of();
        facts.Advance.Status = Enum.Parse<PaymentStatus>(status);

        ApproveAdvance.Decide(facts, Facts.Rules()).Refusal.ShouldNotBeNull().Code.ShouldBe("advance-not-proposed");
    }

    [Fact]
    public void A_reviewed_year_takes_no_more_advances() =>
        ApproveAdvance.Decide(Of() with { YearReviewed = true }, Facts.Rules()).Refusal.ShouldNotBeNull().Clause.ShouldBe("ZS-06");

    [Theory]
    [InlineData("已批准未支付的金额计入上限", "value: true")]
    [InlineData("收回的资金恢复支付年度的额度", "value: false")]
    public void A_pack_with_a_switch_that_nobody_carries_out_pays_nothing(string parameter, string supported)
    {
        var at = Rules.Text.IndexOf(parameter, StringComparison.Ordinal);
        var turned = supported == "value: true" ? "value: false" : "value: true";
        var value = Rules.Text.IndexOf(supported, at, StringComparison.Ordinal);
        var text = string.Concat(Rules.Text.AsSpan(0, value), turned, Rules.Text.AsSpan(value + supported.Length));

        var refusal = ApproveAdvance.Decide(Of(), new PaymentRules(Rules.Pack(text), new DateOnly(2026, 2, 2))).Refusal.ShouldNotBeNull();

        (refusal.Code, refusal.Clause).ShouldBe(("policy-value-not-carried-out", "P-4"));
    }

    [Theory]
    [InlineData("choices: [first, each]", "value: first,")]
    [InlineData("choices: [first-payment, none]", "value: first-payment,")]
    [InlineData("choices: [deadline, decision]", "value: deadline,")]
    public void A_choice_that_nobody_carries_out_pays_nothing_either(string choices, string value)
    {
        var text = Rules.Text.With(choices, "choices: [elsewise]").With(value, "value: elsewise,");
        var rules = new PaymentRules(Rules.Pack(text), new DateOnly(2026, 2, 2));
        var advance = Facts.Advance(status: PaymentStatus.Approved);

        ApproveAdvance.Decide(Of(), rules).Refusal.ShouldNotBeNull().Code.ShouldBe("policy-value-not-carried-out");
        SealPaymentRun.Decide(advance, rules).ShouldNotBeNull().Code.ShouldBe("policy-value-not-carried-out");
    }

    [Theory]
    [InlineData("2025-12-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void A_years_money_is_committed_until_its_last_day(string today, bool allowed)
    {
        var refusal = ApproveAdvance.Decide(Of(), Facts.Rules(DateOnly.Parse(today, null))).Refusal;

        (refusal is null).ShouldBe(allowed);
        (refusal?.Code, refusal?.Clause).ShouldBe(allowed ? (null, null) : ("fiscal-year-over", "ZS-03"));
    }

    [Fact]
    public void A_centre_that_is_not_built_together_needs_a_reason()
    {
        var facts = Of();
        facts.Account.CoBuilt = false;

        ApproveAdvance.Decide(facts, Facts.Rules()).Refusal.ShouldNotBeNull().Clause.ShouldBe("ZS-29");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_failed_review_or_an_open_clawback_withholds_only_where_the_bureau_chose_it(bool failed, bool open)
    {
        var facts = Of() with { LastReviewFailed = failed, ClawbackOpen = open };
        var withholding = Rules.Text
            .With("value: false, clause: ZS-05", "value: true, clause: ZS-05");

        ApproveAdvance.Decide(facts, Facts.Rules()).Refusal.ShouldBeNull();
        ApproveAdvance.Decide(facts, Facts.Rules(text: withholding)).Refusal.ShouldNotBeNull().Code.ShouldBe("advance-withheld");
    }

    [Theory]
    [InlineData(nameof(PaymentStatus.Proposed), true)]
    [InlineData(nameof(PaymentStatus.Approved), true)]
    [InlineData(nameof(PaymentStatus.Exported), false)]
    [InlineData(nameof(PaymentStatus.Paid), false)]
    [InlineData(nameof(PaymentStatus.Failed), false)]
    [InlineData(nameof(PaymentStatus.Returned), false)]
    [InlineData(nameof(PaymentStatus.Cancelled), false)]
    public void Nothing_exported_can_be_cancelled(string status, bool possible) =>
        (CancelPayment.Decide(Facts.Advance(status: Enum.Parse<PaymentStatus>(status))) is null).ShouldBe(possible);

    private static Outcome<IReadOnlyList<Policies.Evaluation.CalculationSheet>> Decide() => ApproveAdvance.Decide(Of(), Facts.Rules());

    private static ApproveAdvance.Facts Of(string subject = "approver")
    {
        var (account, appropriation) = (Facts.Account(), Facts.Appropriation());
        return new ApproveAdvance.Facts(Facts.Advance(account, appropriation), account, [], appropriation, false, false, false, subject);
    }

    private static Funding.Appropriations.Appropriation Made(string by)
    {
        var row = Facts.Appropriation();
        return new Funding.Appropriations.Appropriation
        {
            Id = row.Id,
            Jurisdiction = row.Jurisdiction,
            Programme = row.Programme,
            FiscalYear = row.FiscalYear,
            CapFen = row.CapFen,
            OpenedFen = row.OpenedFen,
            AmountFen = row.AmountFen,
            DocumentNumber = row.DocumentNumber,
            DocumentDate = row.DocumentDate,
            FunctionalSubject = row.FunctionalSubject,
            Status = row.Status,
            Proposed = Facts.By(by),
            Approved = row.Approved,
            Sheet = row.Sheet,
        };
    }
}
