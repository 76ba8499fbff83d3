using System.Diagnostics.CodeAnalysis;

namespace Contracts.Values;

/// <summary>
/// A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last one a check character.
/// It is the identity of every legal person on the platform (ZS-10).
/// </summary>
public readonly record struct SocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private readonly string? value;

    private SocialCreditCode(string value) => this.value = value;

    /// <summary>The 18 characters, upper case.</summary>
    public string Value => value ?? "";

    /// <summary>
    /// Reads a code; white space around it and lower case are forgiven, a wrong length, a letter outside the alphabet
    /// (I, O, S, V, Z) or a wrong check character are not.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SocialCreditCode code)
    {
        code = default;
        var candidate = text?.Trim().ToUpperInvariant();
        if (candidate is not { Length: 18 } || candidate.Any(c => !Alphabet.Contains(c)))
        {
            return false;
        }

        if (candidate[17] != CheckCharacter(candidate))
        {
            return false;
        }

        code = new SocialCreditCode(candidate);
        return true;
    }

    /// <summary>The check character that the first 17 characters demand.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> firstSeventeen)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Alphabet.IndexOf(firstSeventeen[i], StringComparison.Ordinal) * Weights[i];
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
