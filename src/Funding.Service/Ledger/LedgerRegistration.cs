using System.Data.Common;
using Funding.CaseFiles;
using Funding.Ledger.Vouchers;
using Funding.YearSummaries;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;

namespace Funding.Ledger;

/// <summary>Adds sealing, signing and verification.</summary>
internal static class LedgerRegistration
{
    private const string FileName = "ledger-key.pem";

    /// <summary>The signing key is the file of <c>Ledger:KeyFile</c>; production names it, development need not.</summary>
    /// <exception cref="StartupException">Production does not name it.</exception>
    public static void AddLedger(this IHostApplicationBuilder builder)
    {
        var keyFile = KeyFile(builder);
        builder.Services.AddSingleton(_ => LedgerKey.FromFile(keyFile));
        builder.Services.AddScoped<SealLedger>().AddSweep<SealLedger>();
        builder.Services.AddScoped<TellYears>().AddSweep<TellYears>();
        builder.Services.AddScoped<VerifyLedger>();
        builder.Services.AddHostedService<LedgerSealer>();
        builder.AddChartOfAccounts();
        builder.Services.AddSingleton<CaseFileTurn>().AddScoped<CaseFileWriter>();
    }

    private static string KeyFile(IHostApplicationBuilder builder)
    {
        if (builder.Configuration["Ledger:KeyFile"] is { Length: > 0 } configured)
        {
            return Path.GetFullPath(configured);
        }

        if (!builder.Environment.IsDevelopment())
        {
            throw new StartupException("Ledger:KeyFile is not configured. Set Ledger__KeyFile to the file that holds, or shall hold, the ledger's signing key.");
        }

        return Path.Combine(DataFolder(builder), FileName);
    }

    // The embedded database has a data folder, and the key may lie in it, beside the database and not inside it.
    private static string DataFolder(IHostApplicationBuilder builder)
    {
        var embedded = builder.Configuration.GetValue("Database:Provider", DatabaseProvider.Sqlite) == DatabaseProvider.Sqlite;
        var database = new DbConnectionStringBuilder { ConnectionString = builder.Configuration.GetConnectionString("funding-db") };
        return embedded && database.TryGetValue("Data Source", out var file)
            ? Path.GetDirectoryName(Path.GetFullPath(file.ToString()!))!
            : Path.Combine(builder.Environment.ContentRootPath, ".data");
    }
}
