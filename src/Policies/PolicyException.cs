using Contracts.Refusals;

namespace Policies;

/// <summary>
/// A pack or calendar was asked for something it does not have, or a file of the platform does not load: a fault of the
/// installation, not of a person's request.
/// </summary>
public sealed class PolicyException(Refusal refusal) : Exception(refusal.En)
{
    /// <summary>What is wrong, for people.</summary>
    public Refusal Refusal { get; } = refusal;
}
