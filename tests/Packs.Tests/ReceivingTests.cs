using Microsoft.EntityFrameworkCore;
using Policies;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Packs.Tests;

public sealed class ReceivingTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_pack_that_is_delivered_twice_is_stored_once_as_it_was_published(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var replica = await Replica.StartAsync(database);
        var published = Published.Pack();

        await replica.ReceiveAsync(published);
        await replica.ReceiveAsync(published);

        var stored = await replica.ReadAsync(db => db.Set<PolicyVersion>().SingleAsync());
        (stored.Hash, stored.Programme, stored.Jurisdiction, stored.From, stored.Content).ShouldBe(
            (published.Hash, Published.Programme, Published.Jurisdiction, new DateOnly(2025, 10, 21), published.Content));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_calendar_that_is_delivered_twice_is_stored_once_as_it_was_published(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var replica = await Replica.StartAsync(database);
        var published = Published.Calendar();

        await replica.ReceiveAsync(published);
        await replica.ReceiveAsync(published);

        var stored = await replica.ReadAsync(db => db.Set<CalendarVersion>().SingleAsync());
        (stored.Hash, stored.Year, stored.Content).ShouldBe((published.Hash, 2026, published.Content));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_text_that_is_not_what_its_hash_says_is_refused_and_not_stored(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var replica = await Replica.StartAsync(database);
        var (pack, calendar) = (Published.Pack(), Published.Calendar());

        await RefusedAsync(() => replica.ReceiveAsync(pack with { Content = pack.Content.Replace("2025-10-21", "2025-10-22", StringComparison.Ordinal) }));
        await RefusedAsync(() => replica.ReceiveAsync(pack with { Hash = calendar.Hash }));
        await RefusedAsync(() => replica.ReceiveAsync(calendar with { Content = calendar.Content + "\n" }));

        (await replica.ReadAsync(db => db.Set<PolicyVersion>().AnyAsync())).ShouldBeFalse();
        (await replica.ReadAsync(db => db.Set<CalendarVersion>().AnyAsync())).ShouldBeFalse();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_second_text_for_the_same_day_is_not_let_in_and_the_first_goes_on_ruling(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var replica = await Replica.StartAsync(database);
        var first = Published.Pack();
        await replica.ReceiveAsync(first);

        var second = await Should.ThrowAsync<DbUpdateException>(() => replica.ReceiveAsync(Published.Pack(status: "draft")));

        second.IsUniqueViolation().ShouldBeTrue();
        (await replica.RulingAsync(Published.Programme, new DateOnly(2026, 3, 2))).Hash.ShouldBe(first.Hash);
    }

    private static async Task RefusedAsync(Func<Task> receive) =>
        (await Should.ThrowAsync<PolicyException>(receive)).Refusal.Code.ShouldBe("hash-differs");
}
