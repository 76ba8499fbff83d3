using System.Text;
using Funding.Advances;
using Funding.BankFiles;
using Funding.PaymentRuns;
using Funding.Payments;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests.PaymentRuns;

public sealed class ResultRowsTests
{
    private const string Account = "3309020104000123";
    private static readonly Guid Run = Guid.CreateVersion7();
    private static readonly Advance One = Facts.Advance(amountFen: 100_000_050, status: PaymentStatus.Exported);
    private static readonly Advance Two = Facts.Advance(amountFen: 200, status: PaymentStatus.Exported);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public async Task A_file_in_either_encoding_and_any_order_of_columns_gives_its_answers(string encoding)
    {
        var text = $"结果,银行日期,银行流水号,失败或退汇原因,支付编号,收款账号,金额（元）\n已支付,2026-03-03,B1,,{One.Id},{Account},\"1,000,000.50\"\n支付失败,2026/3/3,B2,账号有误,{Two.Id},{Account},2\n";

        var rows = (await ReadAsync(CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(text) ?? Encoding.UTF8.GetBytes(text))).Rows;

        rows.Select(r => (r.Line, r.Answer.PaymentId, r.Answer.Outcome, r.Answer.BankReference, r.Answer.Reason))
            .ShouldBe([(2, One.Id, PaymentOutcome.Paid, "B1", null), (3, Two.Id, PaymentOutcome.Failed, "B2", "账号有误")]);
    }

    [Fact]
    public async Task What_a_run_gives_out_comes_back_and_lines_without_an_outcome_wait()
    {
        var run = new PaymentRun { Id = Run, Jurisdiction = "zhoushan", Programme = "p", FiscalYear = 2026, Gathered = Facts.By("maker"), TotalFen = One.NetFen + Two.NetFen, Checksum = "c" };
        var lines = RunFile.Lines(run, [One, Two]).Select(line => line.ToList()).ToList();
        (lines[1][8], lines[1][9], lines[1][10]) = ("已支付", "2026-03-03", "B1");
        var text = string.Join('\n', lines.Select(line => string.Join(',', line)));

        var rows = (await ReadAsync(Encoding.UTF8.GetBytes(text))).Rows;

        rows.ShouldHaveSingleItem().Answer.BankReference.ShouldBe("B1");
    }

    // One fault each in a file that is right otherwise: {0} and {1} are the two payments.
    [Theory]
    [InlineData("{0},1000000.50,3309020104000123,已支付,2026-03-03,B1,", "收款账号", 2, "错列")]
    [InlineData("2026-03-03,{0},3309020104000123,1000000.50,已支付,B1,", "支付编号", 2, "错列")]
    [InlineData("{0},1000000.50,已支付,3309020104000123,2026-03-03,B1,", "收款账号", 2, "错列")]
    [InlineData("{0},3309020104000123,1000000.51,已支付,2026-03-03,B1,", "金额（元）", 2, "1000000.50")]
    [InlineData("{0},3309020104000123,1000000.505,已支付,2026-03-03,B1,", "金额（元）", 2, "两位小数")]
    [InlineData("{0},3309020104000123,-1000000.50,已支付,2026-03-03,B1,", "金额（元）", 2, "大于零")]
    [InlineData("{0},3309020104000124,1000000.50,已支付,2026-03-03,B1,", "收款账号", 2, "与封存的不同")]
    [InlineData("0192aaaa-0000-7000-8000-000000000000,3309020104000123,1,已支付,2026-03-03,B1,", "支付编号", 2, "没有这笔支付")]
    [InlineData("{0},3309020104000123,1000000.50,丢失,2026-03-03,B1,", "结果", 2, "已支付")]
    [InlineData("{0},3309020104000123,1000000.50,已支付,2026-13-03,B1,", "银行日期", 2, "有效日期")]
    [InlineData("{0},3309020104000123,1000000.50,已支付,2026-03-03,,", "银行流水号", 2, "须填写")]
    [InlineData("{0},3309020104000123,1000000.50,退汇,2026-03-03,B1,", "失败或退汇原因", 2, "须填写")]
    [InlineData("{0},3309020104000123,1000000.50,已支付,2026-03-03,B1,\n{1},3309020104000123,2,已支付,2026-03-03,B2,\n{0},3309020104000123,1000000.50,已支付,2026-03-03,B1,", "支付编号", 4, "第 2 行重复")]
    public async Task A_faulty_line_is_named_by_line_and_column_and_nothing_is_read(string lines, string column, int line, string says)
    {
        var text = "支付编号,收款账号,金额（元）,结果,银行日期,银行流水号,失败或退汇原因\n" + string.Format(null, lines, One.Id, Two.Id);

        var problems = (await ReadAsync(Encoding.UTF8.GetBytes(text))).Problems;

        problems.ShouldContain(p => p.Column == column && p.Line == line && p.Zh.Contains(says, StringComparison.Ordinal), string.Join('\n', problems));
        problems.ShouldAllBe(p => (p.ColumnEn + p.En).All(letter => letter < '一'));
    }

