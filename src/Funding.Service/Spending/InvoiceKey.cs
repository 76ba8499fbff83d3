using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Funding.Spending;

/// <summary>
/// What makes two vouchers the same invoice: number, seller and amount, however they were typed (full-width signs, spaces,
/// hyphens, small letters, leading zeros).
/// </summary>
internal static class InvoiceKey
{
    /// <summary>By the seller's name.</summary>
    public static string ByName(Voucher voucher) => Key(voucher, Normalise(voucher.SellerName));

    /// <summary>By the seller's code; null where it was not given.</summary>
    public static string? ByCode(Voucher voucher) => voucher.SellerCode is { } code ? Key(voucher, Normalise(code)) : null;

    /// <summary>Letters and digits only, in one form: capitals, half-width.</summary>
    public static string Normalise(string text) => string.Concat(text.Select(HalfWidth).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    // By hand: without the culture data that this platform does not carry, the runtime's compatibility form leaves them as they are.
    private static char HalfWidth(char sign) => sign is >= '！' and <= '～' ? (char)(sign - '！' + '!') : sign;

    private static string Key(Voucher voucher, string seller)
    {
        var amount = voucher.AmountFen.ToString(CultureInfo.InvariantCulture);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Normalise(voucher.Number).TrimStart('0')}|{seller}|{amount}")));
    }
}
