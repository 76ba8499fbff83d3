using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;

namespace Registry.Bans;

/// <summary>The question before an application goes on: is one of its parties barred on this day?</summary>
internal static class FindBan
{
    /// <summary>
    /// The refusal <c>banned</c> with the clause of the ban's ground, its last day and the first free day; null where nobody is barred.
    /// Asked at submission, at the entry as under construction and at the announcement.
    /// </summary>
    public static async Task<Refusal?> FindBanAsync(
        this RegistryDb db, PolicyPack pack, string category, Parties parties, DateOnly day, CancellationToken cancellationToken)
    {
        var codes = parties.Codes();
        var bans = await db.Bans.AsNoTracking()
            .Where(ban => codes.Contains(ban.Code) && ban.Programme == pack.Programme && ban.Jurisdiction == pack.Jurisdiction && ban.LastDay >= day)
            .ToListAsync(cancellationToken);
        return Decide(bans, category, parties, day);
    }

    /// <summary>Of several bans the one that ends last: its first free day is the one to wait for.</summary>
    public static Refusal? Decide(IEnumerable<Ban> bans, string category, Parties parties, DateOnly day) =>
        bans.Where(ban => ban.RulesOn(day) && (ban.Category is null || ban.Category == category) && ban.Stops(parties))
            .MaxBy(ban => ban.LastDay) is { } longest
            ? Refuse(longest)
            : null;

    /// <summary>Whether it rules a day: from the decision to the last day (P-2), unless lifted before.</summary>
    public static bool RulesOn(this Ban ban, DateOnly day) => ban.From <= day && day <= ban.LastDay && (ban.LiftedOn is null || day < ban.LiftedOn);

    private static Refusal Refuse(Ban ban) =>
        Refusal.Conflict(
            "banned",
            ban.Clause,
            $"“{ban.Name}”({ban.Code})因“{ban.GroundZh}”({ban.DocumentNumber})自 {ban.From:yyyy-MM-dd} 起不得申报,至 {ban.LastDay:yyyy-MM-dd} 止;{ban.LastDay.AddDays(1):yyyy-MM-dd} 起可重新申报。",
            $"'{ban.Name}' ({ban.Code}) may not apply from {ban.From:yyyy-MM-dd} to {ban.LastDay:yyyy-MM-dd}: {ban.GroundEn} ({ban.DocumentNumber}). The first free day is {ban.LastDay.AddDays(1):yyyy-MM-dd}.")
            .With("subject", ban.Subject)
            .With("code", ban.Code)
            .With("name", ban.Name)
            .With("ground", ban.Ground)
            .With("category", ban.Category)
            .With("lastDay", ban.LastDay)
            .With("firstFreeDay", ban.LastDay.AddDays(1))
            .With("banId", ban.Id);
}
