using Funding.PaymentRuns;
using Funding.Payments;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.PaymentRuns;

public sealed class BankAnswerTests
{
    private static readonly DateOnly Today = Facts.Today.AddDays(3);

    [Theory]
    [InlineData(nameof(PaymentStatus.Exported), nameof(PaymentOutcome.Paid), true)]
    [InlineData(nameof(PaymentStatus.Exported), nameof(PaymentOutcome.Failed), true)]
    [InlineData(nameof(PaymentStatus.Exported), nameof(PaymentOutcome.Returned), false)]
    [InlineData(nameof(PaymentStatus.Paid), nameof(PaymentOutcome.Returned), true)]
    [InlineData(nameof(PaymentStatus.Paid), nameof(PaymentOutcome.Failed), false)]
    [InlineData(nameof(PaymentStatus.Approved), nameof(PaymentOutcome.Paid), false)]
    [InlineData(nameof(PaymentStatus.Failed), nameof(PaymentOutcome.Paid), false)]
    [InlineData(nameof(PaymentStatus.Returned), nameof(PaymentOutcome.Paid), false)]
    [InlineData(nameof(PaymentStatus.Cancelled), nameof(PaymentOutcome.Paid), false)]
    public void An_answer_is_news_only_in_the_order_of_a_payments_life(string status, string outcome, bool news) =>
        (Answer(Enum.Parse<PaymentOutcome>(outcome)).Decide(Facts.Advance(status: Enum.Parse<PaymentStatus>(status)), [], Today).Accepted(out var isNews, out _) && isNews).ShouldBe(news);

    [Fact]
    public void An_answer_told_again_changes_nothing()
    {
        var answer = Answer(PaymentOutcome.Paid);

        answer.Decide(Facts.Advance(status: PaymentStatus.Paid), [Known(answer)], Today).Accepted(out var isNews, out _).ShouldBeTrue();

        isNews.ShouldBeFalse();
    }

    [Fact]
    public void The_same_outcome_with_other_facts_contradicts()
    {
        var known = Known(Answer(PaymentOutcome.Paid));

        var refusal = (Answer(PaymentOutcome.Paid) with { BankReference = "another" }).Decide(Facts.Advance(status: PaymentStatus.Paid), [known], Today).Refusal;

        refusal.ShouldNotBeNull().Code.ShouldBe("result-contradicts");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void A_day_before_the_export_or_after_today_is_impossible(int daysAfterExport) =>
        (Answer(PaymentOutcome.Paid) with { On = Facts.Today.AddDays(daysAfterExport) })
            .Decide(Facts.Advance(status: PaymentStatus.Exported), [], Today).Refusal.ShouldNotBeNull().Code.ShouldBe("result-day-impossible");

    private static BankAnswer Answer(PaymentOutcome outcome) => new(Guid.CreateVersion7(), outcome, Facts.Today.AddDays(1), "bank-1", "reason");

    private static PaymentResult Known(BankAnswer answer) => new()
    {
        PaymentId = answer.PaymentId,
        Outcome = answer.Outcome,
        PaymentRunId = Guid.CreateVersion7(),
        On = answer.On,
        BankReference = answer.BankReference,
        Recorded = Facts.By("maker"),
    };
}
