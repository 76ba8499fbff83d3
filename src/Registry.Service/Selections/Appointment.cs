using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using Registry.Experts;
using ServiceDefaults.Authentication;

namespace Registry.Selections;

/// <summary>Which experts are to score: named ones, so many drawn by lot, or both.</summary>
internal sealed record Appointment(IReadOnlyList<Appointment.AppointedExpert>? Experts, Appointment.DrawRequest? Draw)
{
    /// <summary>Few enough that a mean below the passing score never rounds up to it: 1/50 of a point is more than half a hundredth.</summary>
    public const int MaxExperts = 50;

    /// <summary>An expert of the register.</summary>
    internal sealed record AppointedExpert(Guid ExpertId);

    /// <summary>How many to draw, among those who know a key field or among all.</summary>
    internal sealed record DrawRequest(int Count, string? Field = null);

    /// <summary>Who is appointed, and how those were drawn who were.</summary>
    internal sealed record Appointed(IReadOnlyList<Expert> Experts, Drawing? Drawing);

    /// <summary>The jurisdiction's experts that a decision needs: those named, or, where it draws, all.</summary>
    public Task<List<Expert>> LoadAsync(RegistryDb db, Caller caller, CancellationToken cancellationToken)
    {
        var (all, ids) = (Draw is not null, (Experts ?? []).OfType<AppointedExpert>().Select(line => line.ExpertId).ToList());
        return db.Experts.Where(e => e.Jurisdiction == caller.Jurisdiction && (all || ids.Contains(e.Id))).OrderBy(e => e.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Appoints them for these applications; <paramref name="taken"/> are in the selection already.</summary>
    public Outcome<Appointed> Decide(
        IReadOnlyList<Expert> register, IReadOnlyList<Application> applications, IReadOnlySet<Guid> taken, Caller caller, string clause, string seed, DateTime now)
    {
        var known = register.ToDictionary(expert => expert.Id);
        if ((CheckLines(taken.Count) ?? CheckNamed(known, taken, caller, clause)) is { } refused)
        {
            return refused;
        }

        List<Expert> named = [.. (Experts ?? []).Select(line => known[line.ExpertId])];
        if (Draw is null)
        {
            return new Appointed(named, null);
        }

        var barred = taken.Concat(named.Select(expert => expert.Id)).ToHashSet();
        var stakes = applications.Select(Stakes.Of).ToList();
        var able = register
            .Where(expert => expert.HasEmployer && !barred.Contains(expert.Id) && expert.Subject != caller.Subject && (Draw.Field is null || expert.Fields.Contains(Draw.Field, StringComparer.Ordinal)))
            .ToList();
        var pool = able.Where(expert => stakes.TrueForAll(stake => stake.Find(expert) is null)).Select(expert => expert.Id).ToList();
        if (pool.Count < Draw.Count)
        {
            return Refusal.Conflict(
                    "too-few-experts",
                    clause,
                    $"拟随机抽取 {Draw.Count} 名专家，除去有利害关系的 {able.Count - pool.Count} 名后只有 {pool.Count} 名可抽，请减少人数、放宽领域或指定专家。",
                    $"{Draw.Count} experts are to be drawn; without the {able.Count - pool.Count} who have a stake {pool.Count} are left. Draw fewer, from any field, or name some.")
                .With("count", Draw.Count).With("pool", pool.Count).With("leftOut", able.Count - pool.Count).With("field", Draw.Field);
        }

        List<Guid> drawn = [.. Drawing.Order(seed, pool).Take(Draw.Count)];
        return new Appointed(
            [.. named, .. drawn.Select(id => known[id])],
            new Drawing { Seed = seed, Count = Draw.Count, Field = Draw.Field, At = now, ByName = caller.SignedName(), Pool = pool, LeftOut = able.Count - pool.Count, Drawn = drawn });
    }

    private Refusal? CheckLines(int taken)
    {
        var lines = Experts ?? [];
        if (lines.Contains(null!) || lines.Select(line => line.ExpertId).Distinct().Count() != lines.Count || lines.Count + (Draw?.Count ?? 0) is 0 or > MaxExperts)
        {
            return Refusal.BadInput("experts", lines.Count, $"应选聘 1 至 {MaxExperts} 名专家，且不得重复。", $"Appoint 1 to {MaxExperts} experts, each once.");
        }

        if (Draw is { Count: < 1 })
        {
            return Refusal.BadInput("draw.count", Draw.Count, "随机抽取至少 1 名专家。", "Draw at least one expert.");
        }

        return taken + lines.Count + (Draw?.Count ?? 0) is var total && total > MaxExperts
            ? Refusal.BadInput("experts", total, $"一次评审最多 {MaxExperts} 名专家。", $"A review has at most {MaxExperts} experts.")
            : null;
    }

    private Refusal? CheckNamed(Dictionary<Guid, Expert> known, IReadOnlySet<Guid> taken, Caller caller, string clause)
    {
        var lines = Experts ?? [];
        if (lines.FirstOrDefault(line => !known.ContainsKey(line.ExpertId)) is { } stranger)
        {
            return Refusal.NotFound("expert", stranger.ExpertId, "专家");
        }

        if (lines.FirstOrDefault(line => taken.Contains(line.ExpertId)) is { } again)
        {
            return Refusal.Conflict("appointed-already", clause, $"专家“{known[again.ExpertId].Name}”已在本次评审中。", $"The expert {known[again.ExpertId].Name} is in this review already.")
                .With("expertId", again.ExpertId);
        }

        // Whose employer is unknown cannot be held against an application's parties.
        if (lines.FirstOrDefault(line => !known[line.ExpertId].HasEmployer) is { } unbound)
        {
            return Refusal.Conflict(
                    "expert-without-employer",
                    clause,
                    $"专家“{known[unbound.ExpertId].Name}”未登记工作单位，无法核对回避，请其先补登。",
                    $"The expert {known[unbound.ExpertId].Name} has not enrolled where it works, so nobody can tell from what it is recused; have it do so first.")
                .With("expertId", unbound.ExpertId);
        }

        return lines.FirstOrDefault(line => known[line.ExpertId].Subject == caller.Subject) is { } self
            ? new Refusal(RefusalKind.Forbidden, "appoints-oneself", clause, "组织评审的人不得聘请自己为评审专家。", "Whoever arranges a review does not appoint themselves as its expert.")
                .With("expertId", self.ExpertId)
            : null;
    }
}
