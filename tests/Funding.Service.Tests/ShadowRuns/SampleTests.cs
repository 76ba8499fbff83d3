using Funding.BureauTables;
using Funding.ShadowRuns;
using Funding.Tests.Hosting;
using ServiceDefaults.Sheets;
using Shouldly;
using Xunit;

namespace Funding.Tests.ShadowRuns;

/// <summary>The sample workbook of the tour, whose errors samples/README.md tells one by one.</summary>
public sealed class SampleTests
{
    private const long Wan = 1_000_000;

    [Fact]
    public async Task Every_planted_error_is_found_to_the_fen_and_nothing_else()
    {
        var (shadow, _) = await RunAsync();

        shadow.Findings.Select(f => (f.Citation.ClauseId, f.Kind, f.Body, f.FiscalYear, f.AmountFen, f.CountedFen)).ShouldBe(
        [
            ("ZS-04", FindingKind.YearsOfSupport, "定海船舶设计创新中心", 2024, 110 * Wan, 60 * Wan),
            ("ZS-20", FindingKind.PaidWhileBarred, "绿色石化新材料创新中心", 2025, 80 * Wan, 80 * Wan),
            ("ZS-03", FindingKind.AnnualCap, null, 2024, 50 * Wan, 50 * Wan),
            ("ZS-08", FindingKind.PaidAfterDeadline, "嵊泗海工装备创新中心", 2025, 50 * Wan, 50 * Wan),
            ("ZS-08", FindingKind.Unused, "嵊泗海工装备创新中心", 2025, (46 * Wan) + 1, 0),
            ("ZS-08", FindingKind.Unused, "岱山新材料创新中心", 2024, 29 * Wan, 29 * Wan),
            ("ZS-07", FindingKind.OverPaid, "定海船舶设计创新中心", 2023, 13 * Wan, 13 * Wan),
            ("ZS-07", FindingKind.OverPaid, "岱山新材料创新中心", 2023, 13 * Wan, 13 * Wan),
            ("ZS-08", FindingKind.InvoiceTwice, "六横船舶修造创新中心", 2025, 12_350_000, 12_350_000),
            ("ZS-08", FindingKind.InvoiceTwice, "普陀海洋生物医药创新中心", 2024, 9_800_000, 9_800_000),
            ("ZS-07", FindingKind.OverPaid, "普陀海洋生物医药创新中心", 2024, 9 * Wan, 9 * Wan),
            ("ZS-03", FindingKind.AnnualCap, null, 2023, 1L, 1L),
            ("ZS-06", FindingKind.NotReviewed, "嵊泗海工装备创新中心", 2025, 0L, 0L),
            ("ZS-06", FindingKind.NotReviewed, "绿色石化新材料创新中心", 2025, 0L, 0L),
            ("ZS-20", FindingKind.RecognisedWhileBarred, "绿色石化新材料创新中心", 2025, 0L, 0L),
        ]);
        shadow.TotalFen.ShouldBe(326_150_001);
        shadow.NotChecked.ShouldBeEmpty();
        shadow.Bodies.ShouldBe(6);
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_named_and_left_out_and_sums_are_no_rows()
    {
        var (_, rows) = await RunAsync();

        rows.Faults.Select(f => (f.Table, f.Line, f.Column, f.Value)).ShouldBe([(4, 16, TableColumns.Amount, "约30万"), (4, 19, TableColumns.IssuedOn, "2025-13-08")]);
        (rows.Count, rows.LeftOut, rows.Payments.Count, rows.Payments.Count(p => p.IsReversed)).ShouldBe((61, 2, 16, 1));
    }

    [Fact]
    public async Task Each_finding_carries_its_sentence_figures_rows_and_what_the_platform_would_have_answered()
    {
        var (shadow, _) = await RunAsync();

        var cap = shadow.Findings.Single(f => f is { Kind: FindingKind.AnnualCap, FiscalYear: 2023 });
        cap.Citation.Quote.ShouldBe("每年安排不超过300万元财政资金");
        cap.Text.Zh.ShouldBe("2023年度共拨付3,000,000.01元，上限3,000,000.00元，超出0.01元。");
        cap.Refusal!.Code.ShouldBe("annual-cap-exceeded");
        cap.Rows.ShouldHaveSingleItem().Line.ShouldBe(12);
        cap.Rows[0].Cells.ShouldContain("60.000001");
        shadow.Findings.ShouldAllBe(f => f.Sheet.Lines.Count > 0 && f.Rows.Count > 0 && f.Citation.Quote.Length > 0 && f.Sheet.PackHash == Rules.Zhoushan.Hash);
        shadow.Findings.Single(f => f is { Kind: FindingKind.OverPaid, Body: "普陀海洋生物医药创新中心" }).Sheet.Lines.Select(l => l.ClauseId).ShouldContain("ZS-06");
    }

    private static async Task<(Shadow Shadow, BureauRows Rows)> RunAsync()
    {
        await using var file = SampleFile.Open();
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var (rows, asOf) = (new BureauRows(), new DateOnly(2026, 3, 2));
        var tables = await FindTables.InAsync(content, "a.xlsx", CancellationToken.None);
        for (var number = 1; number <= tables.Count; number++)
        {
            var table = tables[number - 1];
            if (TableMapping.Suggest(table.Name, table.Titles) is not { Kind: { } kind } mapping)
            {
                continue;
            }

            rows.Kinds.Add(kind);
            var reader = new ReadTable(number, kind, TableLayout.Of(mapping, table.Titles), Rules.Zhoushan, asOf);
            await foreach (var row in SheetReader.ReadAsync(content, "a.xlsx", CancellationToken.None, table.Sheet))
            {
                if (row.Line > table.TitleLine)
                {
                    reader.Add(row, rows);
                }
            }
        }

        return (FindShadow.Run(rows, Rules.Zhoushan, asOf), rows);
    }
}
