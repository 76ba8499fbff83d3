using Contracts.Funding;
using Contracts.Registry;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Institutions;
using ServiceDefaults.Clock;

namespace Reporting.Notifications;

/// <summary>Tells persons of what a neighbour's event did, in the transaction in which it takes effect here.</summary>
internal sealed class TellOccasion(ReportingDb db, PackShelf packs, BusinessClock clock)
{
    /// <summary>The standing changed from one that was known; a body that is new here is no news.</summary>
    public async Task StandingAsync(Institution body, InstitutionChanged said, string? before, CancellationToken cancellationToken)
    {
        if (before is not null && before != body.Standing)
        {
            await db.NotifyAsync([StandingNotices.Of(body, said.DecisionNumber, await PackAsync(body, cancellationToken), clock.Today, clock.UtcNow)], cancellationToken);
        }
    }

    /// <summary>The bank paid.</summary>
    public async Task PaidAsync(Institution body, AdvancePaid said, CancellationToken cancellationToken) =>
        await db.NotifyAsync(MoneyNotices.Of(said, body, await PackAsync(body, cancellationToken), clock.Today, clock.UtcNow), cancellationToken);

    /// <summary>The bank returned a payment.</summary>
    public async Task ReversedAsync(Institution body, PaymentReversed said, CancellationToken cancellationToken) =>
        await db.NotifyAsync(MoneyNotices.Of(said, body, await PackAsync(body, cancellationToken), clock.Today, clock.UtcNow), cancellationToken);

    /// <summary>A year was settled.</summary>
    public async Task SettledAsync(Institution body, YearSettled said, CancellationToken cancellationToken) =>
        await db.NotifyAsync([MoneyNotices.Of(said, body, await PackAsync(body, cancellationToken), clock.Today, clock.UtcNow)], cancellationToken);

    /// <summary>Money is claimed back.</summary>
    public async Task ClaimedAsync(Institution body, ClawbackOpened said, CancellationToken cancellationToken) =>
        await db.NotifyAsync([MoneyNotices.Of(said, body, clock.Today, clock.UtcNow)], cancellationToken);

    private async Task<PolicyPack?> PackAsync(Institution body, CancellationToken cancellationToken) =>
        (await packs.RulingAsync([body.Programme], clock.Today, cancellationToken)).GetValueOrDefault(body.Programme);
}
