using Funding.Deadlines;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.Deadlines;

public sealed class UnusedMoneyTests
{
    private static readonly DateOnly Allotted = new(2026, 1, 5);
    private static readonly DateOnly Deadline = new(2028, 1, 5);

    [Fact]
    public void Disbursed_less_spent_recovered_and_claimed_already()
    {
        var figures = Calculate(new YearMoney(2026, 100, 20, 5, 15));

        (figures.Total.Fen, figures.Shares.ShouldHaveSingleItem()).ShouldBe((60, (2026, 60)));
        figures.Sheet.Lines.ShouldAllBe(l => l.ClauseId == "ZS-08");
        figures.Sheet.Lines[0].Result.Day.ShouldBe(Deadline);
        figures.Sheet.PackHash.ShouldBe(Rules.Zhoushan.Hash);
    }

    [Theory]
    [InlineData(100, 0, 0, 0)]
    [InlineData(101, 0, 0, 0)]
    [InlineData(60, 20, 21, 0)]
    [InlineData(60, 20, 19, 1)]
    public void It_is_never_below_zero(long spent, long recovered, long outstanding, long unused) =>
        Calculate(new YearMoney(2026, 100, spent, recovered, outstanding)).Total.Fen.ShouldBe(unused);

    [Fact]
    public void The_total_is_shared_by_what_is_left_in_each_year_the_oldest_first_to_the_fen() =>
        Calculate(new YearMoney(2027, 33, 0, 0, 0), new YearMoney(2026, 100, 67, 0, 0), new YearMoney(2028, 34, 1, 0, 33))
            .Shares.ShouldBe([(2026, 33), (2027, 33)]);

    [Fact]
    public void What_was_spent_above_one_years_money_is_taken_from_another() =>
        Calculate(new YearMoney(2026, 100, 130, 0, 0), new YearMoney(2027, 100, 0, 0, 0)).Shares.ShouldBe([(2027, 70)]);

    private static UnusedFigures Calculate(params YearMoney[] years) => UnusedMoney.Calculate(Allotted, Deadline, years, Facts.Rules(new DateOnly(2028, 1, 6)));
}
