using Contracts.Registry;

namespace Funding.BureauTables;

/// <summary>The words that bureaus' tables use for standings and outcomes.</summary>
internal static class TableWords
{
    private static readonly Dictionary<string, string> StandingWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["列入建设"] = Standings.UnderConstruction,
        ["列入"] = Standings.UnderConstruction,
        ["认定"] = Standings.Recognised,
        ["通过认定"] = Standings.Recognised,
        ["完成认定"] = Standings.Recognised,
        ["整改"] = Standings.UnderRectification,
        ["整改中"] = Standings.UnderRectification,
        ["摘牌"] = Standings.Delisted,
        ["取消资格"] = Standings.Revoked,
        ["撤销"] = Standings.Revoked,
        ["取消认定"] = Standings.Cancelled,
        ["合并"] = Standings.Merged,
        ["并入"] = Standings.Merged,
    };

    private static readonly string[] Known =
        [Standings.UnderConstruction, Standings.Recognised, Standings.UnderRectification, Standings.Delisted, Standings.Revoked, Standings.Cancelled, Standings.Merged];

    private static readonly string[] ReversedWords = ["退汇", "已退汇", "支付失败", "失败", "退回", "已撤销", "未支付", "returned", "failed"];

    private static readonly string[] PaidWords = ["已支付", "已拨付", "支付成功", "成功", "已到账", "paid"];

    private static readonly string[] SumWords = ["合计", "总计", "小计", "total", "sum"];

    /// <summary>The standing that a text means; null where it means none.</summary>
    public static string? Standing(string text) =>
        StandingWords.GetValueOrDefault(text)
        ?? Known.FirstOrDefault(standing => standing.Equals(text, StringComparison.OrdinalIgnoreCase) || Words.StandingZh(standing) == text);

    /// <summary>Whether a payment came to nothing; null where the word is not known.</summary>
    public static bool? IsReversed(string text) =>
        ReversedWords.Contains(text, StringComparer.OrdinalIgnoreCase) ? true : PaidWords.Contains(text, StringComparer.OrdinalIgnoreCase) ? false : null;

    /// <summary>Whether a row is a table's sum and no body's.</summary>
    public static bool IsSum(string name) => SumWords.Any(word => TableTitle.Plain(name).StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
