using System.Security.Cryptography;
using System.Text;
using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Reporting.Tests;

public sealed class ReceivedCalendarTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_calendar_that_Registry_published_is_kept_by_its_hash(DatabaseProvider provider)
    {
        await using var reporting = await ReportingHost.StartAsync(provider);
        var content = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policies", "calendars", "2026.yaml"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

        await reporting.SendAsync(new CalendarPublished { Year = 2026, Hash = hash, Content = content });

        await Eventually.PassesAsync(async () => (await HashesAsync(reporting)).ShouldBe([hash]));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    // Asked in SQL: the rows are the room's own.
    private static Task<List<string>> HashesAsync(ReportingHost reporting) => reporting.Host.InScopeAsync((ReportingDb db) =>
        db.Database.SqlQuery<string>($"SELECT \"Hash\" AS \"Value\" FROM \"CalendarVersion\"").ToListAsync());
}
