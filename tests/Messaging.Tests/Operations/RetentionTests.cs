using Messaging.Inbox;
using Messaging.Operations;
using Messaging.Outbox;
using Messaging.Tests.Counting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Operations;

public sealed class RetentionTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Published_rows_go_after_7_days_and_inbox_keys_after_90_and_parked_rows_never(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await Databases.OpenAsync(database);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var hours in new[] { 1, (7 * 24) - 1, (7 * 24) + 1, 400 * 24 })
        {
            db.Add(Row($"published {hours}", row => row.PublishedAt = now.AddHours(-hours)));
            db.Add(Row($"parked {hours}", row => row.ParkedAt = now.AddHours(-hours)));
            db.Add(Row($"pending {hours}", _ => { }));
        }

        for (var day = 86; day <= 95; day++)
        {
            db.Add(new InboxMessage { MessageId = Guid.CreateVersion7(), Endpoint = "e", ReceivedAt = now.AddDays(-day).AddHours(1) });
        }

        await db.SaveChangesAsync();
        await using var nothing = new ServiceCollection().BuildServiceProvider();

        // A batch smaller than what is due: it takes several.
        using var retention = new Retention(
            nothing.GetRequiredService<IServiceScopeFactory>(),
            Options.Create(new MessagingOptions { CleanupBatch = 2 }),
            TimeProvider.System,
            NullLogger<Retention>.Instance);
        await retention.CleanAsync(db, CancellationToken.None);

        var left = await db.Set<OutboxMessage>().AsNoTracking().Select(row => row.Body).ToListAsync();
        left.Where(body => body.StartsWith("published", StringComparison.Ordinal)).ShouldBe(["published 1", "published 167"], ignoreOrder: true);
        left.Count(body => !body.StartsWith("published", StringComparison.Ordinal)).ShouldBe(8);
        (await db.Set<InboxMessage>().CountAsync()).ShouldBe(5);
    }

    private static OutboxMessage Row(string body, Action<OutboxMessage> change)
    {
        var row = new OutboxMessage { MessageId = Guid.CreateVersion7(), StreamKey = "s", Type = "test.any", Body = body, OccurredAt = DateTime.UnixEpoch };
        change(row);
        return row;
    }
}
