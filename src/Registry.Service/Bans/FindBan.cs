using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Data;

namespace Registry.Bans;

/// <summary>The question before an application or a register's entry goes on: is one of its parties barred on this day?</summary>
internal static class FindBan
{
    /// <summary>
    /// The refusal <c>banned</c> with the clause of the ban's ground, its last day and the first free day; null where nobody is barred.
    /// Asked at submission, at every entry on the register and at the announcement.
    /// </summary>
    public static async Task<Refusal?> FindBanAsync(
        this RegistryDb db, PolicyPack pack, string category, Parties parties, DateOnly day, CancellationToken cancellationToken) =>
        Decide(await db.BansOfAsync(parties.Codes(), pack.Jurisdiction, day, cancellationToken), pack.Programme, category, parties, day);

    /// <summary>The same of the person that a register names as barred (HB-05), asked when an entry is filed or amended.</summary>
    public static async Task<Refusal?> FindRegisterBanAsync(
        this RegistryDb db, PolicyPack pack, string register, string code, DateOnly day, CancellationToken cancellationToken)
    {
        var person = BanReach.Normal(code);
        return DecideEntry(await db.BansOfAsync([person], pack.Jurisdiction, day, cancellationToken), pack.Programme, register, person, day);
    }

    /// <summary>Of several bans the one that ends last: its first free day is the one to wait for.</summary>
    public static Refusal? Decide(IEnumerable<Ban> bans, string programme, string category, Parties parties, DateOnly day) =>
        Longest(bans.Where(ban =>
            ban.RulesOn(day)
            && ban.Bars(BanCovers.OfApplications(programme))
            && (ban.Category is null || ban.Category == category)
            && ban.Stops(parties)));

    /// <summary>The same for an entry of a register; what is confined to a type or a place of applications does not reach it.</summary>
    public static Refusal? DecideEntry(IEnumerable<Ban> bans, string programme, string register, string code, DateOnly day) =>
        Longest(bans.Where(ban =>
            ban.RulesOn(day)
            && ban.Bars(BanCovers.OfRegister(programme, register))
            && ban is { Category: null, Place: null }
            && ban.Code == code));

    /// <summary>Whether it rules a day: from the decision to the last day (P-2), unless lifted before.</summary>
    public static bool RulesOn(this Ban ban, DateOnly day) => ban.From <= day && day <= ban.LastDay && (ban.LiftedOn is null || day < ban.LiftedOn);

    private static bool Bars(this Ban ban, string covered) => ban.Covers.Contains(covered, StringComparer.Ordinal);

    /// <summary>The bans of these persons that rule a day or a later one.</summary>
    public static async Task<List<Ban>> BansOfAsync(
        this RegistryDb db, IReadOnlyList<string> codes, string jurisdiction, DateOnly day, CancellationToken cancellationToken) =>
        await db.Bans.AsNoTracking()
            .Where(ban => codes.Contains(ban.Code) && ban.Jurisdiction == jurisdiction && ban.LastDay >= day)
            .ToListAsync(cancellationToken);

    private static Refusal? Longest(IEnumerable<Ban> bans) => bans.MaxBy(ban => ban.LastDay) is { } longest ? Refuse(longest) : null;

    private static Refusal Refuse(Ban ban) =>
        Refusal.Conflict(
            "banned",
            ban.Clause,
            $"“{ban.Name}”（{ban.Code}）因“{ban.GroundZh}”（{ban.DocumentNumber}）自 {ban.From:yyyy-MM-dd} 起不得申报，至 {ban.LastDay:yyyy-MM-dd} 止；{ban.LastDay.AddDays(1):yyyy-MM-dd} 起可重新申报。",
            $"'{ban.Name}' ({ban.Code}) may not apply from {ban.From:yyyy-MM-dd} to {ban.LastDay:yyyy-MM-dd}: {ban.GroundEn} ({ban.DocumentNumber}). The first free day is {ban.LastDay.AddDays(1):yyyy-MM-dd}.")
            .With("subject", ban.Subject)
            .With("code", ban.Code)
            .With("name", ban.Name)
            .With("ground", ban.Ground)
            .With("category", ban.Category)
            .With("place", ban.Place)
            .With("lastDay", ban.LastDay)
            .With("firstFreeDay", ban.LastDay.AddDays(1))
            .With("banId", ban.Id);
}
