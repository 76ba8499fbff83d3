using Contracts.Values;
using Policies.Evaluation;
using Shouldly;
using Xunit;

namespace Policies.Tests;

public sealed class ZhoushanTests
{
    [Fact]
    public void The_pack_loads()
    {
        var pack = Repository.Zhoushan;
        pack.Amount("annual-cap", new DateOnly(2026, 1, 5)).Value.ShouldBe(Money.FromFen(300_000_000));
        pack.Evaluate("entitled", Inputs.At(ReferenceDay.EvaluatedYear, ReferenceDays.OfYear(2026)).Amounts("advances", [Money.FromFen(300_000_005)]).Text("grade", "good"))
            .Accepted(out var calculation, out _).ShouldBeTrue();
        calculation.Amount.ShouldBe(Money.FromFen(270_000_004));
    }
}
