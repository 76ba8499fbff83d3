using Contracts.Refusals;
using Contracts.Values;

namespace Funding;

/// <summary>Checks of what a person typed, one sentence each.</summary>
internal static class Checks
{
    /// <summary>The first refusal, if any.</summary>
    public static Refusal? First(params IEnumerable<Refusal?> checks) => checks.FirstOrDefault(refusal => refusal is not null);

    /// <summary>More than nothing and within what an amount may be (P-1).</summary>
    public static Refusal? Amount(string field, long fen) => fen > 0 && Money.IsValid(fen)
        ? null
        : Refusal.BadInput(
            field,
            fen,
            $"金额以分为单位，须为 1 至 {Money.MaxFen} 的整数。",
            $"An amount is a whole number of fen from 1 to {Money.MaxFen}.");

    /// <summary>A text that says something.</summary>
    public static Refusal? Text(string field, string? text, int most = 200) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= most
            ? null
            : Refusal.BadInput(field, text?.Length ?? 0, $"须填写，最多 {most} 个字。", $"This is required, at most {most} characters.");

    /// <summary>A day that has come.</summary>
    public static Refusal? NotInFuture(string field, DateOnly day, DateOnly today) => day <= today
        ? null
        : Refusal.BadInput(field, day, $"日期不能晚于今天（{today:yyyy-MM-dd}）。", $"The day cannot be after today ({today:yyyy-MM-dd}).");

    /// <summary>A document's day: in the fiscal year or, issued ahead of it, in the year before.</summary>
    public static Refusal? DocumentDay(string field, DateOnly day, int fiscalYear, DateOnly today) =>
        day.Year >= fiscalYear - 1 && day.Year <= fiscalYear
            ? NotInFuture(field, day, today)
            : Refusal.BadInput(
                field,
                day,
                $"{fiscalYear}年度的文件日期应在 {fiscalYear - 1} 年或 {fiscalYear} 年（提前下达）。",
                $"A document of fiscal year {fiscalYear} is dated in {fiscalYear - 1}, ahead of it, or in {fiscalYear}.");

    /// <summary>A functional subject of the budget: class, section or item (类、款、项).</summary>
    public static Refusal? FunctionalSubject(string field, string? code) =>
        code is { Length: 3 or 5 or 7 } && code.All(char.IsAsciiDigit)
            ? null
            : Refusal.BadInput(
                field,
                code,
                "功能分类科目编码为 3 位（类）、5 位（款）或 7 位（项）数字，例如 2060404。",
                "A functional subject is 3 (class), 5 (section) or 7 (item) digits, such as 2060404.");

    /// <summary>A bank account as banks number them.</summary>
    public static Refusal? BankAccount(string field, string? number) =>
        number is { Length: >= 8 and <= 34 } && number.All(char.IsAsciiLetterOrDigit)
            ? null
            : Refusal.BadInput(field, number?.Length ?? 0, "银行账号应为 8 至 34 位数字或字母，不含空格。", "A bank account is 8 to 34 digits or letters without spaces.");
}
