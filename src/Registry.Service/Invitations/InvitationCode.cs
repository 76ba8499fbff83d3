using System.Security.Cryptography;
using System.Text;

namespace Registry.Invitations;

/// <summary>The one-time code of an invitation: 100 random bits, written so that it can be read out on the telephone.</summary>
internal static class InvitationCode
{
    // Without I, L, O and U, which are taken for others (Crockford's base 32).
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;
    private const int GroupLength = 5;
    private const int LongestGiven = 60;

    /// <summary>A new code: <c>7K3QF-…</c>.</summary>
    public static string Make() =>
        string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>What is kept of a code, however it was typed; null for what can be none.</summary>
    public static string? Hash(string? given)
    {
        if (given is null || given.Length > LongestGiven)
        {
            return null;
        }

        var typed = string.Concat(given.Where(char.IsLetterOrDigit)).ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return typed.Length == Length ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(typed))) : null;
    }
}
