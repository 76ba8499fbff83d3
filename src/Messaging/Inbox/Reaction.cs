using Messaging.Wire;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Data;

namespace Messaging.Inbox;

/// <summary>One service's reaction to one event, behind one queue.</summary>
/// <param name="EventName">The contract's stable name.</param>
/// <param name="Endpoint">The queue: service and event.</param>
/// <param name="ApplyAsync">Reads the body and runs the reaction from the scope.</param>
internal sealed record Reaction(
    string EventName, string Endpoint, Func<IServiceProvider, string, CancellationToken, Task<Applied>> ApplyAsync)
{
    /// <summary>Tells from the body what a kept event is about; null where the service keeps none of these.</summary>
    public Func<string, string>? SubjectOf { get; init; }

    /// <summary>The reaction <typeparamref name="TReaction"/> of <paramref name="service"/>.</summary>
    public static Reaction Of<TEvent, TReaction>(string service)
        where TEvent : class
        where TReaction : class, IOn<TEvent>
    {
        var eventName = EventCatalogue.NameOf(typeof(TEvent));
        return new Reaction(
            eventName,
            EventCatalogue.EndpointOf(service, eventName),
            (services, body, ct) => services.GetRequiredService<TReaction>().ApplyAsync(EventJson.Read<TEvent>(body), ct));
    }

    /// <summary>
    /// Applies the event, and believes that its subject is unknown only when it holds that subject's turn: between a first look
    /// and now the subject may have been created by a transaction that did not see this event waiting.
    /// </summary>
    public async Task<Applied> SettleAsync(PlatformDbContext db, IServiceProvider services, string body, CancellationToken cancellationToken)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        var applied = await ApplyAsync(services, body, cancellationToken);
        while (applied.WaitsFor is { } subjectKey && held.Add(subjectKey))
        {
            await SubjectTurn.TakeAsync(db, subjectKey, cancellationToken);
            applied = await ApplyAsync(services, body, cancellationToken);
        }

        return applied;
    }
}

/// <summary>All reactions of a service, by their queue.</summary>
internal sealed class Reactions(string service, IEnumerable<Reaction> reactions)
{
    private readonly Dictionary<string, Reaction> byEndpoint = reactions.ToDictionary(reaction => reaction.Endpoint, StringComparer.Ordinal);

    /// <summary>The service's name in queues.</summary>
    public string Service { get; } = service;

    /// <summary>Every reaction.</summary>
    public IReadOnlyCollection<Reaction> All => byEndpoint.Values;

    /// <summary>The reaction behind <paramref name="endpoint"/>; null where no code reacts any more.</summary>
    public Reaction? At(string endpoint) => byEndpoint.GetValueOrDefault(endpoint);
}
