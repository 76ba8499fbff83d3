using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Contracts.Values;
using Policies.Calendars;

namespace Policies.Evaluation;

/// <summary>What a rule is evaluated with: named figures, the reference days, and calendars where working days are counted. Immutable.</summary>
public sealed class Inputs
{
    private readonly ImmutableDictionary<string, object> values;
    private readonly ImmutableDictionary<ReferenceDay, DateOnly> days;

    private Inputs(ImmutableDictionary<string, object> values, ImmutableDictionary<ReferenceDay, DateOnly> days, CalendarLibrary? calendars) =>
        (this.values, this.days, Calendars) = (values, days, calendars);

    internal CalendarLibrary? Calendars { get; }

    internal IEnumerable<string> Names => values.Keys;

    /// <summary>Starts with one reference day.</summary>
    public static Inputs At(ReferenceDay kind, DateOnly day) =>
        new(ImmutableDictionary.Create<string, object>(StringComparer.Ordinal), ImmutableDictionary<ReferenceDay, DateOnly>.Empty.Add(kind, day), null);

    /// <summary>Starts with one day that every value depends on; a year's is its last.</summary>
    internal static Inputs OnEveryDay(DateOnly day) =>
        At(ReferenceDay.Application, day).And(ReferenceDay.Decision, day).And(ReferenceDay.Payment, day).And(ReferenceDay.EvaluatedYear, ReferenceDays.OfYear(day.Year));

    /// <summary>Adds a reference day.</summary>
    public Inputs And(ReferenceDay kind, DateOnly day) => new(values, days.SetItem(kind, day), Calendars);

    /// <summary>Adds the calendars that working days are counted with.</summary>
    public Inputs With(CalendarLibrary calendars) => new(values, days, calendars);

    /// <summary>Adds an amount.</summary>
    public Inputs Amount(string name, Money amount) => Set(name, amount);

    /// <summary>Adds a list of amounts.</summary>
    public Inputs Amounts(string name, IEnumerable<Money> amounts) => Set(name, amounts.ToImmutableArray());

    /// <summary>Adds a whole number.</summary>
    public Inputs Count(string name, long count) => Set(name, count);

    /// <summary>Adds yes or no.</summary>
    public Inputs Flag(string name, bool flag) => Set(name, flag);

    /// <summary>Adds a day.</summary>
    public Inputs Day(string name, DateOnly day) => Set(name, day);

    /// <summary>Adds days, in order.</summary>
    public Inputs Days(string name, IEnumerable<DateOnly> given) => Set(name, given.Order().ToImmutableArray());

    /// <summary>Adds texts.</summary>
    public Inputs Texts(string name, IEnumerable<string> texts) => Set(name, texts.ToImmutableArray());

    /// <summary>Adds a text, a grade's or a category's key; null = not given.</summary>
    public Inputs Text(string name, string? text) => text is null ? this : Set(name, text);

    internal T? Find<T>(string name) where T : notnull =>
        !values.TryGetValue(name, out var value) ? default
        : value is T typed ? typed
        : throw new InvalidOperationException($"The input '{name}' is a {value.GetType().Name}, the rule takes a {typeof(T).Name}.");

    internal bool Is<T>(string name, [NotNullWhen(true)] out T? value)
    {
        value = values.GetValueOrDefault(name) is T typed ? typed : default;
        return values.GetValueOrDefault(name) is T;
    }

    internal bool Has(string name) => values.ContainsKey(name);

    internal DateOnly On(ReferenceDay kind) =>
        days.TryGetValue(kind, out var day) ? day : throw new InvalidOperationException($"The rule needs the reference day '{kind}'.");

    private Inputs Set(string name, object value) => new(values.SetItem(name, value), days, Calendars);
}
