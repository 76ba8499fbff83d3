using Reporting.Notifications;
using ServiceDefaults.Authentication;

namespace Reporting.Delegations;

/// <summary>Tells deputies and principals of a delegation's begin and end. Pure.</summary>
internal static class DelegationNotices
{
    // Who acts for whom is what four eyes are counted by.
    private const string Clause = "P-5";

    /// <summary>What the deputy is told.</summary>
    public static Notification Given(Delegation one, DateOnly today, DateTime now) => Notice(
        one,
        one.DeputySubject,
        "delegation-given",
        $"“{one.PrincipalName}”委托您代理“{Post(one).Zh}”岗位，自 {one.From:yyyy-MM-dd} 至 {one.Until:yyyy-MM-dd}（含首尾两日）。",
        $"'{one.PrincipalName}' gave you the post of {Post(one).En} from {one.From:yyyy-MM-dd} to {one.Until:yyyy-MM-dd}, both days included.",
        today,
        now);

    /// <summary>What both are told of its end: taken back, or run out.</summary>
    public static IReadOnlyList<Notification> Ended(Delegation one, DateOnly today, DateTime now)
    {
        var how = one.RevokedAt is null
            ? (Zh: $"已于 {one.Until:yyyy-MM-dd} 届满", En: $"ended on {one.Until:yyyy-MM-dd}")
            : (Zh: "已由委托人撤销", En: "was taken back");
        return
        [
            .. new[] { one.DeputySubject, one.PrincipalSubject }.Distinct(StringComparer.Ordinal).Select(person => Notice(
                one,
                person,
                "delegation-ended",
                $"“{one.PrincipalName}”的“{Post(one).Zh}”岗位委托{how.Zh}，代理人不再代行。",
                $"The delegation of the post of {Post(one).En} of '{one.PrincipalName}' {how.En}; the deputy does nothing more in it.",
                today,
                now)),
        ];
    }

    private static Notification Notice(Delegation one, string person, string kind, string zh, string en, DateOnly today, DateTime now) => new()
    {
        Key = $"{kind}:{one.Id:N}:{(person == one.DeputySubject ? "deputy" : "principal")}",
        Jurisdiction = one.Jurisdiction,
        District = one.District,
        Subject = person,
        Kind = kind,
        Topic = NoticeTopic.Decisions,
        Zh = zh,
        En = en,
        Clause = Clause,
        Link = "/delegations",
        Day = today,
        At = now,
    };

    private static (string Zh, string En) Post(Delegation one) => one.Role switch
    {
        Roles.DistrictReviewer => ("县区审核", "district reviewer"),
        Roles.CityReviewer => ("市级审核", "city reviewer"),
        Roles.FinanceMaker => ("财务经办", "finance maker"),
        Roles.FinanceApprover => ("财务复核", "finance approver"),
        Roles.Leader => ("局领导", "leader"),
        _ => (one.Role, one.Role),
    };
}
