using FsCheck;
using FsCheck.Fluent;
using Funding.Clawbacks;
using Shouldly;
using Xunit;
using static Funding.Clawbacks.ClawbackCause;

namespace Funding.Tests.Clawbacks;

/// <summary>The rule told in another way: a year's fens as an array, each with the cause that holds it.</summary>
public sealed class HeldFensTests
{
    private static readonly Guid[] Cases = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    [Fact]
    public void However_a_year_is_claimed_and_corrected_each_fen_belongs_to_who_claimed_it_first()
    {
        var steps = Gen.Choose(0, 6).SelectMany(kind => Gen.Choose(0, 40).Select(fen => (Kind: kind, Fen: (long)fen))).ListOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(steps.ToArbitrary(), history =>
        {
            var (held, fens, above) = (HeldFens.None, new Holder?[60], 0L);
            foreach (var (kind, fen) in history)
            {
                var cause = (ClawbackCause)(1 + (fen % 3));
                Guid? of = cause == Deadline ? Cases[fen / 3 % 2] : null;
                switch (kind)
                {
                    case 0:
                        above = fen;
                        break;
                    case 1:
                        var released = Math.Min(fen, held.Of(cause));
                        held = held.Release(cause, released);
                        Free(fens, f => f?.Cause == cause, released);
                        break;
                    case 2 when of is { } gone:
                        var its = held.Of(gone);
                        its.ShouldBe(fens.Count(f => f?.Case == gone));
                        held = held.Release(cause, its, gone);
                        Free(fens, f => f?.Case == gone, its);
                        break;
                    case 3:
                        var lowered = Math.Min(fen, held.Of(Deadline));
                        held = held.FirstUnused(lowered).Aggregate(held, (left, part) => left.Release(Deadline, part.Fen, part.CaseId));
                        Free(fens, f => f?.Cause == Deadline, lowered);
                        break;
                    default:
                        var taken = Math.Min(fen, fens.Skip((int)above).Count(f => f is null));
                        held = held.Take(cause, taken, above, of);
                        fens.Index().Skip((int)above).Where(f => f.Item is null).Take((int)taken).ToList().ForEach(f => fens[f.Index] = new Holder(cause, of));
                        break;
                }

                fens.ShouldBe(Row(held, fens.Length));
                held.OverAdvance(above).ShouldBe(fens.Take((int)above).Count(f => f is null));
                held.OfOverAdvance(cause, above).ShouldBe(fens.Take((int)above).Count(f => f?.Cause == cause));
            }

            return true;
        }));
    }

    [Fact]
    public void After_a_return_nothing_is_claimed_that_was_not_paid_and_no_more_falls_away_than_must()
    {
        var small = Gen.Choose(0, 30).Select(fen => (long)fen);
        var years = small.SelectMany(first => small.SelectMany(unused => small.SelectMany(decided => small.SelectMany(second => small.Select(paid =>
            (First: first, Unused: unused, Decided: decided, Second: Math.Min(second, paid), Paid: paid))))));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(years.ToArbitrary(), y =>
        {
            var held = HeldFens.None.Take(Deadline, y.Unused, y.First).Take(Revocation, y.Decided / 2, y.First).Take(Fraud, y.Decided, 0);
            var (unused, revocation, fraud) = held.Excess(y.Paid, y.Second);
            var claimed = held.TotalFen + held.OverAdvance(y.Second);
            var left = held.Release(Deadline, unused).Release(Revocation, revocation).Release(Fraud, fraud).Fit(y.Paid, y.Second);

            (left.TotalFen + left.OverAdvance(y.Second)).ShouldBe(Math.Min(claimed, y.Paid));
            left.Stretches.ShouldAllBe(s => s.End <= y.Paid);
            (fraud == 0 || left.Of(Revocation) == left.OfOverAdvance(Revocation, y.Second)).ShouldBeTrue();
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
        HeldFens.None.Take(Deadline, unused, beside).OverAdvance(aboveEntitled).ShouldBe(claimed);

    [Fact]
    public void What_was_obtained_by_fraud_beside_a_deadline_case_does_not_take_that_cases_fens_away()
    {
        // All was unused; the review wants 915 of it; all is then proved as spent, so that only these stay; 1,071 others were obtained by fraud.
        var held = HeldFens.None.Take(Deadline, 3_051, 0).Release(Deadline, 3_051 - 915).Take(Fraud, 1_071, 915);

        (held.OfOverAdvance(Deadline, 915), held.OverAdvance(915), held.TotalFen).ShouldBe((915, 0, 1_986));
    }

    [Fact]
    public void A_review_that_is_corrected_and_corrected_back_claims_what_it_did_whatever_was_decided_between()
    {
        var unused = HeldFens.None.Take(Deadline, 400, 0);
        unused.OverAdvance(700).ShouldBe(300);

        var decided = unused.Take(Fraud, 100, 700);
        (decided.OverAdvance(700), decided.OverAdvance(350), decided.TotalFen).ShouldBe((300, 0, 500));
    }

    private static void Free(Holder?[] fens, Func<Holder?, bool> whose, long fen) =>
        fens.Index().Where(f => whose(f.Item)).TakeLast((int)fen).ToList().ForEach(f => fens[f.Index] = null);

    private static Holder?[] Row(HeldFens held, int fens) =>
        [.. Enumerable.Range(0, fens).Select(at => held.Stretches.Where(s => s.From <= at && at < s.End).Select(s => new Holder(s.Cause, s.CaseId)).SingleOrDefault())];

    private sealed record Holder(ClawbackCause Cause, Guid? Case);
}
