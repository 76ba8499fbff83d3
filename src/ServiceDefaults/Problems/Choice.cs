using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServiceDefaults.Problems;

/// <summary>
/// An enum's value in a query, in the kebab-case word that JSON uses for it: a list is filtered by the very word that it shows.
/// (The framework by itself reads only the member's C# name there.)
/// </summary>
/// <param name="Value">The value.</param>
/// <typeparam name="TEnum">The enum.</typeparam>
public readonly record struct Choice<TEnum>(TEnum Value)
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> Words = Enum.GetValues<TEnum>().ToDictionary(value => Choice.WordOf(value.ToString()), StringComparer.Ordinal);

    /// <summary>Reads the word.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The framework finds it by this name on the type itself.")]
    public static bool TryParse(string? text, out Choice<TEnum> choice)
    {
        var known = Words.TryGetValue(text ?? "", out var value);
        choice = new Choice<TEnum>(value);
        return known;
    }

    /// <inheritdoc />
    public override string ToString() => Choice.WordOf(Value.ToString());
}

/// <summary>The words that a <see cref="Choice{TEnum}"/> knows.</summary>
internal static class Choice
{
    public static string WordOf(string member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member);

    /// <summary>The words of a parameter of this type; null where it is no choice.</summary>
    public static IEnumerable<string>? WordsOf(Type parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter) ?? parameter;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Choice<>)
            ? Enum.GetNames(type.GetGenericArguments()[0]).Select(WordOf)
            : null;
    }
}
