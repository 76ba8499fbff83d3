using System.Globalization;

namespace Funding.Numbers;

/// <summary>Numbers as they are printed: 追缴通知〔2026〕1号.</summary>
internal static class NumberText
{
    /// <summary>The number of a document.</summary>
    public static string Of(NumberKind kind, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Word(kind)}〔{year}〕{number}号");

    private static string Word(NumberKind kind) => kind switch
    {
        NumberKind.ClawbackNotice => "追缴通知",
        NumberKind.ObjectionDecision => "异议决定",
        NumberKind.RefundOrder => "退款",
        _ => "追缴处理",
    };
}
