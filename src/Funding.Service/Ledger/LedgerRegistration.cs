using Microsoft.Data.Sqlite;
using ServiceDefaults.Clock;
using ServiceDefaults.Hosting;

namespace Funding.Ledger;

/// <summary>Adds sealing, signing and verification.</summary>
internal static class LedgerRegistration
{
    private const string Setting = "Ledger:KeyFile";

    public static void AddLedger(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => LedgerKey.FromFile(KeyFile(builder.Configuration)));
        builder.Services.AddScoped<SealLedger>().AddSweep<SealLedger>();
        builder.Services.AddScoped<VerifyLedger>();
        builder.Services.AddHostedService<LedgerSealer>();
    }

    // The embedded database has a data folder of its own, and the key may lie in it, beside the database and not inside it.
    private static string KeyFile(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } configured)
        {
            return Path.GetFullPath(configured);
        }

        var database = new SqliteConnectionStringBuilder();
        try
        {
            database.ConnectionString = configuration.GetConnectionString("funding-db");
        }
        catch (ArgumentException e)
        {
            throw new StartupException($"{Setting} is not configured. Set Ledger__KeyFile to the file that holds, or shall hold, the ledger's signing key.", e);
        }

        return Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database.DataSource))!, "ledger-key.pem");
    }
}
