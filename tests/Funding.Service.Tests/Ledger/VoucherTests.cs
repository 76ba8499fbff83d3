using Funding.Ledger;
using Funding.Ledger.Vouchers;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.Ledger;

public sealed class VoucherTests
{
    private static readonly BookMapping Mapping = ChartOfAccounts.Load(Path.Combine(AppContext.BaseDirectory, "chart-of-accounts.json")).Of("zhoushan");

    [Fact]
    public void The_chart_that_is_shipped_books_every_account_of_the_ledger() =>
        Enum.GetValues<LedgerAccount>().Where(account => Mapping.Of(account) is null).ShouldBeEmpty();

    [Fact]
    public void Every_account_and_kind_has_a_name_in_Chinese()
    {
        Enum.GetValues<LedgerAccount>().Where(account => account.Say(english: false).Any(char.IsAsciiLetter)).ShouldBeEmpty();
        Enum.GetValues<PostingKind>().Where(kind => kind.Say(english: false).Any(char.IsAsciiLetter)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("年度安排下达", "Available", "Appropriated", "")]
    [InlineData("复核占用", "Committed", "Available", "")]
    [InlineData("资金拨付", "Advanced", "Committed", "借 1214.01 12.34; 贷 4001.01 12.34")]
    [InlineData("退汇", "Available", "Advanced", "借 4001.01 12.34; 贷 1214.01 12.34")]
    [InlineData("考核确认", "Entitled", "Advanced", "借 5001.01 12.34; 贷 1214.01 12.34")]
    [InlineData("多拨追缴", "Receivable", "Advanced", "借 1218.01 12.34; 贷 1214.01 12.34")]
    [InlineData("缴款入库", "Recovered", "Receivable", "借 2103.01 12.34; 贷 1218.01 12.34")]
    [InlineData("改判应退", "Entitled", "RefundDue", "借 5001.01 12.34; 贷 2307.01 12.34")]
    public void An_act_is_booked_so(string act, string debit, string credit, string expected)
    {
        var voucher = AccountingVoucher.Of([Posting(Enum.Parse<LedgerAccount>(debit), Enum.Parse<LedgerAccount>(credit), 1_234)], Mapping);

        act.ShouldNotBeEmpty();
        string.Join("; ", (voucher?.Entries ?? []).Select(e => e.DebitFen > 0
            ? $"借 {e.Account.Code} {LedgerWords.Yuan(e.DebitFen)}"
            : $"贷 {e.Account.Code} {LedgerWords.Yuan(e.CreditFen)}")).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, "0.00")]
    [InlineData(7, "0.07")]
    [InlineData(-7, "-0.07")]
    [InlineData(-123, "-1.23")]
    [InlineData(1_000_000_000_000_000, "10000000000000.00")]
    public void Fen_are_written_as_yuan_to_the_fen(long fen, string yuan) => LedgerWords.Yuan(fen).ShouldBe(yuan);

    [Fact]
    public void Turnovers_lead_from_the_opening_to_the_closing_and_no_fen_comes_or_goes()
    {
        var turnovers = ReadStatement.Turnovers(
        [
            new(PostingKind.AppropriationOpened, LedgerAccount.Available, LedgerAccount.Appropriated, Before: true, 1, 100),
            new(PostingKind.PaymentApproved, LedgerAccount.Committed, LedgerAccount.Available, Before: false, 2, 30),
            new(PostingKind.PaymentCancelled, LedgerAccount.Available, LedgerAccount.Committed, Before: false, 1, 10),
        ]);

        turnovers.ShouldBe(
        [
            new AccountTurnover(LedgerAccount.Appropriated, -100, 0, 0, -100),
            new AccountTurnover(LedgerAccount.Available, 100, 10, 30, 80),
            new AccountTurnover(LedgerAccount.Committed, 0, 30, 10, 20),
        ]);
        turnovers.Sum(t => t.ClosingFen).ShouldBe(0);
    }

    private static Posting Posting(LedgerAccount debit, LedgerAccount credit, long fen) => new()
    {
        Kind = PostingKind.PaymentPaid,
        SourceId = Guid.CreateVersion7(),
        Line = 1,
        Jurisdiction = "zhoushan",
        Programme = Rules.Programme,
        FiscalYear = 2026,
        Debit = debit,
        Credit = credit,
        AmountFen = fen,
        PostedOn = Facts.Today,
        PostedBy = "approver",
        Reference = "1号",
    };
}
