using Funding.Advances;
using Funding.Appropriations;
using Funding.PaymentRuns;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Funding;

/// <summary>States in the words of the field, for refusals.</summary>
internal static class Words
{
    public static string Zh(this AppropriationStatus status) => status switch
    {
        AppropriationStatus.Proposed => "待复核",
        AppropriationStatus.Open => "已批准",
        _ => "已撤回",
    };

    public static string Zh(this AdvanceStatus status) => status switch
    {
        AdvanceStatus.Proposed => "待复核",
        AdvanceStatus.Approved => "已复核",
        AdvanceStatus.Exported => "已导出",
        AdvanceStatus.Paid => "已支付",
        AdvanceStatus.Returned => "已退汇",
        AdvanceStatus.Failed => "支付失败",
        _ => "已取消",
    };

    public static string Zh(this PaymentRunStatus status) => status switch
    {
        PaymentRunStatus.Gathered => "待封存",
        PaymentRunStatus.Sealed => "已封存",
        PaymentRunStatus.Answered => "已全部回单",
        _ => "已解散",
    };

    public static string Zh(this PaymentOutcome outcome) => outcome switch
    {
        PaymentOutcome.Paid => "已支付",
        PaymentOutcome.Failed => "支付失败",
        _ => "已退汇",
    };

    /// <summary>The state as it stands on the wire.</summary>
    public static string En(this Enum state) => state.ToString().ToLowerInvariant();

    /// <summary>The caller's signature now.</summary>
    public static Signature Signs(this Caller caller, BusinessClock clock) => new() { Subject = caller.Subject, Name = caller.Name, At = clock.UtcNow };
}