    [Theory]
    [InlineData("合计,{2},,1000000.51,,,,", "金额（元）")]
    [InlineData("合计,0192aaaa-0000-7000-8000-000000000000,,1000000.50,,,,", "支付编号")]
    public async Task A_wrong_total_or_another_runs_file_is_named(string total, string column)
    {
        var text = "序号,支付编号,收款账号,金额（元）,结果,银行日期,银行流水号,失败或退汇原因\n" + $"1,{One.Id},{Account},1000000.50,已支付,2026-03-03,B1,\n" + string.Format(null, total, One.Id, Two.Id, Run);

        (await ReadAsync(Encoding.UTF8.GetBytes(text))).Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Line.ShouldBe(3), p => p.Column.ShouldBe(column));
    }

    [Fact]
    public async Task Broken_bytes_are_named_by_line()
    {
        byte[] broken = [.. Encoding.UTF8.GetBytes($"支付编号,收款账号,金额（元）,结果,银行日期,银行流水号\n{One.Id},{Account},1000000.50,"), 0xFF, 0xFE, 0xFF, .. ",2026-03-03,B1\n"u8];
        byte[] gbk = [.. CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("支付编号,收款账号,金额（元）,结果,银行日期,银行流水号\n"), 0x31, 0xFF, 0x2C, 0xFF, .. "\n"u8];

        foreach (var bytes in new[] { gbk, broken })
        {
            using var file = new MemoryStream(bytes);
            var refusal = (await BankTable.ReadAsync(file, "bank.csv", RunFile.Columns, 100, CancellationToken.None)).Refusal.ShouldNotBeNull();
            refusal.Code.ShouldBe("bank-file-unreadable");
            refusal.Zh.ShouldContain("第 2 行");
        }
    }

    [Theory]
    [InlineData("1", 100)]
    [InlineData("1,234.50", 123_450)]
    [InlineData("￥0.01", 1)]
    [InlineData("10.500", 1050)]
    [InlineData("0", null)]
    [InlineData("1.005", null)]
    [InlineData("1.", null)]
    [InlineData("-1", null)]
    [InlineData("1e3", null)]
    [InlineData("10000000000000.01", null)]
    public void Yuan_are_read_to_the_fen_or_not_at_all(string text, int? fen) => Yuan.Parse(text).ShouldBe(fen);

    private static async Task<(IReadOnlyList<ResultRow> Rows, IReadOnlyList<RowProblem> Problems)> ReadAsync(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        (await BankTable.ReadAsync(file, "bank.csv", RunFile.Columns, 100, CancellationToken.None)).Accepted(out var table, out var refused).ShouldBeTrue(refused?.Zh);
        var outcome = ResultRows.Read(table!, Run, new Dictionary<Guid, Payment> { [One.Id] = One, [Two.Id] = Two });
        return outcome.Accepted(out var rows, out refused) ? (rows, []) : ([], (IReadOnlyList<RowProblem>)refused.Inputs["problems"]!);
    }
}
