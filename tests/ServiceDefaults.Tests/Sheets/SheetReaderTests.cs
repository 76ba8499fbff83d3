using System.Text;
using ServiceDefaults.Sheets;
using Shouldly;
using Testing.Sheets;
using Xunit;

namespace ServiceDefaults.Tests.Sheets;

public sealed class SheetReaderTests
{
    private static async Task<List<SheetRow>> ReadAsync(byte[] file, string name = "a.csv")
    {
        using var stream = new MemoryStream(file);
        return await SheetReader.ReadAsync(stream, name, CancellationToken.None).ToListAsync();
    }

    [Fact]
    public async Task Chinese_is_read_in_utf8_with_and_without_mark_and_in_gbk()
    {
        var utf8 = Encoding.UTF8.GetBytes("机构名称*\n舟山,㐀");
        foreach (var file in (byte[][])[utf8, [.. Encoding.UTF8.GetPreamble(), .. utf8]])
        {
            (await ReadAsync(file))[1].Cells.Select(cell => cell.Text).ShouldBe(["舟山", "㐀"]);
            (await ReadAsync(file))[0].Cells[0].Text.ShouldBe("机构名称*");
        }

        (await ReadAsync(CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes("机构名称\n舟山,岱山")))[1].Cells.Select(cell => cell.Text).ShouldBe(["舟山", "岱山"]);
    }

    [Fact]
    public async Task A_row_is_found_at_its_line_of_the_file_and_empty_ones_are_not_rows()
    {
        var rows = await ReadAsync(Encoding.UTF8.GetBytes("a,b\n\n,\n\"two\nlines\",x\nlast,y"));

        rows.Select(row => row.Line).ShouldBe([1, 4, 6]);
        rows[1].Cells[0].Text.ShouldBe("two\nlines");
    }

    [Fact]
    public async Task A_quote_without_its_pair_is_told_by_its_line() =>
        (await Should.ThrowAsync<UnreadableSheetException>(() => ReadAsync(Encoding.UTF8.GetBytes("a,b\n\"open,x\ny,z")))).Zh.ShouldContain("第 2 行");

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("+A1", true)]
    [InlineData("-", false)]
    [InlineData("舟山=", false)]
    public void What_a_spreadsheet_would_compute_is_a_formula(string text, bool formula) => SheetCell.OfText(text).IsFormula.ShouldBe(formula);

    [Fact]
    public async Task A_workbook_gives_texts_numbers_days_gaps_and_its_formulas_as_such()
    {
        var file = TestWorkbook.Of(
            """<c r="A1" t="inlineStr"><is><t>机构</t></is></c><c r="C1" t="inlineStr"><is><t>日期</t></is></c>""",
            """<c r="A2"><v>91330902</v></c><c r="C2" s="1"><v>45352</v></c><c r="D2"><f>1+1</f><v>2</v></c>""");

        var rows = await ReadAsync(file, "a.XLSX");

        rows[0].Cells.Select(cell => cell.Text).ShouldBe(["机构", "", "日期"]);
        rows[1].Cells.Select(cell => cell.Text).ShouldBe(["91330902", "", "2024-03-01", "=1+1"]);
        rows[1].Cells[3].IsFormula.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_in_words() =>
        (await Should.ThrowAsync<UnreadableSheetException>(() => ReadAsync("PK\u0003\u0004nonsense"u8.ToArray(), "a.xlsx"))).Message.ShouldNotBeEmpty();

    [Fact]
    public void Titles_may_stand_in_any_order_and_language_and_what_is_amiss_is_named()
    {
        static SheetRow Titles(params IEnumerable<string> titles) => new(1, [.. titles.Select(SheetCell.OfText)]);
        List<SheetColumn> all = [new("name", "机构名称", "Name", Required: true), new("day", "文件日期", "Document date", Required: true), new("number", "文号", "Document number", Required: true)];

        var found = SheetTitles.Read(Titles(all.Select((column, at) => at % 3 == 0 ? column.Key : at % 3 == 1 ? column.En : column.Zh + "*").Reverse()), all);
        found["number"].ShouldBe(0);

        var amiss = Should.Throw<UnreadableSheetException>(() => SheetTitles.Read(Titles(all.Skip(1).Select(column => column.Zh).Append("电话").Append("文号")), all));
        amiss.Zh.ShouldContain("缺少列：机构名称");
        amiss.Zh.ShouldContain("无法识别的列：电话");
        amiss.Zh.ShouldContain("重复的列：文号");
        amiss.Message.ShouldContain("Missing columns: Name");
    }
}
