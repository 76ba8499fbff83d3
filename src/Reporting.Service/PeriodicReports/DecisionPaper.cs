using Contracts.Refusals;

namespace Reporting.PeriodicReports;

/// <summary>The number and day of the document behind a decision.</summary>
internal static class DecisionPaper
{
    /// <summary>Longest number.</summary>
    public const int LongestNumber = 100;

    /// <summary>The refusal of a document without a number or from the future; null where it will do.</summary>
    public static Refusal? Check(string? number, DateOnly decidedOn, DateOnly today, string clause)
    {
        if (string.IsNullOrWhiteSpace(number) || number.Length > LongestNumber)
        {
            return Refusal.BadInput("documentNumber", number, $"请填写文号，不超过{LongestNumber}字。", $"Give the document's number, in at most {LongestNumber} characters.");
        }

        return decidedOn > today
            ? Refusal.Conflict("date-in-future", clause, $"决定日期 {decidedOn:yyyy-MM-dd} 晚于今天 {today:yyyy-MM-dd}。", $"The day of the decision, {decidedOn:yyyy-MM-dd}, is later than today, {today:yyyy-MM-dd}.")
                .With("decidedOn", decidedOn).With("today", today)
            : null;
    }
}
