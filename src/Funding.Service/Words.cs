using Contracts.Registry;
using Funding.Appropriations;
using Funding.Claims;
using Funding.Deadlines;
using Funding.Decisions;
using Funding.PaymentRuns;
using Funding.Payments;
using Funding.Settlements;
using Funding.Spending;
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
        AppropriationStatus.Closed => "已结账",
        _ => "已撤回",
    };

    /// <summary>What a change is called on its sheet.</summary>
    public static (string Zh, string En) Title(this AppropriationChangeKind kind) => kind switch
    {
        AppropriationChangeKind.Supplement => ("年度安排追加", "Supplement of an appropriation"),
        AppropriationChangeKind.Reduction => ("年度安排追减", "Reduction of an appropriation"),
        AppropriationChangeKind.CarryOver => ("年度安排结转", "Carry-over of an appropriation"),
        _ => ("年终结账", "Close of a fiscal year"),
    };

    public static string Zh(this AppropriationChangeStatus status) => status switch
    {
        AppropriationChangeStatus.Proposed => "待复核",
        AppropriationChangeStatus.Approved => "已批准",
        _ => "已撤回",
    };

    public static string Zh(this PaymentStatus status) => status switch
    {
        PaymentStatus.Proposed => "待复核",
        PaymentStatus.Approved => "已复核",
        PaymentStatus.Exported => "已导出",
        PaymentStatus.Paid => "已支付",
        PaymentStatus.Returned => "已退汇",
        PaymentStatus.Failed => "支付失败",
        _ => "已取消",
    };

    public static string Zh(this PaymentRunStatus status) => status switch
    {
        PaymentRunStatus.Gathered => "待封存",
        PaymentRunStatus.Sealed => "已封存",
        PaymentRunStatus.Answered => "已全部回单",
        _ => "已解散",
    };

    public static string Zh(this SettlementRunStatus status) => status switch
    {
        SettlementRunStatus.Previewing => "正在测算",
        SettlementRunStatus.Previewed => "待复核",
        SettlementRunStatus.Settling => "正在结算",
        SettlementRunStatus.Settled => "已结算",
        _ => "已作废",
    };

    public static string Zh(this DeadlineCaseStatus status) => status switch
    {
        DeadlineCaseStatus.Proposed => "待确认",
        DeadlineCaseStatus.Confirmed => "已确认",
        _ => "已失效",
    };

    public static string Zh(this DecisionStatus status) => status switch
    {
        DecisionStatus.Proposed => "待批准",
        DecisionStatus.Approved => "已批准",
        DecisionStatus.Done => "已办结",
        DecisionStatus.Lapsed => "已失效",
        _ => "已撤回",
    };

    public static string Zh(this SpendingStatus status) => status switch
    {
        SpendingStatus.Submitted => "待核实",
        SpendingStatus.Verified => "待复核",
        SpendingStatus.Confirmed => "已核定",
        _ => "已退回",
    };

    public static string Zh(this ClaimStatus status) => status switch
    {
        ClaimStatus.Draft => "尚未提交",
        ClaimStatus.Submitted => "待核定",
        ClaimStatus.Assessed => "待复核",
        ClaimStatus.Approved => "已批准",
        ClaimStatus.Returned => "已退回",
        ClaimStatus.Refused => "未予支持",
        _ => "已撤回",
    };

    public static string Zh(this PaymentOutcome outcome) => outcome switch
    {
        PaymentOutcome.Paid => "已支付",
        PaymentOutcome.Failed => "支付失败",
        _ => "已退汇",
    };

    /// <summary>A standing in Chinese; a word that is not known here stands for itself.</summary>
    public static string StandingZh(string standing) => standing switch
    {
        Standings.UnderConstruction => "建设中",
        Standings.Recognised => "已认定",
        Standings.UnderRectification => "限期整改",
        Standings.Delisted => "已摘牌",
        Standings.Revoked => "已取消资格",
        Standings.Cancelled => "已取消认定资格",
        Standings.Merged => "已并入其他中心",
        _ => standing,
    };

    /// <summary>The state as it stands on the wire.</summary>
    public static string En(this Enum state) => state.ToString().ToLowerInvariant();

    /// <summary>The caller's signature now.</summary>
    public static Signature Signs(this Caller caller, BusinessClock clock) => new()
    {
        Subject = caller.Subject,
        Name = caller.Name,
        At = clock.UtcNow,
        ForSubject = caller.For?.Subject,
        ForName = caller.For?.Name,
    };
}
