using FsCheck;
using FsCheck.Fluent;
using Funding.Clawbacks;
using Shouldly;
using Xunit;

namespace Funding.Tests.Clawbacks;

/// <summary>The rule told in another way: a year's fens as an array, each with the cause that holds it.</summary>
public sealed class SharedFensTests
{
    private enum Holder
    {
        Body,
        OverAdvance,
        Unused,
    }

    [Fact]
    public void No_fen_is_claimed_twice_whichever_clause_claims_first_and_however_the_review_is_corrected()
    {
        var small = Gen.Choose(0, 40);
        var histories = small.SelectMany(paid => small.SelectMany(spent => small.SelectMany(first => small.Select(second =>
            (Paid: paid, Spent: Math.Min(spent, paid), First: Math.Min(first, paid), Second: Math.Min(second, paid))))));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(histories.ToArbitrary(), h =>
        {
            // ZS-07 claims the year's end; the deadline case what is neither spent nor claimed; then the review is corrected.
            var fens = new Holder[h.Paid];
            Array.Fill(fens, Holder.OverAdvance, h.Paid - h.First, h.First);
            for (var i = h.Spent; i < h.Paid; i++)
            {
                fens[i] = fens[i] == Holder.Body ? Holder.Unused : fens[i];
            }

            var (beside, unused) = (h.First, fens.Count(f => f == Holder.Unused));
            for (var i = 0; i < h.Paid; i++)
            {
                fens[i] = fens[i] == Holder.Unused ? Holder.Unused : i >= h.Paid - h.Second ? Holder.OverAdvance : Holder.Body;
            }

            var claimed = SharedFens.OverAdvance(h.Second, unused, beside);
            claimed.ShouldBe(fens.Count(f => f == Holder.OverAdvance));
            (claimed + unused).ShouldBeLessThanOrEqualTo(h.Paid);
            (claimed + unused).ShouldBeGreaterThanOrEqualTo(h.Second);
            return true;
        }));
    }

    [Theory]
    [InlineData(30, 0, 0, 30)]     // no deadline case: exactly advance less entitled
    [InlineData(30, 50, 0, 0)]     // the deadline case came first and holds them all
    [InlineData(60, 50, 0, 10)]    // ... or all but ten
    [InlineData(30, 20, 30, 30)]   // the review came first
    [InlineData(10, 20, 30, 10)]   // ... and was corrected down
    [InlineData(60, 20, 30, 40)]   // ... and up, over the fens of the deadline case
    public void The_over_advance_is_what_the_deadline_case_does_not_hold(long aboveEntitled, long unused, long beside, long claimed) =>
        SharedFens.OverAdvance(aboveEntitled, unused, beside).ShouldBe(claimed);
}
