using Policies;
using Reporting.Reviews;

namespace Reporting.PeriodicReports;

/// <summary>An amount that the platform knows of the body and the year, shown beside what the body writes.</summary>
/// <param name="Kind">One of <see cref="KnownMoney"/>.</param>
/// <param name="Zh">What it is.</param>
/// <param name="En">The same.</param>
/// <param name="AmountFen">The amount in fen.</param>
/// <param name="SourceZh">Where it comes from.</param>
/// <param name="SourceEn">The same.</param>
internal sealed record KnownFact(string Kind, string Zh, string En, long AmountFen, string SourceZh, string SourceEn)
{
    /// <summary>What is known of a year's money: advances paid, what was spent of them, what it is entitled to, what is claimed back (ZS-05…08).</summary>
    public static IReadOnlyList<KnownFact> Of(int year, Review? review, long? spentFen) =>
    [
        .. new[]
        {
            Amount(KnownMoney.Paid, "已拨付（扣除退汇）", "paid, returns deducted", review?.PaidFen, year, "拨付记录", "record of payments"),
            Amount(KnownMoney.Spent, "经核定支出", "verified spending", spentFen, year, "支出核定记录", "verified spending statements"),
            Amount(KnownMoney.Entitled, "核定应补助", "entitled by the review", review?.EntitledFen, year, "绩效考核结算", "settlement of the review"),
            Amount(KnownMoney.ClaimedBack, "应追缴", "claimed back", review?.ClawbackFen, year, "绩效考核结算", "settlement of the review"),
        }.OfType<KnownFact>(),
    ];

    private static KnownFact? Amount(string kind, string zh, string en, long? fen, int year, string sourceZh, string sourceEn) => fen is null
        ? null
        : new KnownFact(kind, $"{year}年{zh}", $"{year}: {en}", fen.Value, $"平台{sourceZh}", $"platform, {sourceEn}");
}
