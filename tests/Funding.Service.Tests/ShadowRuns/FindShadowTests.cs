using Contracts.Registry;
using Funding.BureauTables;
using Funding.ShadowRuns;
using Funding.Tests.Hosting;
using ServiceDefaults.Sheets;
using Shouldly;
using Xunit;

namespace Funding.Tests.ShadowRuns;

public sealed class FindShadowTests
{
    private static readonly DateOnly AsOf = new(2030, 6, 30);
    private int line;

    [Fact]
    public void A_year_at_its_cap_is_no_finding_and_one_fen_above_it_is_one()
    {
        Find(rows => rows.Payments.AddRange([Paid("甲", 2026, 299_999_999), Paid("乙", 2026, 1)])).ShouldBeEmpty();

        var found = Find(rows => rows.Payments.AddRange([Paid("甲", 2026, 299_999_999), Paid("乙", 2026, 2)]));

        found.Select(f => (f.Kind, f.AmountFen, f.CountedFen)).ShouldBe([(FindingKind.AnnualCap, 1L, 1L)]);
        found[0].Rows.ShouldHaveSingleItem().Line.ShouldBe(4);
    }

    [Fact]
    public void What_came_back_from_the_bank_was_not_paid() =>
        Find(rows => rows.Payments.AddRange([Paid("甲", 2026, 200_000_000), Paid("甲", 2026, 200_000_000) with { IsReversed = true }])).ShouldBeEmpty();

    [Fact]
    public void A_fourth_year_above_the_cap_counts_once()
    {
        var found = Find(rows =>
        {
            rows.Payments.AddRange([Paid("甲", 2026, 100), Paid("甲", 2027, 100), Paid("甲", 2029, 100)]);
            rows.Payments.AddRange([Paid("乙", 2030, 299_999_950, day: 1), Paid("甲", 2030, 100, day: 2)]);
        });

        found.Select(f => (f.Kind, f.AmountFen, f.CountedFen)).ShouldBe([(FindingKind.YearsOfSupport, 100L, 50L), (FindingKind.AnnualCap, 50L, 50L)]);
        found[0].Refusal!.Code.ShouldBe("years-exhausted");
        found[0].Text.Zh.ShouldContain("2026、2027、2029");
    }

    [Theory]
    [InlineData("excellent", 0, 0, 0)]
    [InlineData("good", 0, 0, 10)]
    [InlineData("good", 10, 0, 0)]
    [InlineData("good", 4, 0, 6)]
    [InlineData("good", 0, 10, 0)]
    [InlineData("fail", 40, 50, 50)]
    public void Above_the_entitled_amount_less_what_was_claimed_or_received(string grade, long received, long claimed, long unclaimed)
    {
        var found = Find(rows =>
        {
            rows.Kinds.Add(TableKind.Reviews);
            rows.Payments.Add(Paid("甲", 2026, 100));
            rows.Reviews.Add(new GradedRow(Origin(), Body("甲"), 2026, grade, null));
            rows.Recoveries.Add(new RecoveredRow(Origin(), Body("甲"), 2026, claimed, received, null));
        });

        found.Sum(f => f.AmountFen).ShouldBe(unclaimed);
        found.ShouldAllBe(f => f.Kind == FindingKind.OverPaid && f.Citation.ClauseId == "ZS-07");
    }

    [Theory]
    [InlineData("2028-03-01", false)]
    [InlineData("2028-03-02", true)]
    [InlineData(null, true)]
    public void Recognised_on_the_last_day_is_in_time(string? recognised, bool missed)
    {
        var found = Find(rows =>
        {
            rows.Kinds.UnionWith([TableKind.Standings, TableKind.Invoices]);
            rows.Payments.Add(Paid("甲", 2026, 100));
            rows.Invoices.Add(Invoice("甲", "1", 30));
            if (recognised is not null)
            {
                rows.Standings.Add(new StandingRow(Origin(), Body("甲"), Standings.Recognised, DateOnly.Parse(recognised, null)));
            }
        });

        found.Select(f => (f.Kind, f.AmountFen)).ShouldBe(missed ? [(FindingKind.Unused, 70L)] : []);
    }

