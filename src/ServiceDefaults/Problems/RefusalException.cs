using Contracts.Refusals;

namespace ServiceDefaults.Problems;

/// <summary>
/// A refusal found while a request is being read (a header, a cursor), before there is a decision that could return it.
/// Decisions never throw: they return an <see cref="Outcome{T}"/>.
/// </summary>
public sealed class RefusalException : Exception
{
    /// <summary>Refuses with the status of the kind, or with <paramref name="status"/>.</summary>
    public RefusalException(Refusal refusal, int? status = null)
        : base(refusal.En) => (Refusal, Status) = (refusal, status ?? refusal.Kind.Status());

    /// <summary>What is refused and why.</summary>
    public Refusal Refusal { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }
}
