using Policies;
using Registry.Imports;
using Registry.Tests.Hosting;
using ServiceDefaults.Sheets;
using Shouldly;
using Xunit;

namespace Registry.Tests.Imports;

public sealed class CheckRowTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly ImportRules Rules = ImportRules.Of(PackLibrary.FromFolder(Repository.PoliciesFolder).Ruling("zhoushan-innovation-centres", Today)!, Today, lastDay: null);
    private static readonly IReadOnlyDictionary<string, int> Titles = SheetTitles.Read(Split(Tables.Titles), ImportColumns.All);

    private static SheetRow Split(string row) => new(7, [.. row.Split(',').Select(SheetCell.OfText)]);

    private static (ImportRow? Staged, IReadOnlyList<RowProblem> Problems) Decide(string row) => CheckRow.Decide(Guid.Empty, Split(row), Titles, Rules);

    [Fact]
    public void A_good_row_takes_labels_and_keys_and_days_as_people_write_them()
    {
        var staged = Decide(Tables.Row("舟山市某中心", "new-materials", standing: "Recognised", since: "2024年3月1日")).Staged.ShouldNotBeNull();

        (staged.Category, staged.District, staged.Standing, staged.StandingSince).ShouldBe(("new-materials", "dinghai", "recognised", new DateOnly(2024, 3, 1)));
        (staged.RecognisedOn, staged.RecognitionEntryId, staged.DecidedOn).ShouldBe((new DateOnly(2024, 3, 1), null, new DateOnly(2024, 3, 1)));
        staged.Line.ShouldBe(7);
    }

    [Theory]
    [InlineData("91330902MA2K3T7Q0X", ImportColumns.BodyCode)]
    [InlineData("9133", ImportColumns.BodyCode)]
    public void A_code_with_a_wrong_check_character_or_length_is_told(string code, string column) => Faults(Tables.Row(code: code)).ShouldBe([column]);

    [Fact]
    public void Every_fault_of_a_row_is_told_at_once_with_its_column() =>
        Faults(Tables.Row(name: "=A1", type: "没有的类型", code: "1", standing: "已并入", since: "2026-03-03", district: ""))
            .ShouldBe([ImportColumns.Name, ImportColumns.District, ImportColumns.Standing, ImportColumns.StandingSince, ImportColumns.Type, ImportColumns.BodyCode], ignoreOrder: true);

    [Theory]
    [InlineData("2026-03-02", null)]
    [InlineData("2026-03-03", ImportColumns.StandingSince)]
    [InlineData("2024-02-30", ImportColumns.StandingSince)]
    [InlineData("1979-12-31", ImportColumns.StandingSince)]
    public void A_day_is_a_real_one_and_today_at_the_latest(string since, string? column) => Faults(Tables.Row(since: since)).FirstOrDefault().ShouldBe(column);

    [Theory]
    [InlineData("已备案", "2025-12-31", ",,", null)]
    [InlineData("已备案", "2026-01-01", ",,", ImportColumns.StandingSince)]
    [InlineData("已摘牌", "2026-01-01", "2025-12-31,鄂州科〔2025〕1号,", null)]
    [InlineData("已摘牌", "2026-02-01", "2026-01-01,鄂州科〔2026〕1号,", ImportColumns.RecognisedOn)]
    public void P_6_a_plan_that_has_ended_takes_what_it_took_before_and_nothing_after(string standing, string since, string rest, string? column)
    {
        var pack = PackLibrary.FromFolder(Repository.PoliciesFolder).Ruling("ezhou-incubation-carriers", Today)!;
        var rules = ImportRules.Of(pack, Today, pack.Until);
        var row = Tables.Row(type: "孵化器", standing: standing, since: since, rest: rest, district: rules.Districts!.Keys.First());

        CheckRow.Decide(Guid.Empty, Split(row), Titles, rules).Problems.Select(problem => problem.Column).FirstOrDefault().ShouldBe(column);
        (CheckRow.Decide(Guid.Empty, Split(row), Titles, rules).Staged is not null).ShouldBe(column is null);
        CheckRow.Decide(Guid.Empty, Split(row), Titles, ImportRules.Of(pack, Today, lastDay: Today)).Problems.ShouldBeEmpty("the bureau has extended it");
    }

    [Theory]
    [InlineData("ezhou-incubation-carriers", "incubator", "filed")]
    [InlineData("hubei-transfer-zone", "transfer-body", "recognised")]
    [InlineData("hubei-transfer-zone", "pilot-base", "filed")]
    [InlineData("zhoushan-innovation-centres", "new-materials", "recognised")]
    public void Before_its_present_standing_a_body_was_what_its_route_leads_to(string programme, string category, string standing) =>
        ImportRules.EarlierStanding(PackLibrary.FromFolder(Repository.PoliciesFolder).Ruling(programme, Today)!, category).ShouldBe(standing);

    [Theory]
    [InlineData("限期整改", ",,", ImportColumns.RectificationUntil)]
    [InlineData("限期整改", ",,2024-02-28", ImportColumns.RectificationUntil)]
    [InlineData("限期整改", ",,2027-03-01", null)]
    [InlineData("已摘牌", "2023-01-01,,", ImportColumns.RecognitionNumber)]
    [InlineData("已摘牌", "2024-03-02,舟科〔2023〕1号,", ImportColumns.RecognisedOn)]
    [InlineData("已摘牌", "2024-03-01,舟科〔2023〕1号,", null)]
    [InlineData("建设中", "2023-01-01,舟科〔2023〕1号,", ImportColumns.RecognisedOn)]
    [InlineData("已认定", "2023-01-01,,", ImportColumns.RecognisedOn)]
    [InlineData("已备案", ",,", ImportColumns.Standing)]
    public void What_belongs_to_a_standing_is_asked_of_it(string standing, string rest, string? column) =>
        Faults(Tables.Row(standing: standing, rest: rest)).FirstOrDefault().ShouldBe(column);

    [Fact]
    public void A_code_in_the_names_column_is_called_swapped_and_a_slipped_row_is_seen()
    {
        var swapped = Decide($"某中心,新材料,定海区,{Papers.NewOrganisation()},某某公司,已认定,2024-03-01,文,2024-03-01,,,").Problems;
        swapped.ShouldContain(problem => problem.Column == ImportColumns.BodyCode && problem.Zh.Contains("对调") && problem.En.Contains("Swapped"));
        Decide(Tables.Row() + ",又一格").Problems.ShouldContain(problem => problem.Zh.Contains("错列"));
    }

    [Fact]
    public void The_same_name_or_body_twice_in_a_table_is_told_with_the_line_of_the_first()
    {
        var (seen, code) = (new SeenRows(), Papers.NewOrganisation());
        var first = Decide(Tables.Row("甲中心", code: code)).Staged!;

        seen.Ask(first).ShouldBeEmpty();
        seen.Ask(Decide(Tables.Row("甲中心")).Staged!).Single().Zh.ShouldContain("第 7 行");
        seen.Ask(Decide(Tables.Row("乙中心", code: code)).Staged!).Single().Column.ShouldBe(ImportColumns.BodyCode);
        seen.Ask(Decide(Tables.Row("丙中心", type: "船舶和海工装备", code: code)).Staged!).ShouldBeEmpty();
    }

    private static List<string> Faults(string row) => [.. Decide(row).Problems.Select(problem => problem.Column)];
}
