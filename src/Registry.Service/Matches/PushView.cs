using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Matches;

/// <summary>A push with both its entries and what each side says.</summary>
internal sealed record PushView : IETagged
{
    /// <summary>One side of a push; <paramref name="Yours"/>: the reader answers for it.</summary>
    internal sealed record Side(Guid EntryId, string Register, int? Number, string Title, string? Organisation, PushAnswer? Answer, bool Yours);

    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required Side From { get; init; }

    public required Side To { get; init; }

    public required IReadOnlyList<MatchReason> Reasons { get; init; }

    public required string Clause { get; init; }

    public required DateTime PushedAt { get; init; }

    public required string PushedByName { get; init; }

    public required long Version { get; init; }

    /// <summary>The views of pushes; one query for all their entries.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PushView>> OfAsync(
        IReadOnlyList<RegisterPush> pushes, RegistryDb db, RegisterDesk desk, Caller caller, CancellationToken cancellationToken)
    {
        var ids = pushes.SelectMany(push => new[] { push.FromEntryId, push.ToEntryId }).Distinct().ToList();
        var entries = await db.RegisterEntries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
        var yours = await desk.SpokenForAsync([.. entries.Values], caller, cancellationToken);
        return pushes.ToDictionary(push => push.Id, push => new PushView
        {
            Id = push.Id,
            Programme = push.Programme,
            From = SideOf(push.FromEntryId, push.FromAnswer),
            To = SideOf(push.ToEntryId, push.ToAnswer),
            Reasons = push.Reasons,
            Clause = push.Clause,
            PushedAt = push.PushedAt,
            PushedByName = push.PushedByName,
            Version = push.Version,
        });

        Side SideOf(Guid id, PushAnswer? answer) =>
            new(id, entries[id].Register, entries[id].Number, entries[id].Title, entries[id].Organisation, answer, yours.Contains(id));
    }
}
