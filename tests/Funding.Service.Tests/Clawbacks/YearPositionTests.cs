using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Funding.Clawbacks;
using Funding.Ledger;
using Shouldly;
using Xunit;

namespace Funding.Tests.Clawbacks;

/// <summary>What a year's money comes to, whatever is claimed of it and came back: worked examples in yuan, and what holds of all.</summary>
public sealed class YearPositionTests
{
    // 已拨付 paid · 应补助 entitled (– before the review) · claimed before it as unused (ZS-08), for a revocation, for fraud
    // over = then claimed as over-advance (ZS-07) · kept = what the body keeps · open = paid, not settled and not claimed
    private const string Claims = """
        | what happened                                         |   paid  | entitled | unused | revoked | fraud |   over |   kept |   open |
        | paid, nothing else                                    | 1000.00 |       –  |   0.00 |    0.00 |  0.00 |   0.00 |   0.00 | 1000.00 |
        | good: nine tenths are kept                            | 1000.00 |  900.00  |   0.00 |    0.00 |  0.00 | 100.00 | 900.00 |   0.00 |
        | fail: all of it comes back                            | 1000.00 |    0.00  |   0.00 |    0.00 |  0.00 | 1000.00 |  0.00 |   0.00 |
        | one fen                                               |    0.05 |    0.04  |   0.00 |    0.00 |  0.00 |   0.01 |   0.04 |   0.00 |
        | unused before the review, and nothing above it        | 1000.00 | 1000.00  | 300.00 |    0.00 |  0.00 |   0.00 | 700.00 |   0.00 |
        | unused first, the review wants less: claimed once     | 1000.00 |  900.00  | 300.00 |    0.00 |  0.00 |   0.00 | 700.00 |   0.00 |
        | unused first, the review wants more: the rest is new  | 1000.00 |  300.00  | 300.00 |    0.00 |  0.00 | 400.00 | 300.00 |   0.00 |
        | fraud claimed before the review                       | 1000.00 |       –  |   0.00 |    0.00 | 250.00 |  0.00 |   0.00 | 750.00 |
        | fraud first, the review fails: the rest is new        | 1000.00 |    0.00  |   0.00 |    0.00 | 250.00 | 750.00 |  0.00 |   0.00 |
        | fraud first, the review is good: it lies under it     | 1000.00 |  900.00  |   0.00 |    0.00 | 250.00 |  0.00 | 750.00 |   0.00 |
        | revoked and fraud, all of it                          | 1000.00 |    0.00  |   0.00 |  400.00 | 600.00 |  0.00 |   0.00 |   0.00 |
        | all four causes                                       | 1000.00 |  100.00  | 200.00 |  300.00 | 100.00 | 300.00 | 100.00 |  0.00 |
        """;

    // held = received + withheld − refunded; outstanding = claimed − held − written off, owed = held − claimed, neither below zero
    private const string Cases = """
        | what happened                                  | claimed | received | withheld | written off | refunded | outstanding |  owed  |
        | nothing came back                              | 1000.00 |     0.00 |     0.00 |        0.00 |     0.00 |     1000.00 |   0.00 |
        | in parts                                       | 1000.00 |   399.99 |     0.00 |        0.00 |     0.00 |      600.01 |   0.00 |
        | all of it                                      | 1000.00 |  1000.00 |     0.00 |        0.00 |     0.00 |        0.00 |   0.00 |
        | one fen too much                               | 1000.00 |  1000.01 |     0.00 |        0.00 |     0.00 |        0.00 |   0.01 |
        | too much, and returned                         | 1000.00 |  1200.00 |     0.00 |        0.00 |   200.00 |        0.00 |   0.00 |
        | a part received, a part withheld               | 1000.00 |   300.00 |   500.00 |        0.00 |     0.00 |      200.00 |   0.00 |
        | ... and the rest given up                      | 1000.00 |   300.00 |   500.00 |      200.00 |     0.00 |        0.00 |   0.00 |
        | given up, and the claim then falls: no cash    |  600.00 |   300.00 |     0.00 |      700.00 |     0.00 |        0.00 |   0.00 |
        | given up in part, and the body pays after all  | 1000.00 |   900.00 |     0.00 |      200.00 |     0.00 |        0.00 |   0.00 |
        | the claim falls below what was received        |  100.00 |   300.00 |     0.00 |        0.00 |     0.00 |        0.00 | 200.00 |
        | ... returned, and the claim rises again        |  300.00 |   300.00 |     0.00 |        0.00 |   200.00 |      200.00 |   0.00 |
        | the claim falls away, all had been withheld    |    0.00 |     0.00 |   500.00 |        0.00 |     0.00 |        0.00 | 500.00 |
        """;

    public static TheoryData<string, string[]> ClaimRows => Rows(Claims);

    public static TheoryData<string, string[]> CaseRows => Rows(Cases);

