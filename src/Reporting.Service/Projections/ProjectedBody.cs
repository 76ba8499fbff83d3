using Contracts.Funding;
using Contracts.Registry;
using Messaging.Inbox;

namespace Reporting.Projections;

/// <summary>A payment as the events tell it.</summary>
internal sealed record ProjectedAdvance(AdvancePaid Paid, bool Reversed);

/// <summary>
/// What a body's events come to, in whatever order and however often they came: of a state the highest version, of a fact its own id. Pure.
/// </summary>
/// <param name="Newest">The newest state; null where none has come.</param>
/// <param name="Told">Every version that was told: its standings.</param>
/// <param name="Papers">The newest papers; null where none have come.</param>
/// <param name="Advances">The payments, by their id.</param>
/// <param name="Settled">The newest settlement of each review.</param>
/// <param name="Spent">The confirmed spending statements, by their id.</param>
internal sealed record ProjectedBody(
    InstitutionChanged? Newest,
    IReadOnlyDictionary<long, InstitutionChanged> Told,
    PapersChanged? Papers,
    IReadOnlyDictionary<Guid, ProjectedAdvance> Advances,
    IReadOnlyDictionary<Guid, YearSettled> Settled,
    IReadOnlyDictionary<Guid, SpendingConfirmed> Spent)
{
    /// <summary>Folds the events of one body.</summary>
    public static ProjectedBody Of(IReadOnlyCollection<ReceivedEvent> events)
    {
        var told = Read<InstitutionChanged>(events).GroupBy(e => e.Version).ToDictionary(g => g.Key, g => g.First());
        var reversed = Read<PaymentReversed>(events).Select(e => e.AdvanceId).ToHashSet();
        return new ProjectedBody(
            told.Count == 0 ? null : told[told.Keys.Max()],
            told,
            Read<PapersChanged>(events).MaxBy(e => e.Version),
            Read<AdvancePaid>(events).GroupBy(e => e.AdvanceId).ToDictionary(g => g.Key, g => new ProjectedAdvance(g.First(), reversed.Contains(g.Key))),
            Read<YearSettled>(events).GroupBy(e => e.ReviewId).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Version)!),
            Read<SpendingConfirmed>(events).GroupBy(e => e.StatementId).ToDictionary(g => g.Key, g => g.First()));
    }

    /// <summary>The events of one type among others.</summary>
    public static IEnumerable<TEvent> Read<TEvent>(IEnumerable<ReceivedEvent> events)
        where TEvent : class => events.Where(e => e.Type == KeptEvents.NameOf<TEvent>()).Select(e => e.Read<TEvent>());
}
