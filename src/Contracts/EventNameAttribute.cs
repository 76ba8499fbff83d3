namespace Contracts;

/// <summary>
/// The stable name under which an event is stored and addressed. It never changes, whatever becomes of the CLR type's name;
/// an event's shape changes only by addition, and a consumer ignores what it does not know.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The name: publisher and event, kebab case, <c>registry.institution-changed</c>.</summary>
    public string Name { get; } = name;
}
