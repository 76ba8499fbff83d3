using System.Diagnostics.CodeAnalysis;

namespace Contracts.Refusals;

/// <summary>What every outcome tells, whatever its value.</summary>
public interface IOutcome
{
    /// <summary>The refusal, where there is one.</summary>
    Refusal? Refusal { get; }
}

/// <summary>What a decision yields: a value, or a refusal. A decision never throws for something a person may do wrong.</summary>
/// <typeparam name="T">The value of a decision that went through.</typeparam>
public readonly struct Outcome<T> : IOutcome where T : notnull
{
    private readonly T? value;
    private readonly bool decided;

    private Outcome(T? value, Refusal? refusal) => (this.value, Refusal, decided) = (value, refusal, true);

    /// <summary>The refusal, where there is one.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Takes the outcome apart: true with the value, or false with the refusal.</summary>
    /// <exception cref="InvalidOperationException">Nothing was decided: this is <c>default</c>, which must not pass for a yes.</exception>
    public bool Accepted([NotNullWhen(true)] out T? accepted, [NotNullWhen(false)] out Refusal? refused)
    {
        if (!decided)
        {
            throw new InvalidOperationException("An outcome is made by returning a value or a refusal.");
        }

        (accepted, refused) = (value, Refusal);
        return Refusal is null;
    }

    /// <summary>A value is an accepted outcome.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "An outcome is made by returning, never by name.")]
    public static implicit operator Outcome<T>(T value) => new(value ?? throw new ArgumentNullException(nameof(value)), null);

    /// <summary>A refusal is a refused outcome.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "An outcome is made by returning, never by name.")]
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal ?? throw new ArgumentNullException(nameof(refusal)));
}
