using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Funding.Invoices;

/// <summary>
/// What makes two papers the same invoice: number, seller and amount, however they were typed (full-width signs, spaces, hyphens, small
/// letters, leading zeros, the marks in a company's name).
/// </summary>
internal static class InvoiceKey
{
    /// <summary>By the seller's name.</summary>
    public static string ByName(string number, string sellerName, long amountFen) => Hash(number, Seller(sellerName), amountFen);

    /// <summary>By the seller's code; null where it was not given.</summary>
    public static string? ByCode(string number, string? sellerCode, long amountFen) => sellerCode is null ? null : Hash(number, Normalise(sellerCode), amountFen);

    /// <summary>A number without what only its typing adds; empty where it has neither letters nor digits.</summary>
    public static string Number(string number) => Normalise(number).TrimStart('0') is { Length: > 0 } told ? told : Normalise(number);

    /// <summary>Letters and digits only, in one form: capitals, half-width. By runes, since rare characters of names take two signs.</summary>
    public static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var half = HalfWidth(rune);
            if (Rune.IsLetterOrDigit(half))
            {
                plain.Append(Rune.ToUpperInvariant(half).ToString());
            }
        }

        return plain.ToString();
    }

    // 有限责任公司 is the long form of 有限公司 (Company Law, article 7): one company may be written either way, two cannot share the rest.
    private static string Seller(string name) => Normalise(name).Replace("有限责任公司", "有限公司", StringComparison.Ordinal);

    // By hand: without the culture data that this platform does not carry, the runtime's compatibility form leaves them as they are.
    private static Rune HalfWidth(Rune sign) => sign.Value is >= '！' and <= '～' ? new Rune(sign.Value - '！' + '!') : sign;

    private static string Hash(string number, string seller, long amountFen)
    {
        var amount = amountFen.ToString(CultureInfo.InvariantCulture);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Number(number)}|{seller}|{amount}")));
    }
}
