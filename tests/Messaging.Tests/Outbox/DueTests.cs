using Messaging.Outbox;
using Messaging.Tests.Counting;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Outbox;

public sealed class DueTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Due_are_pending_rows_whose_stream_has_nothing_delayed_or_parked_before_them(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await Databases.OpenAsync(database);
        db.AddRange(
            Row("healthy", "healthy 1"),
            Row("delayed", "delayed 1", row => row.NextAttemptAt = Now.AddSeconds(1)),
            Row("delayed", "delayed 2"),
            Row("parked", "parked 1", row => row.ParkedAt = Now),
            Row("parked", "parked 2"),
            Row("over", "over 1", row => row.NextAttemptAt = Now),
            Row("over", "over 2"),
            Row("published", "published 1", row => row.PublishedAt = Now),
            Row("published", "published 2"),
            Row("healthy", "healthy 2"),
            Row("later", "later 1"),
            Row("later", "later 2", row => row.ParkedAt = Now));
        await db.SaveChangesAsync();

        var due = await db.Set<OutboxMessage>().Due(Now).Select(row => row.Body).ToListAsync();

        due.ShouldBe(["healthy 1", "over 1", "over 2", "published 2", "healthy 2", "later 1"]);
    }

    private static OutboxMessage Row(string stream, string body, Action<OutboxMessage>? change = null)
    {
        var row = new OutboxMessage { MessageId = Guid.CreateVersion7(), StreamKey = stream, Type = "test.any", Body = body, OccurredAt = Now.AddHours(-1) };
        change?.Invoke(row);
        return row;
    }
}
