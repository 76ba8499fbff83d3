using Contracts.Refusals;
using Funding.BankFiles;
using Funding.Payments;

namespace Funding.PaymentRuns;

/// <summary>One line of the bank's file and the answer it gives.</summary>
internal sealed record ResultRow(int Line, BankAnswer Answer);

/// <summary>Reads the bank's answers out of the file that a run was to it; every line must fit the payment that it names. Pure.</summary>
internal static class ResultRows
{
    private const int LongestReference = 100;
    private const int LongestReason = 200;

    private static readonly Dictionary<string, PaymentOutcome> Outcomes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["已支付"] = PaymentOutcome.Paid,
        ["成功"] = PaymentOutcome.Paid,
        ["paid"] = PaymentOutcome.Paid,
        ["支付失败"] = PaymentOutcome.Failed,
        ["失败"] = PaymentOutcome.Failed,
        ["failed"] = PaymentOutcome.Failed,
        ["退汇"] = PaymentOutcome.Returned,
        ["returned"] = PaymentOutcome.Returned,
    };

    /// <summary>All answers, or all that is wrong. Lines without an outcome are payments that the bank has not answered yet.</summary>
    public static Outcome<IReadOnlyList<ResultRow>> Read(BankTable table, Guid runId, IReadOnlyDictionary<Guid, Payment> payments)
    {
        List<RowProblem> problems = [];
        List<ResultRow> answers = [];
        var sumFen = 0L;
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(table, row, problems);
            if (reader.Peek(RunFile.Number) == RunFile.Total)
            {
                CheckTotal(reader, runId, sumFen);
                continue;
            }

            sumFen += Payment(reader, payments) is { } payment && Fits(reader, payment) ? payment.NetFen : 0;
            if (reader.Peek(RunFile.Outcome) is not null && Answer(reader) is { } answer)
            {
                CheckRepeated(reader, answer, answers);
                answers.Add(new ResultRow(row.Line, answer));
            }
        }

        if (problems.Count > 0)
        {
            return RowReader.Refuse(problems);
        }

        return answers.Count > 0
            ? answers
            : Refusal.BadInput("body", 0, "文件中没有任何一行填写了结果。", "No line of the file has an outcome.");
    }

    private static Payment? Payment(RowReader row, IReadOnlyDictionary<Guid, Payment> payments)
    {
        if (!Guid.TryParse(row.Peek(RunFile.PaymentId), out var id))
        {
            row.Fault(RunFile.PaymentId, "不是支付编号；请保留导出文件中的编号，并检查是否错列。", "Not a payment's key; keep those of the exported file, and look whether columns are swapped.");
            return null;
        }

        if (payments.TryGetValue(id, out var payment))
        {
            return payment;
        }

        row.Fault(RunFile.PaymentId, "本批次中没有这笔支付。", "This run has no such payment.");
        return null;
    }

    private static bool Fits(RowReader row, Payment payment)
    {
        if (row.Peek(RunFile.PayeeAccount) != payment.PayeeAccount)
        {
            var where = row.Elsewhere(RunFile.PayeeAccount, payment.PayeeAccount);
            row.Fault(
                RunFile.PayeeAccount,
                where is null ? "收款账号与封存的不同。" : $"收款账号出现在“{where.Zh}”列，似有错列。",
                where is null ? "The account differs from the sealed one." : $"The account stands under '{where.En}'; columns seem to be swapped.");
        }

        if (row.Fen(RunFile.Amount) is not { } fen)
        {
            return false;
        }

        if (fen != payment.NetFen)
        {
            row.Fault(RunFile.Amount, $"金额与封存的 {Yuan.Of(payment.NetFen)} 元不同。", $"The amount differs from the sealed {Yuan.Of(payment.NetFen)} yuan.");
        }

        return fen == payment.NetFen;
    }

    private static BankAnswer? Answer(RowReader row)
    {
        var (outcome, on, reference) = (row.OneOf(RunFile.Outcome, Outcomes), row.Day(RunFile.On), row.Text(RunFile.BankReference, LongestReference));
        var reason = outcome is PaymentOutcome.Failed or PaymentOutcome.Returned ? row.Text(RunFile.Reason, LongestReason) : null;
        return outcome is { } known && on is { } day && reference is not null && Guid.TryParse(row.Peek(RunFile.PaymentId), out var id)
            ? new BankAnswer(id, known, day, reference, reason)
            : null;
    }

    private static void CheckRepeated(RowReader row, BankAnswer answer, List<ResultRow> earlier)
    {
        if (earlier.Find(r => r.Answer.PaymentId == answer.PaymentId && r.Answer.Outcome == answer.Outcome) is { } same)
        {
            row.Fault(RunFile.PaymentId, $"与第 {same.Line} 行重复。", $"The same as line {same.Line}.");
        }
    }

    private static void CheckTotal(RowReader row, Guid runId, long sumFen)
    {
        if (row.Peek(RunFile.PaymentId) is { } run && run != runId.ToString())
        {
            row.Fault(RunFile.PaymentId, "这是另一支付批次的文件。", "This is the file of another run.");
        }

        if (row.Peek(RunFile.Amount) is { } text && Yuan.Parse(text) != sumFen)
        {
            row.Fault(RunFile.Amount, $"合计与各行之和 {Yuan.Of(sumFen)} 元不符。", $"The total is not the {Yuan.Of(sumFen)} yuan that the lines add up to.");
        }
    }
}
