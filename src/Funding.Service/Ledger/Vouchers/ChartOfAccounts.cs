using System.Text.Json;
using ServiceDefaults.Hosting;
using ServiceDefaults.Problems;

namespace Funding.Ledger.Vouchers;

/// <summary>An account of the bureau's own books (会计科目).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Zh">Its name in Chinese.</param>
/// <param name="En">Its name in English.</param>
internal sealed record BookAccount(string Code, string Zh, string En);

/// <summary>How the ledger's accounts are booked in a bureau's own books.</summary>
/// <param name="Word">The word before a voucher's number (凭证字).</param>
/// <param name="Accounts">Each of the ledger's accounts by its name on the wire. Several may be one account of the books: between those nothing is booked.</param>
internal sealed record BookMapping(string Word, IReadOnlyDictionary<string, BookAccount> Accounts)
{
    /// <summary>The account of the books; null where the mapping has none.</summary>
    public BookAccount? Of(LedgerAccount account) => Accounts.GetValueOrDefault(new Choice<LedgerAccount>(account).ToString());
}

/// <summary>
/// The mapping of each bureau. It is the accountants' and no rule of a programme, so it is configuration: the file of
/// <c>ChartOfAccounts:File</c>, or the one that is shipped, by jurisdiction, with <c>default</c> for those that it does not name.
/// </summary>
internal sealed class ChartOfAccounts(IReadOnlyDictionary<string, BookMapping> byJurisdiction)
{
    private const string Default = "default";
    private const string Shipped = "chart-of-accounts.json";

    /// <summary>The mapping of a bureau.</summary>
    public BookMapping Of(string? jurisdiction) => byJurisdiction.GetValueOrDefault(jurisdiction ?? Default) ?? byJurisdiction[Default];

    /// <summary>Reads a chart.</summary>
    /// <exception cref="StartupException">It is not one.</exception>
    public static ChartOfAccounts Load(string path)
    {
        var (read, fault) = Read(path);
        var known = Enum.GetValues<LedgerAccount>().Select(account => new Choice<LedgerAccount>(account).ToString()).ToHashSet(StringComparer.Ordinal);
        var unknown = read.Values.SelectMany(mapping => mapping.Accounts.Keys).Where(key => !known.Contains(key)).Distinct(StringComparer.Ordinal).ToList();
        fault ??= read.ContainsKey(Default) ? null : $"it has no entry '{Default}'";
        fault ??= unknown.Count == 0 ? null : $"the ledger has no accounts {string.Join(", ", unknown)}";
        return fault is null ? new ChartOfAccounts(read) : throw new StartupException($"The chart of accounts {path} cannot be used: {fault}.");
    }

    private static (Dictionary<string, BookMapping> Read, string? Fault) Read(string path)
    {
        try
        {
            return (JsonSerializer.Deserialize<Dictionary<string, BookMapping>>(File.ReadAllText(path), StrictJson.Options)!, null);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return ([], e.Message);
        }
    }

    /// <summary>The configured chart, or the one beside the service.</summary>
    public static string PathOf(IConfiguration configuration) =>
        configuration["ChartOfAccounts:File"] is { Length: > 0 } configured ? Path.GetFullPath(configured) : Path.Combine(AppContext.BaseDirectory, Shipped);
}

/// <summary>Adds the chart; a service whose chart cannot be read does not start.</summary>
internal static class ChartOfAccountsRegistration
{
    public static void AddChartOfAccounts(this IHostApplicationBuilder builder) =>
        builder.Services.AddSingleton(ChartOfAccounts.Load(ChartOfAccounts.PathOf(builder.Configuration)));
}
