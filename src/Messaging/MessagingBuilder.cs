using System.Reflection;
using Contracts;
using Messaging.Inbox;
using Messaging.Wire;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Hosting;

namespace Messaging;

/// <summary>Names what a service reacts to.</summary>
public sealed class MessagingBuilder
{
    private readonly string service;
    private readonly IServiceCollection services;
    private readonly List<Reaction> reactions = [];
    private readonly HashSet<Assembly> contracts = [typeof(EventNameAttribute).Assembly];

    internal MessagingBuilder(string service, IServiceCollection services) => (this.service, this.services) = (service, services);

    /// <summary>
    /// The service reacts to <typeparamref name="TEvent"/> by <typeparamref name="TReaction"/>, from a queue of its own. The
    /// contract must name the service among its subscribers.
    /// </summary>
    public MessagingBuilder On<TEvent, TReaction>()
        where TEvent : class
        where TReaction : class, IOn<TEvent>
    {
        services.AddScoped<TReaction>();
        reactions.Add(Reaction.Of<TEvent, TReaction>(service));
        return this;
    }

    /// <summary>
    /// The service keeps every <typeparamref name="TEvent"/> that it reacts to, in the transaction of its reaction, so that what it projects
    /// from them can be rebuilt. Its model calls <see cref="MessagingModel.AddReceivedEvents"/>.
    /// </summary>
    /// <param name="subject">What the event is about: the same for all events that one projected row is built from.</param>
    public MessagingBuilder Keep<TEvent>(Func<TEvent, string> subject)
        where TEvent : class
    {
        var at = reactions.FindIndex(reaction => reaction.EventName == EventCatalogue.NameOf(typeof(TEvent)));
        reactions[at] = reactions[at] with { SubjectOf = body => subject(EventJson.Read<TEvent>(body)) };
        return this;
    }

    /// <summary>Events are also in <paramref name="assembly"/>, beside those of Contracts.</summary>
    public MessagingBuilder ContractsFrom(Assembly assembly)
    {
        contracts.Add(assembly);
        return this;
    }

    internal (EventCatalogue Catalogue, Reactions Reactions) Build()
    {
        var catalogue = new EventCatalogue(contracts);
        var subscribed = catalogue.SubscribedBy(service).ToHashSet(StringComparer.Ordinal);
        var reactedTo = reactions.Select(reaction => reaction.EventName).ToHashSet(StringComparer.Ordinal);
        if (reactedTo.Except(subscribed, StringComparer.Ordinal).FirstOrDefault() is { } unnamed)
        {
            throw new StartupException(
                $"'{service}' reacts to {unnamed}, but the contract does not name it as subscriber: what is published before its first start would be lost. Add it to [EventName].");
        }

        if (subscribed.Except(reactedTo, StringComparer.Ordinal).FirstOrDefault() is { } ignored)
        {
            throw new StartupException(
                $"{ignored} names '{service}' as subscriber, but it has no reaction: its queue would only fill. Add an IOn or take it out of [EventName].");
        }

        return (catalogue, new Reactions(service, reactions));
    }
}