    [Fact]
    public void Without_invoices_a_missed_deadline_is_told_without_a_sum_and_the_report_says_what_was_not_looked_at()
    {
        var rows = new BureauRows();
        rows.Kinds.Add(TableKind.Standings);
        rows.Payments.Add(Paid("甲", 2026, 100));

        var shadow = FindShadow.Run(rows, Rules.Zhoushan, AsOf);

        shadow.Findings.Select(f => (f.Kind, f.AmountFen)).ShouldBe([(FindingKind.Unused, 0L)]);
        shadow.NotChecked.Select(n => n.ClauseId).ShouldBe(["ZS-07", "ZS-08"]);
    }

    [Fact]
    public void A_repeated_invoice_that_hid_unused_money_counts_once()
    {
        var found = Find(rows =>
        {
            rows.Kinds.UnionWith([TableKind.Standings, TableKind.Invoices]);
            rows.Payments.Add(Paid("甲", 2026, 100));
            rows.Invoices.AddRange([Invoice("甲", "A-1", 60), Invoice("甲", "a１", 60)]);
        });

        found.Select(f => (f.Kind, f.AmountFen, f.CountedFen)).ShouldBe([(FindingKind.InvoiceTwice, 60L, 20L), (FindingKind.Unused, 40L, 40L)]);
    }

