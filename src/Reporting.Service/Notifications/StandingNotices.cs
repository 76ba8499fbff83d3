using Contracts.Registry;
using Policies;
using Reporting.Institutions;
using ServiceDefaults.Authentication;

namespace Reporting.Notifications;

/// <summary>Tells a body and its bureau that its standing changed. Pure.</summary>
internal static class StandingNotices
{
    private static readonly Dictionary<string, (string Zh, string En, string Step)> Words = new(StringComparer.Ordinal)
    {
        [Standings.UnderConstruction] = ("建设中", "under construction", "construction-entry"),
        [Standings.Recognised] = ("已认定", "recognised", "announcement"),
        [Standings.Filed] = ("已备案", "filed", "filing"),
        [Standings.UnderRectification] = ("限期整改", "under rectification", "rectification"),
        [Standings.Delisted] = ("已摘牌", "delisted", "delisting"),
        [Standings.Revoked] = ("已取消资格", "revoked", "revocation"),
        [Standings.Removed] = ("不再纳入备案", "removed from filing", "removal"),
        [Standings.Cancelled] = ("已取消认定", "cancelled", "change"),
        [Standings.Merged] = ("已并入其他单位", "merged into another", "change"),
    };

    /// <summary>The notice of a body's present standing.</summary>
    public static Notification Of(Institution body, string documentNumber, PolicyPack? pack, DateOnly today, DateTime now)
    {
        var (zh, en, step) = Words.GetValueOrDefault(body.Standing, (body.Standing, body.Standing, body.Standing));
        return Notification.About(
            body,
            $"standing:{body.Id:N}:{body.Version}",
            "standing-changed",
            NoticeTopic.Decisions,
            $"“{body.Name}”自 {body.StandingSince:yyyy-MM-dd} 起状态为“{zh}”（{documentNumber}）。",
            $"'{body.Name}' is {en} from {body.StandingSince:yyyy-MM-dd} ({documentNumber}).",
            pack.ClauseOfStep(step),
            $"/institutions/{body.Id}",
            today,
            now,
            Roles.Operator,
            Roles.DistrictReviewer,
            Roles.CityReviewer,
            Roles.Leader);
    }
}
