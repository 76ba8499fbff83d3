using Contracts.Registry;
using Reporting.Notifications;
using ServiceDefaults.Authentication;

namespace Reporting.Bans;

/// <summary>Tells who is barred, its bureau and who pays it. Pure.</summary>
internal static class BanNotices
{
    /// <summary>The occasion of a lifting.</summary>
    public static string LiftedKey(Guid banId) => $"ban-lifted:{banId:N}";

    /// <summary>The notice of a ban, or of its lifting.</summary>
    public static Notification Of(BanRuled said, string? district, DateOnly today, DateTime now) => new()
    {
        Key = said.LiftedOn is null ? $"ban-ruled:{said.BanId:N}" : LiftedKey(said.BanId),
        Jurisdiction = said.Jurisdiction,
        District = district,
        Organisation = said.Code,
        Roles =
        [
            Roles.Operator, Roles.CityReviewer, Roles.FinanceMaker, Roles.FinanceApprover, Roles.Leader,
            // A district is told of its own bodies alone.
            .. district is null ? Array.Empty<string>() : [Roles.DistrictReviewer],
        ],
        Kind = said.LiftedOn is null ? "ban-ruled" : "ban-lifted",
        Topic = NoticeTopic.Decisions,
        Zh = said.LiftedOn is { } free
            ? $"对“{said.Name}”的限制申报已解除，自 {free:yyyy-MM-dd} 起可以申报（{said.LiftDocumentNumber}）。"
            : $"“{said.Name}”因“{said.GroundZh}”自 {said.From:yyyy-MM-dd} 至 {said.LastDay:yyyy-MM-dd} 不得申报（{said.DocumentNumber}）。",
        En = said.LiftedOn is { } from
            ? $"The ban on '{said.Name}' was lifted; it may apply again from {from:yyyy-MM-dd} ({said.LiftDocumentNumber})."
            : $"'{said.Name}' is barred from {said.From:yyyy-MM-dd} to {said.LastDay:yyyy-MM-dd}: {said.GroundEn} ({said.DocumentNumber}).",
        Clause = said.Clause,
        Link = "/bans",
        Day = today,
        At = now,
    };
}
