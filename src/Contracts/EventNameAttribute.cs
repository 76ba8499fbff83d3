namespace Contracts;

/// <summary>
/// The stable name under which an event is stored and addressed. It never changes, whatever becomes of the CLR type's name;
/// an event's shape changes only by addition, and a consumer ignores what it does not know.
/// </summary>
/// <param name="name">Publisher and event, kebab case: <c>registry.institution-changed</c>.</param>
/// <param name="subscribers">
/// The services that must receive it: <c>funding</c>, <c>reporting</c>. The publisher makes their queues before its first event,
/// because a broker drops what no queue is bound for, and a platform that starts for the first time starts in no fixed order.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name, params string[] subscribers) : Attribute
{
    /// <summary>The name: publisher and event, kebab case, <c>registry.institution-changed</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The services that must receive it.</summary>
    public IReadOnlyList<string> Subscribers { get; } = subscribers;
}
