using Contracts.Refusals;
using Shouldly;
using Xunit;

namespace Contracts.Tests.Refusals;

public sealed class OutcomeTests
{
    private static readonly Refusal No = Refusal.Conflict("annual-cap-exceeded", "ZS-03", "超出上限", "above the cap");

    [Fact]
    public void A_value_is_accepted()
    {
        Outcome<int> outcome = 0;
        outcome.Accepted(out var value, out var refusal).ShouldBeTrue();
        (value, refusal).ShouldBe((0, null));
    }

    [Fact]
    public void A_refusal_is_refused()
    {
        Outcome<string> outcome = No;
        outcome.Accepted(out var value, out var refusal).ShouldBeFalse();
        (value, refusal).ShouldBe((null, No));
    }

    [Fact]
    public void What_was_never_decided_is_no_yes() =>
        Should.Throw<InvalidOperationException>(() => default(Outcome<bool>).Accepted(out _, out _));

    [Fact]
    public void Nothing_is_neither_value_nor_refusal()
    {
        Should.Throw<ArgumentNullException>(() => { Outcome<string> outcome = (string)null!; });
        Should.Throw<ArgumentNullException>(() => { Outcome<string> outcome = (Refusal)null!; });
    }

    [Fact]
    public void A_further_input_leaves_the_refusal_as_it_was()
    {
        var more = No.With("requestedFen", 1L).With("requestedFen", 2L);
        more.Inputs["requestedFen"].ShouldBe(2L);
        No.Inputs.ShouldBeEmpty();
        (more.Code, more.Clause, more.Zh, more.En).ShouldBe((No.Code, No.Clause, No.Zh, No.En));
    }

    [Fact]
    public void The_ready_made_refusals_name_what_they_are_about()
    {
        Refusal.BadInput("amountFen", -1, "应为正数", "must be positive").ShouldSatisfyAllConditions(
            r => (r.Kind, r.Clause).ShouldBe((RefusalKind.BadInput, "amountFen")), r => r.Inputs["given"].ShouldBe(-1));
        Refusal.NotFound("advance", 7, "拨付").ShouldSatisfyAllConditions(
            r => r.Kind.ShouldBe(RefusalKind.NotFound), r => r.Zh.ShouldContain("拨付"), r => r.En.ShouldContain("advance"), r => r.Inputs["key"].ShouldBe("7"));
        Refusal.Forbidden("ZS-14", "无权", "may not").Kind.ShouldBe(RefusalKind.Forbidden);
    }
}
