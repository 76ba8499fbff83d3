using System.Diagnostics.CodeAnalysis;

namespace Funding;

/// <summary>One of an enum's values in a query, in the kebab case that it has in JSON: <c>?status=open</c>.</summary>
/// <param name="Value">The value.</param>
internal readonly record struct Choice<TEnum>(TEnum Value) : IParsable<Choice<TEnum>>
    where TEnum : struct, Enum
{
    public static Choice<TEnum> Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is no {typeof(TEnum).Name}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Choice<TEnum> result)
    {
        var word = s?.Replace("-", "", StringComparison.Ordinal) ?? "";
        var known = Enum.TryParse<TEnum>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word[0]);
        result = new Choice<TEnum>(value);
        return known;
    }
}
