using Funding.Advances;
using Funding.Payments;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.Advances;

public sealed class PayAgainTests
{
    private readonly Advance returned = Facts.Advance(amountFen: 1_000, status: PaymentStatus.Returned);

    [Theory]
    [InlineData(PaymentStatus.Cancelled, true)]
    [InlineData(PaymentStatus.Proposed, false)]
    [InlineData(PaymentStatus.Approved, false)]
    [InlineData(PaymentStatus.Paid, false)]
    [InlineData(PaymentStatus.Failed, false)]
    [InlineData(PaymentStatus.Returned, false)]
    internal void What_came_back_is_paid_again_by_one_proposal_and_by_another_only_once_that_is_given_up(PaymentStatus before, bool allowed)
    {
        var other = Facts.Advance(amountFen: 1_000, status: before);

        var refusal = PayAgain.Decide(1_000, 2026, returned, [other]);

        (refusal?.Code, refusal?.Inputs["by"]).ShouldBe(allowed ? (null, null) : ("replaced-already", other.Id));
    }

    [Fact]
    public void One_that_failed_again_is_itself_paid_again() => PayAgain.Decide(1_000, 2026, Facts.Advance(amountFen: 1_000, status: PaymentStatus.Failed), []).ShouldBeNull();

    [Fact]
    public void Never_more_than_what_came_back() => PayAgain.Decide(1_001, 2026, returned, []).ShouldNotBeNull().Code.ShouldBe("replacement-exceeds");
}
