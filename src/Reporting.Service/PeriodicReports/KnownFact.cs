using Reporting.Reviews;

namespace Reporting.PeriodicReports;

/// <summary>An amount that the platform knows of the body and the year, shown beside what the body writes.</summary>
internal sealed record KnownFact(string Zh, string En, long AmountFen, string SourceZh, string SourceEn)
{
    /// <summary>What is known of a year's money: advances paid, what it is entitled to, what is claimed back (ZS-05…07).</summary>
    public static IReadOnlyList<KnownFact> Of(IEnumerable<Review> years) =>
    [
        .. years.SelectMany(year => new[]
        {
            Amount("已拨付（扣除退汇）", "paid, returns deducted", year.PaidFen, year, "拨付记录", "record of payments"),
            Amount("核定应补助", "entitled by the review", year.EntitledFen, year, "绩效考核结算", "settlement of the review"),
            Amount("应追缴", "claimed back", year.ClawbackFen, year, "绩效考核结算", "settlement of the review"),
        }).OfType<KnownFact>(),
    ];

    private static KnownFact? Amount(string zh, string en, long? fen, Review year, string sourceZh, string sourceEn) => fen is null
        ? null
        : new KnownFact($"{year.FiscalYear}年{zh}", $"{year.FiscalYear}: {en}", fen.Value, $"平台{sourceZh}", $"platform, {sourceEn}");
}
