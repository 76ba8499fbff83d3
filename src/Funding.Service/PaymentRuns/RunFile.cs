using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Funding.BankFiles;
using Funding.Payments;
using ServiceDefaults.Sheets;

namespace Funding.PaymentRuns;

/// <summary>
/// The file that a sealed run is to the bank or treasury, layout 1: a title line, one line per payment in the order of their keys, a
/// total line with the checksum. The last four columns are empty; the bank fills them in and sends the file back.
/// </summary>
internal static class RunFile
{
    public const string Number = "no";
    public const string PaymentId = "paymentId";
    public const string PayeeName = "payeeName";
    public const string PayeeAccount = "payeeAccount";
    public const string PayeeBank = "payeeBank";
    public const string Amount = "amount";
    public const string AmountFen = "amountFen";
    public const string Reference = "reference";
    public const string Outcome = "outcome";
    public const string On = "on";
    public const string BankReference = "bankReference";
    public const string Reason = "reason";

    /// <summary>What stands in the first column of the total line.</summary>
    public const string Total = "合计";

    /// <summary>The columns, in their order; a bank may leave out or move those that are not required.</summary>
    public static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new(Number, "序号", "No.", Required: false),
        new(PaymentId, "支付编号", "Payment", Required: true),
        new(PayeeName, "收款单位", "Payee", Required: false),
        new(PayeeAccount, "收款账号", "Account", Required: true),
        new(PayeeBank, "开户银行", "Payee's bank", Required: false),
        new(Amount, "金额（元）", "Amount (yuan)", Required: true),
        new(AmountFen, "金额（分）", "Amount (fen)", Required: false),
        new(Reference, "依据文号", "Document", Required: false),
        new(Outcome, "结果", "Outcome", Required: true),
        new(On, "银行日期", "Bank's day", Required: true),
        new(BankReference, "银行流水号", "Bank reference", Required: true),
        new(Reason, "失败或退汇原因", "Reason", Required: false),
    ];

    /// <summary>SHA-256 over the payment lines: key, payee, account, bank and fen by tabs, lines by line feeds, UTF-8.</summary>
    public static string Checksum(IEnumerable<Payment> payments) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        payments.OrderBy(p => p.Id).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Id:D}\t{p.PayeeName}\t{p.PayeeAccount}\t{p.PayeeBank}\t{p.NetFen}"))))));

    /// <summary>All lines; the same run gives the same lines for ever.</summary>
    public static IEnumerable<IReadOnlyList<string?>> Lines(PaymentRun run, IReadOnlyList<Payment> payments)
    {
        yield return [.. Columns.Select(column => column.Zh)];
        foreach (var (payment, at) in payments.OrderBy(p => p.Id).Select((payment, at) => (payment, at + 1)))
        {
            yield return
            [
                Text(at), payment.Id.ToString(), payment.PayeeName, payment.PayeeAccount, payment.PayeeBank, Yuan.Of(payment.NetFen), Text(payment.NetFen),
                payment.Reference, null, null, null, null,
            ];
        }

        yield return [Total, run.Id.ToString(), null, null, null, Yuan.Of(run.TotalFen), Text(run.TotalFen), $"SHA-256 {run.Checksum}", null, null, null, null];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
