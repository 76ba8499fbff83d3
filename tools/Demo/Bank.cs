using System.Globalization;
using System.Text;

namespace Demo;

/// <summary>What the bank says of one payment.</summary>
/// <param name="Outcome">Paid, failed or returned (退汇), in the bank's word.</param>
/// <param name="On">Its day.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Reason">Why it failed or came back.</param>
internal sealed record BankAnswer(string Outcome, DateOnly On, string Reference, string Reason = "")
{
    public const string Paid = "已支付";
    public const string Failed = "支付失败";
    public const string Returned = "退汇";
}

/// <summary>The bank of the story: it answers a run's file in that file, and tells by the day what moved.</summary>
internal sealed class Bank
{
    // The run's file, layout 1.
    private const int PaymentColumn = 1;
    private const int PayeeColumn = 2;
    private const int YuanColumn = 5;
    private const int AnswerColumn = 8;

    private readonly List<(DateOnly Day, string Line)> movements = [];

    public Bank() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The file with its last four columns filled in; payments without an answer are left for another day.</summary>
    public byte[] Answer(string file, IReadOnlyDictionary<Guid, BankAnswer> answers)
    {
        var lines = file.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Select(line =>
        {
            var cells = line.Split(',');
            if (!Guid.TryParse(cells[PaymentColumn], out var payment) || !answers.TryGetValue(payment, out var answer))
            {
                return line;
            }

            if (answer.Outcome != BankAnswer.Failed)
            {
                Move(answer.On, answer.Outcome == BankAnswer.Paid ? "支出" : "收入", cells[YuanColumn], answer.Reference, cells[PayeeColumn]);
            }

            string[] told = [answer.Outcome, Stage.Iso(answer.On), answer.Reference, answer.Reason];
            told.CopyTo(cells, AnswerColumn);
            return string.Join(',', cells);
        })));
    }

    /// <summary>Takes its fee.</summary>
    public void Charge(DateOnly day, long fen, string reference) => Move(day, "支出", Yuan(fen), reference, "某银行舟山分行（手续费）");

    /// <summary>Takes money in.</summary>
    public void Receive(DateOnly day, long fen, string reference, string payer) => Move(day, "收入", Yuan(fen), reference, payer);

    /// <summary>The statement of a day, in GBK as many banks still write.</summary>
    public byte[] Statement(DateOnly day) => Encoding.GetEncoding("GBK").GetBytes(string.Join(
        "\r\n", movements.Where(movement => movement.Day == day).Select(movement => movement.Line).Prepend("日期,收支,金额（元）,流水号,对方户名")));

    private void Move(DateOnly day, string direction, string yuan, string reference, string name) =>
        movements.Add((day, $"{Stage.Iso(day)},{direction},{yuan},{reference},{name}"));

    private static string Yuan(long fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100}.{fen % 100:00}");
}