    [Theory]
    [MemberData(nameof(ClaimRows))]
    public void A_years_fens_are_claimed_once_and_each_is_in_one_account(string what, string[] figures)
    {
        var row = Array.ConvertAll(figures, Fen);
        var (paid, entitled, held) = (row[0]!.Value, row[1], row[2]!.Value + row[3]!.Value + row[4]!.Value);

        var over = HeldFens.None.Take(ClawbackCause.Fraud, held, 0).OverAdvance(entitled is null ? 0 : paid - entitled.Value);
        var position = YearPosition.Of(
            paid,
            entitled is null ? null : paid,
            new ClaimFigures(ClawbackCause.OverAdvance, over),
            new ClaimFigures(ClawbackCause.Deadline, row[2]!.Value),
            new ClaimFigures(ClawbackCause.Revocation, row[3]!.Value),
            new ClaimFigures(ClawbackCause.Fraud, row[4]!.Value));

        (over, position[LedgerAccount.Entitled], position[LedgerAccount.Advanced]).ShouldBe((row[5]!.Value, row[6]!.Value, row[7]!.Value), what);
        (position[LedgerAccount.UnusedReceivable], position[LedgerAccount.RevocationReceivable], position[LedgerAccount.FraudReceivable])
            .ShouldBe((row[2]!.Value, row[3]!.Value, row[4]!.Value), what);
        position.Values.Sum().ShouldBe(paid, what);
    }

    [Theory]
    [MemberData(nameof(CaseRows))]
    public void A_case_stands_at_what_is_claimed_less_what_came_back_and_was_given_up(string what, string[] figures)
    {
        var row = Array.ConvertAll(figures, cell => Fen(cell)!.Value);
        var stands = new ClaimFigures(ClawbackCause.Fraud, row[0], row[1], row[2], row[3], row[4]);

        (stands.OutstandingFen, stands.RefundDueFen).ShouldBe((row[5], row[6]), what);
        stands.Position().Values.Sum().ShouldBe(row[0], what);
    }

    [Fact]
    public void Whatever_happens_to_a_year_no_fen_is_claimed_twice_and_none_is_lost()
    {
        var steps = Gen.Choose(0, 8).SelectMany(kind => Gen.Choose(0, 60).Select(fen => (Kind: kind, Fen: (long)fen))).ListOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(steps.ToArbitrary(), history =>
        {
            var year = new Year(100);
            foreach (var (kind, fen) in history)
            {
                year.Take(kind, fen);
                year.ShouldHold();
            }

            return true;
        }));
    }

    /// <summary>A year as the service keeps it, without the service: amounts only.</summary>
    private sealed class Year(long paid)
    {
        private readonly Dictionary<ClawbackCause, ClaimFigures> cases = Enum.GetValues<ClawbackCause>().ToDictionary(c => c, c => new ClaimFigures(c, 0));
        private long? above;
        private HeldFens held = HeldFens.None;

        private long Claimed => cases.Values.Sum(c => c.ClaimedFen);

        public void Take(int kind, long fen)
        {
            var cause = (ClawbackCause)(fen % 4);
            var stands = cases[cause];
            switch (kind)
            {
                case 0 or 1:
                    above = fen;
                    break;
                case 2 or 3 when cause != ClawbackCause.OverAdvance:
                    held = held.Take(cause, Math.Min(fen, paid - Claimed), above ?? 0);
                    break;
                case 4:
                    cases[cause] = stands with { ReceivedFen = stands.ReceivedFen + fen };
                    break;
                case 5:
                    cases[cause] = stands with { OffsetFen = stands.OffsetFen + Math.Min(fen, stands.OutstandingFen) };
                    break;
                case 6:
                    cases[cause] = stands with { WrittenOffFen = stands.WrittenOffFen + Math.Min(fen, stands.OutstandingFen) };
                    break;
                case 7:
                    cases[cause] = stands with { RefundedFen = stands.RefundedFen + Math.Min(fen, stands.RefundDueFen) };
                    break;
                case 8 when cause != ClawbackCause.OverAdvance:
                    held = held.Release(cause, Math.Min(fen, stands.ClaimedFen));
                    break;
            }

            foreach (var of in cases.Keys)
            {
                cases[of] = cases[of] with { ClaimedFen = of == ClawbackCause.OverAdvance ? held.OverAdvance(above ?? 0) : held.Of(of) };
            }
        }

        public void ShouldHold()
        {
            Claimed.ShouldBeInRange(above ?? 0, paid);
            var position = YearPosition.Of(paid, above is null ? null : paid, [.. cases.Values]);
            position.Values.Sum().ShouldBe(paid);
            (position[LedgerAccount.Advanced] >= 0 && position[LedgerAccount.Entitled] >= 0).ShouldBeTrue();
            foreach (var stands in cases.Values)
            {
                var accounts = ClaimAccounts.Of(stands.Cause);
                position[accounts.Receivable].ShouldBe(Math.Max(0, stands.ClaimedFen - stands.ReceivedFen - stands.OffsetFen + stands.RefundedFen - stands.WrittenOffFen));
                accounts.All.Sum(account => position[account]).ShouldBe(stands.ClaimedFen);
                (position[accounts.RefundDue] <= 0 && position[accounts.WrittenOff] >= 0).ShouldBeTrue();
                (stands.OutstandingFen == 0 || stands.RefundDueFen == 0).ShouldBeTrue();
            }
        }
    }

    private static TheoryData<string, string[]> Rows(string table)
    {
        var rows = new TheoryData<string, string[]>();
        foreach (var cells in table.Split('\n').Skip(1).Select(line => line.Trim('|', ' ', '\r').Split('|', StringSplitOptions.TrimEntries)))
        {
            rows.Add(cells[0], cells[1..]);
        }

        return rows;
    }

    private static long? Fen(string yuan) => yuan == "–" ? null : (long)(decimal.Parse(yuan, CultureInfo.InvariantCulture) * 100);
}
