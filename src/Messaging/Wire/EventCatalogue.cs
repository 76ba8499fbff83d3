using System.Reflection;
using Contracts;

namespace Messaging.Wire;

/// <summary>The stable names of events and who subscribes to each, read from <see cref="EventNameAttribute"/>.</summary>
internal sealed class EventCatalogue
{
    private readonly Dictionary<string, IReadOnlyList<string>> subscribers = new(StringComparer.Ordinal);

    public EventCatalogue(IEnumerable<Assembly> contracts)
    {
        foreach (var contract in contracts.SelectMany(assembly => assembly.GetTypes()).Select(Contract).OfType<EventNameAttribute>())
        {
            subscribers.Add(contract.Name, contract.Subscribers);
        }
    }

    /// <summary>The stable name of an event's type.</summary>
    public static string NameOf(Type eventType) =>
        Contract(eventType)?.Name ?? throw new InvalidOperationException($"{eventType} bears no [EventName]; only contracts are published.");

    /// <summary>The queue in which <paramref name="service"/> receives <paramref name="eventName"/>.</summary>
    public static string EndpointOf(string service, string eventName) => $"{service}.{eventName}";

    /// <summary>The services that must receive an event; none for a name that no contract bears any more.</summary>
    public IReadOnlyList<string> SubscribersOf(string eventName) => subscribers.GetValueOrDefault(eventName, []);

    /// <summary>The events that <paramref name="service"/> must receive.</summary>
    public IEnumerable<string> SubscribedBy(string service) =>
        subscribers.Where(pair => pair.Value.Contains(service, StringComparer.Ordinal)).Select(pair => pair.Key);

    private static EventNameAttribute? Contract(Type type) => type.GetCustomAttribute<EventNameAttribute>(inherit: false);
}
