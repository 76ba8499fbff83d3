using System.Text;
using Policies;
using Policies.Loading;
using Reporting.FigureTables;
using Reporting.Tests.Cycles;
using Shouldly;
using Testing.Sheets;
using Xunit;

namespace Reporting.Tests.PeriodicReports;

public sealed class FigureTableTests
{
    [Theory]
    [InlineData("研发投入", "12.34", 1234L)]
    [InlineData("rdSpendFen", "1200000", 120_000_000L)]
    [InlineData("R&D spending", "12.340000000000001", 1234L)]
    [InlineData("研发投入", "\"1,234,567.80\"", 123_456_780L)]
    [InlineData("科研人员数", "41", 41L)]
    [InlineData("科研人员数*", "4.1E1", 41L)]
    public async Task A_figure_is_found_by_its_name_in_either_language_and_an_amount_is_in_yuan(string name, string value, long expected)
    {
        (await ReadAsync($"数据项,数值\n{name},{value}\n")).Accepted(out var read, out var refusal).ShouldBeTrue(refusal?.En);
        read!.Figures.ShouldHaveSingleItem().Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("研发投入,NaN")]
    [InlineData("研发投入,=A1*2")]
    [InlineData("研发投入,-1")]
    [InlineData("研发投入,\"12,5\"")]
    [InlineData("科研人员数,\"1,23\"")]
    [InlineData("研发投入,1.005")]
    [InlineData("研发投入,10000000000000.01")]
    [InlineData("科研人员数,4.5")]
    [InlineData("科研人员数,四十一")]
    [InlineData("科研人员数,99999999999")]
    [InlineData("科技人员,1")]
    public async Task A_cell_that_is_no_figure_is_told_by_its_row_and_hides_no_other(string row)
    {
        var refusal = (await ReadAsync($"数据项,数值\n在研项目数,七\n{row}\n")).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("table-refused");
        ((IReadOnlyList<CellProblem>)refusal.Inputs["problems"]!).Select(problem => problem.Line).ShouldBe([2, 3]);
    }

    [Theory]
    [InlineData("数据项\n研发投入\n")]
    [InlineData("数据项,数值,备注\n研发投入,1,无\n")]
    [InlineData("数据项,数值\n")]
    public async Task A_table_without_its_columns_or_rows_is_not_read(string table) => (await ReadAsync(table)).Refusal!.Code.ShouldBe("table-unreadable");

    [Fact]
    public async Task A_table_of_too_many_rows_is_not_read() =>
        (await ReadAsync("数据项,数值\n" + string.Concat(Enumerable.Repeat("在研项目数,7\n", 501)))).Refusal!.Code.ShouldBe("table-unreadable");

    [Fact]
    public async Task A_workbooks_formula_is_told_and_its_cached_number_not_taken()
    {
        var workbook = TestWorkbook.Of(
            """<c r="A1" t="inlineStr"><is><t>数据项</t></is></c><c r="B1" t="inlineStr"><is><t>数值</t></is></c>""",
            """<c r="A2" t="inlineStr"><is><t>科研人员数</t></is></c><c r="B2"><f>40+1</f><v>41</v></c>""");

        var refusal = (await ReadFigureTable.ReadAsync(new MemoryStream(workbook), "数据.xlsx", Offshore.Pack, TestContext.Current.CancellationToken)).Refusal.ShouldNotBeNull();

        ((IReadOnlyList<CellProblem>)refusal.Inputs["problems"]!).ShouldHaveSingleItem().Zh.ShouldContain("公式");
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(140, false)]
    public async Task A_percentage_is_at_most_a_hundred_where_the_pack_says_so(int value, bool taken)
    {
        var pack = WithPercentage();
        var read = await ReadFigureTable.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($"数据项,数值\n科研人员数,{value}\n")), "a.csv", pack, TestContext.Current.CancellationToken);
        read.Accepted(out _, out _).ShouldBe(taken);
        pack.ValidateIndicators(System.Text.Json.JsonElement.Parse($$"""{ "researchers": {{value}} }"""), new DateOnly(2026, 1, 5))
            .Any(problem => problem.Field == "researchers").ShouldBe(!taken);
    }

    private static PolicyPack WithPercentage()
    {
        var content = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", Offshore.Programme, "2025-01-01.yaml"))
            .Replace("zh: 科研人员数,", "max: 100, zh: 科研人员数,", StringComparison.Ordinal);
        PackLoader.Load(content, "pack").Accepted(out var pack, out var refusal).ShouldBeTrue(refusal?.En);
        return pack!;
    }

    private static Task<Contracts.Refusals.Outcome<ReadFigureTable.FigureTableView>> ReadAsync(string csv) =>
        ReadFigureTable.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "数据.csv", Offshore.Pack, TestContext.Current.CancellationToken);
}
