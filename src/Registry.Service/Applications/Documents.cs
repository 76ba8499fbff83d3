using Contracts.Refusals;

namespace Registry.Applications;

/// <summary>The number and date of the document behind a decision.</summary>
internal static class Documents
{
    public const int MaxNumberLength = 100;

    /// <summary>The refusal of a number that another document bears already.</summary>
    public static Refusal Taken(string number, string clause, string zhWhat, string what) =>
        Refusal.Conflict("document-number-taken", clause, $"文号“{number.Trim()}”的{zhWhat}已存在。", $"There is a {what} with the number '{number.Trim()}' already.")
            .With("documentNumber", number.Trim());

    /// <summary>The refusal of a document without a number or from the future; null where it will do.</summary>
    public static Refusal? Check(string? number, string dateField, DateOnly date, DateOnly today, string clause)
    {
        if (string.IsNullOrWhiteSpace(number) || number.Length > MaxNumberLength)
        {
            return Refusal.BadInput(
                "documentNumber", number, $"请填写文号，不超过 {MaxNumberLength} 字。", $"Give the document's number, at most {MaxNumberLength} characters.");
        }

        return date > today
            ? Refusal.Conflict("date-in-future", clause, $"文件日期 {date:yyyy-MM-dd} 晚于今天 {today:yyyy-MM-dd}。", $"The document's date {date:yyyy-MM-dd} is later than today, {today:yyyy-MM-dd}.")
                .With(dateField, date)
                .With("today", today)
            : null;
    }
}
