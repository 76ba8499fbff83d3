using Policies.Evaluation;

namespace Policies;

/// <summary>A ground on which something is done to somebody: fact → measure, subjects, term.</summary>
/// <param name="Name">Its name, kebab case.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Measure">What is done: one of <see cref="Measures"/>.</param>
/// <param name="Subjects">To whom: some of <see cref="AllSubjects"/>.</param>
/// <param name="Term">The parameter that holds how long; null = no term.</param>
/// <param name="Categories">The categories whose institutions it hits; empty = every one.</param>
public sealed record Ground(string Name, Label Label, Citation Citation, string Measure, IReadOnlyList<string> Subjects, string? Term, IReadOnlyList<string> Categories)
{
    /// <summary>Every measure that a pack may name.</summary>
    public static IReadOnlyList<string> Measures { get; } =
        ["warning", "suspension", "rectification", "cancellation", "revocation", "delisting", "removal", "ban"];

    /// <summary>Every kind of subject that a pack may name.</summary>
    public static IReadOnlyList<string> AllSubjects { get; } = ["institution", "implementing-body", "lead-bodies", "host", "company"];

    /// <summary>Whether it hits institutions of a category.</summary>
    public bool Hits(string category) => Categories.Count == 0 || Categories.Contains(category, StringComparer.Ordinal);
}

/// <summary>What an established ground brings about. It is a proposal: a person confirms what harms (P-5).</summary>
/// <param name="Ground">The ground.</param>
/// <param name="From">The day of the decision; the term starts the day after (P-2).</param>
/// <param name="LastDay">The last day of the term; null = no term.</param>
/// <param name="FirstFreeDay">The first day after the term.</param>
/// <param name="Sheet">The explanation.</param>
public sealed record ProposedMeasure(Ground Ground, DateOnly From, DateOnly? LastDay, DateOnly? FirstFreeDay, CalculationSheet Sheet);
