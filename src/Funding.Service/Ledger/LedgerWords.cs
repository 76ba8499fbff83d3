using System.Globalization;
using System.Text;

namespace Funding.Ledger;

/// <summary>Accounts, kinds and amounts in the words of the field, for tables that leave the platform.</summary>
internal static class LedgerWords
{
    private static readonly Dictionary<LedgerAccount, string> Accounts = new()
    {
        [LedgerAccount.Appropriated] = "年度安排",
        [LedgerAccount.Available] = "可用额度",
        [LedgerAccount.Committed] = "已占用",
        [LedgerAccount.Advanced] = "已预拨",
        [LedgerAccount.Entitled] = "应补助",
        [LedgerAccount.Receivable] = "应追缴",
        [LedgerAccount.Recovered] = "已追回",
        [LedgerAccount.RefundDue] = "应退还",
        [LedgerAccount.UnusedReceivable] = "应追缴（未使用）",
        [LedgerAccount.UnusedRecovered] = "已追回（未使用）",
        [LedgerAccount.UnusedRefundDue] = "应退还（未使用）",
        [LedgerAccount.Offset] = "已抵扣",
        [LedgerAccount.WrittenOff] = "已核销",
        [LedgerAccount.UnusedOffset] = "已抵扣（未使用）",
        [LedgerAccount.UnusedWrittenOff] = "已核销（未使用）",
        [LedgerAccount.RevocationReceivable] = "应追缴（取消资格）",
        [LedgerAccount.RevocationRecovered] = "已追回（取消资格）",
        [LedgerAccount.RevocationRefundDue] = "应退还（取消资格）",
        [LedgerAccount.RevocationOffset] = "已抵扣（取消资格）",
        [LedgerAccount.RevocationWrittenOff] = "已核销（取消资格）",
        [LedgerAccount.FraudReceivable] = "应追缴（弄虚作假）",
        [LedgerAccount.FraudRecovered] = "已追回（弄虚作假）",
        [LedgerAccount.FraudRefundDue] = "应退还（弄虚作假）",
        [LedgerAccount.FraudOffset] = "已抵扣（弄虚作假）",
        [LedgerAccount.FraudWrittenOff] = "已核销（弄虚作假）",
    };

    private static readonly Dictionary<PostingKind, string> Kinds = new()
    {
        [PostingKind.AppropriationOpened] = "年度安排下达",
        [PostingKind.AppropriationSupplemented] = "年度安排追加",
        [PostingKind.AppropriationReduced] = "年度安排追减",
        [PostingKind.AppropriationCarriedOut] = "结转至下年",
        [PostingKind.AppropriationCarriedIn] = "上年结转",
        [PostingKind.AppropriationLapsed] = "年末结余收回",
        [PostingKind.PaymentApproved] = "拨付复核",
        [PostingKind.PaymentCancelled] = "拨付撤销",
        [PostingKind.PaymentPaid] = "资金拨付",
        [PostingKind.PaymentFailed] = "支付失败",
        [PostingKind.PaymentReturned] = "退汇",
        [PostingKind.YearSettled] = "年度结算",
        [PostingKind.ReceiptRecorded] = "追缴入库",
        [PostingKind.UnusedClaimed] = "未使用资金追缴",
        [PostingKind.UnusedReduced] = "未使用资金追缴调减",
        [PostingKind.ClaimDecided] = "决定追缴",
        [PostingKind.ClaimReduced] = "决定追缴调减",
        [PostingKind.WrittenOff] = "核销",
        [PostingKind.OffsetTaken] = "追缴抵扣",
        [PostingKind.OffsetReversed] = "抵扣冲回",
        [PostingKind.RefundPaid] = "退还多缴资金",
    };

    /// <summary>The account, in Chinese where it has a name of its own.</summary>
    public static string Say(this LedgerAccount account, bool english) =>
        !english && Accounts.TryGetValue(account, out var zh) ? zh : Spaced(account.ToString());

    /// <summary>What a posting records.</summary>
    public static string Say(this PostingKind kind, bool english) => !english && Kinds.TryGetValue(kind, out var zh) ? zh : Spaced(kind.ToString());

    /// <summary>Yuan without thousands separators, exact to the fen, so that the figure can be reckoned with.</summary>
    public static string Yuan(long fen)
    {
        var (yuan, rest) = Math.DivRem(fen, 100);
        return string.Create(CultureInfo.InvariantCulture, $"{(fen < 0 && yuan == 0 ? "-" : "")}{yuan}.{Math.Abs(rest):00}");
    }

    /// <summary>The day in ISO.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // "UnusedReceivable" → "Unused receivable".
    private static string Spaced(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : letter.ToString());
        }

        return text.ToString();
    }
}
