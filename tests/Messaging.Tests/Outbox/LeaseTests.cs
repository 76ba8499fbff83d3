using Messaging.Outbox;
using Messaging.Tests.Counting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace Messaging.Tests.Outbox;

public sealed class LeaseTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_lease_is_one_owners_until_the_databases_clock_says_otherwise(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await Databases.OpenAsync(database);
        var one = Holder(TimeSpan.FromSeconds(60));
        var other = Holder(TimeSpan.FromSeconds(60));

        (await one.HoldAsync(db, default)).ShouldBeTrue();
        (await other.HoldAsync(db, default)).ShouldBeFalse();
        (await one.HoldAsync(db, default)).ShouldBeTrue("it is held already");
        (await FenceAsync(db)).ShouldBe(1);

        await one.ReleaseAsync(db, default);
        (await other.HoldAsync(db, default)).ShouldBeTrue("it was given back");
        (await FenceAsync(db)).ShouldBe(2);
        (await db.WriteAsync(ct => one.ExtendAsync(db, ct), default)).ShouldBeFalse("the fence has moved on");
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_lease_that_ran_out_is_taken_and_its_old_owner_is_fenced_off(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await Databases.OpenAsync(database);
        var asleep = Holder(TimeSpan.FromMilliseconds(300));
        var other = Holder(TimeSpan.FromSeconds(60));
        (await asleep.HoldAsync(db, default)).ShouldBeTrue();

        await Eventually.HoldsAsync(() => other.HoldAsync(db, default));

        (await db.WriteAsync(ct => asleep.ExtendAsync(db, ct), default)).ShouldBeFalse();
        (await asleep.HoldAsync(db, default)).ShouldBeFalse();
        (await db.WriteAsync(ct => other.ExtendAsync(db, ct), default)).ShouldBeTrue();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_many_who_want_the_lease_one_gets_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (await Databases.OpenAsync(database))
        {
        }

        var got = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var db = Databases.Connect(database);
            return await Holder(TimeSpan.FromSeconds(60)).HoldAsync(db, default);
        }));

        got.Count(held => held).ShouldBe(1);
    }

    private static OutboxLeaseHolder Holder(TimeSpan term) => new(Options.Create(new MessagingOptions { LeaseTerm = term }), TimeProvider.System);

    private static Task<long> FenceAsync(CountingDb db) => db.Set<OutboxLease>().AsNoTracking().Select(lease => lease.Fence).SingleAsync();
}