    [Fact]
    public void A_body_is_one_under_its_code_whatever_its_name()
    {
        var found = Find(rows => rows.Payments.AddRange(
        [
            Paid("甲 中心", 2026, 100, code: "91330902MA2A0000XJ"), Paid("甲中心", 2027, 100), Paid("甲中心", 2028, 100), Paid("甲中心（舟山）", 2029, 100, code: "91330902ma2a0000xj"),
        ]));

        found.ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.YearsOfSupport);
    }

    [Fact]
    public void A_bureaus_own_cap_and_years_decide_not_a_constant()
    {
        var pack = Rules.Pack(Rules.Text.With("value: 3, clause: ZS-04", "value: 2, clause: ZS-04"));

        FindShadow.Run(Rows(rows => rows.Payments.AddRange([Paid("甲", 2026, 100), Paid("甲", 2027, 100), Paid("甲", 2028, 100)])), pack, AsOf)
            .Findings.ShouldHaveSingleItem().FiscalYear.ShouldBe(2028);
    }

    [Theory]
    [InlineData(100_000_000, 0)]
    [InlineData(100_000_001, 1)]
    [InlineData(130_000_000, 30_000_000)]
    public void A_company_above_its_ceiling_over_the_whole_programme_is_found_where_claims_are_given(long fen, long above)
    {
        var pack = Rules.Pack(Rules.Of("hubei-transfer-zone"));
        var rows = Rows(rows => rows.Claims.AddRange([Subsidy("甲公司", 2022, 40_000_000), Subsidy("甲公司", 2024, fen - 40_000_000), Subsidy("乙公司", 2023, 90_000_000), Subsidy("甲公司", 2025, 500) with { IsReversed = true }]));
        rows.Kinds.Add(TableKind.Claims);

        var shadow = FindShadow.Run(rows, pack, AsOf);

        shadow.Findings.Select(f => (f.Kind, f.Citation.ClauseId, f.Body, f.AmountFen, f.CountedFen, f.Refusal!.Code))
            .ShouldBe(above == 0 ? [] : [(FindingKind.ClaimCeiling, "HB-04", "甲公司", above, above, "ceiling-exceeded")]);
        shadow.NotChecked.ShouldNotContain(n => n.ClauseId == "HB-04");
        shadow.PaidFen.ShouldBe(fen + 90_000_000);
        FindShadow.Run(Rows(_ => { }), pack, AsOf).NotChecked.ShouldContain(n => n.ClauseId == "HB-04");
    }

    [Theory]
    [InlineData(40_000_000, 400_000_000, 0, 0)]
    [InlineData(40_000_001, 400_000_000, 1, 1)]
    [InlineData(40_000_001, 400_000_019, 0, 0)]
    [InlineData(40_000_000, 0, 40_000_000, 40_000_000)]
    [InlineData(110_000_000, 1_050_000_000, 5_000_000, 0)]
    public void A_claim_above_its_part_of_what_was_actually_paid_is_found_and_counts_once_beside_the_ceiling(long fen, long bought, long above, long counted)
    {
        var rows = Rows(rows => rows.Claims.AddRange([Subsidy("甲公司", 2022, fen) with { BoughtFen = bought }, Subsidy("乙公司", 2023, 90_000_000)]));
        rows.Kinds.Add(TableKind.Claims);

        var shadow = FindShadow.Run(rows, Rules.Pack(Rules.Of("hubei-transfer-zone")), AsOf);

        shadow.Findings.Where(f => f.Kind == FindingKind.ClaimRatio).Select(f => (f.Citation.ClauseId, f.Body, f.AmountFen, f.CountedFen))
            .ShouldBe(above == 0 ? [] : [("HB-04", "甲公司", above, counted)]);
        shadow.Findings.Where(f => f.Kind == FindingKind.ClaimCeiling).Sum(f => f.CountedFen).ShouldBe(Math.Max(0, fen - 100_000_000));
        shadow.NotChecked.ShouldNotContain(n => n.ClauseId == "HB-04");
    }

    [Fact]
    public void Claims_without_what_was_actually_paid_are_named_as_not_looked_at()
    {
        var rows = Rows(rows => rows.Claims.AddRange([Subsidy("甲公司", 2022, 100) with { BoughtFen = null }, Subsidy("乙公司", 2023, 100)]));
        rows.Kinds.Add(TableKind.Claims);

        FindShadow.Run(rows, Rules.Pack(Rules.Of("hubei-transfer-zone")), AsOf).NotChecked.Single(n => n.ClauseId == "HB-04").Why.Zh.ShouldStartWith("1笔补助没有填写实际支付额");
    }

    [Fact]
    public void What_a_company_actually_paid_is_read_from_a_table_of_claims()
    {
        List<string> titles = ["企业名称", "技术合同编号", "实际支付额（万元）", "补助金额（万元）", "拨付日期"];
        var mapping = TableMapping.Suggest("购买科技成果补助", titles);
        var (rows, pack) = (new BureauRows(), Rules.Pack(Rules.Of("hubei-transfer-zone")));
        var reader = new ReadTable(1, TableKind.Claims, TableLayout.Of(mapping, titles), pack, AsOf);

        reader.Add(new SheetRow(2, [new("甲公司"), new("2022420100009"), new("123.456789"), new("12.3457"), new("2022-03-01")]), rows);
        reader.Add(new SheetRow(3, [new("乙公司"), new(""), new(""), new("1"), new("2022-03-01")]), rows);

        rows.Faults.ShouldBeEmpty();
        rows.Claims.Select(c => (c.AmountFen, c.BoughtFen, c.Contract)).ShouldBe([(12_345_700, 123_456_789L, "2022420100009"), (1_000_000, null, null)]);
        FindShadow.Run(rows, pack, AsOf).Findings.ShouldHaveSingleItem().AmountFen.ShouldBe(12_345_700 - 12_345_678);
    }

    [Fact]
    public void A_table_of_claims_is_told_by_its_titles() =>
        TableMapping.Suggest("购买科技成果补助", ["序号", "企业名称", "统一社会信用代码", "技术合同编号", "实际支付额（万元）", "补助金额（万元）", "拨付日期"]).Kind.ShouldBe(TableKind.Claims);

    [Fact]
    public void A_hundred_thousand_rows_are_held_against_the_rules()
    {
        var shadow = FindShadow.Run(
            Rows(rows => rows.Payments.AddRange(Enumerable.Range(0, 100_000).Select(at => Paid($"第{at}中心", 2026 + (at % 4), 100_000)))), Rules.Zhoushan, AsOf);

        shadow.Findings.Select(f => f.AmountFen).ShouldBe(Enumerable.Repeat((25_000L * 100_000) - 300_000_000, 4));
        shadow.Bodies.ShouldBe(100_000);
    }

    private static IReadOnlyList<Finding> Find(Action<BureauRows> add) => FindShadow.Run(Rows(add), Rules.Zhoushan, AsOf).Findings;

    private static BureauRows Rows(Action<BureauRows> add)
    {
        var rows = new BureauRows();
        add(rows);
        return rows;
    }

    private PaidRow Paid(string body, int year, long fen, int day = 1, string? code = null) =>
        new(Origin(), Body(body) with { Code = code }, year, fen, new DateOnly(year, 3, day), new DateOnly(year, 3, 1), null, IsReversed: false);

    private PaidRow Subsidy(string body, int year, long fen) => Paid(body, year, fen) with { BoughtFen = fen * 10 };

    private InvoiceRow Invoice(string body, string number, long fen) => new(Origin(), Body(body), number, "某公司", null, fen, new DateOnly(2026, 5, 1));

    private static BodyName Body(string name) => new(name, null);

    private RowOrigin Origin() => new(1, ++line, []);
}
