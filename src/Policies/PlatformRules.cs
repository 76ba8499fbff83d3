namespace Policies;

/// <summary>The rules that are the platform's and not the law's; screens show them as such.</summary>
public static class PlatformRules
{
    /// <summary>P-1 to P-6 by ID.</summary>
    public static IReadOnlyDictionary<string, Clause> Clauses { get; } = new[]
    {
        Rule("P-1", "金额以分为单位的整数记录（1元=100分）；日期一律为北京时间的日历日。", "金额与日期", "Money and days"),
        Rule("P-2", "自某日起的若干年或若干月：起始日不计入，期末为届时的同一日（无该日的，为当月最后一日）；在期末当日完成即为按期，禁止期的次日为首个可申报日。", "期间的计算", "Periods"),
        Rule("P-3", "工作日以国务院办公厅公布的节假日安排为准（剔除节假日，计入调休上班日）；该年度日历未公布的，不予计算。期间自次日起算。", "工作日的计算", "Working days"),
        Rule("P-4", "已批准未支付的金额计入上限；事后收回的资金不恢复支付年度的额度，另有决定的除外。", "上限的计算", "What counts against a cap"),
        Rule("P-5", "对单位不利的处理不得仅由系统定时触发：系统提出，由人确认；提醒以及上限、禁止性规定的拒绝除外。", "由人确认", "A person confirms"),
        Rule("P-6", "有截止期的政策到期后不再受理新事项，主管部门另有决定的除外；已开展的继续办理。", "政策到期", "A plan's end"),
    }.ToDictionary(c => c.Id, StringComparer.Ordinal);

    private static Clause Rule(string id, string quote, string zh, string en) => new(id, "platform", id, quote, new Label(zh, en));
}
