using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Data;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace ServiceDefaults.Tests.Data;

public sealed class WriteTests
{
    private static readonly Refusal No = Refusal.Conflict("no", "P-1", "不可", "No.");

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Sixty_four_conditional_writers_at_once_stop_exactly_at_the_cap(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);
        await AddAsync(shop, "cap", 0);

        var admitted = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => CommitAsync(shop, 100_000_00, 3_000_000_00)));

        admitted.Count(yes => yes).ShouldBe(30);
        (await shop.Host.InScopeAsync<ShopDb, long>(db => db.Orders.Select(order => order.AmountFen).SingleAsync())).ShouldBe(3_000_000_00);
        shop.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_refusal_inside_rolls_the_whole_write_back(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);

        await shop.Host.InScopeAsync<ShopDb, bool>(async db =>
        {
            await db.WriteAsync(
                async ct =>
                {
                    db.Add(new Order { Item = "outer" });
                    await db.SaveChangesAsync(ct);
                    Outcome<Order> inner = await db.WriteAsync<Outcome<Order>>(_ => Task.FromResult<Outcome<Order>>(No), ct);
                    inner.Refusal.ShouldBe(No);
                },
                CancellationToken.None);
            db.Add(new Order { Item = "afterwards" });
            await db.SaveChangesAsync();
            return true;
        });

        (await shop.OrdersAsync()).ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task The_second_of_two_edits_of_the_same_version_fails(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);
        await AddAsync(shop, "pen", 1);

        await shop.Host.InScopeAsync<ShopDb, bool>(async mine =>
        {
            var order = await mine.Orders.SingleAsync();
            await shop.Host.InScopeAsync<ShopDb, int>(async theirs =>
            {
                (await theirs.Orders.SingleAsync()).AmountFen = 2;
                return await theirs.SaveChangesAsync();
            });
            order.AmountFen = 3;
            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());
            return true;
        });
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_unique_key_that_says_no_is_recognised(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);
        var id = await AddAsync(shop, "pen", 1);

        var failure = await Should.ThrowAsync<DbUpdateException>(() => shop.Host.InScopeAsync<ShopDb, int>(db =>
        {
            db.Add(new Order { Id = id, Item = "again" });
            return db.SaveChangesAsync();
        }));

        failure.IsUniqueViolation().ShouldBeTrue();
        new InvalidOperationException().IsUniqueViolation().ShouldBeFalse();
    }

    [Fact]
    public async Task Two_writes_that_wait_for_each_other_end_with_a_deadlock_that_is_recognised()
    {
        await using var shop = await Shop.OpenAsync(DatabaseProvider.Postgres);
        var (pen, ink) = (await AddAsync(shop, "pen", 1), await AddAsync(shop, "ink", 1));
        using var both = new Barrier(2);

        var failures = await Task.WhenAll(CrossAsync(shop, both, pen, ink), CrossAsync(shop, both, ink, pen));

        failures.Count(f => f is not null).ShouldBe(1);
        failures.Single(f => f is not null)!.IsDeadlock().ShouldBeTrue();
        new InvalidOperationException().IsDeadlock().ShouldBeFalse();
    }

    private static Task<Exception?> CrossAsync(Shop shop, Barrier both, Guid first, Guid second) => Task.Run(async () => await Record.ExceptionAsync(() =>
        shop.Host.InScopeAsync<ShopDb, bool>(async db =>
        {
            await db.WriteAsync(
                async ct =>
                {
                    await db.Orders.Where(o => o.Id == first).ExecuteUpdateAsync(row => row.SetProperty(o => o.Item, "first"), ct);
                    both.SignalAndWait(ct);
                    await db.Orders.Where(o => o.Id == second).ExecuteUpdateAsync(row => row.SetProperty(o => o.Item, "second"), ct);
                },
                CancellationToken.None);
            return true;
        })));

    private static Task<Guid> AddAsync(Shop shop, string item, long amountFen) => shop.Host.InScopeAsync<ShopDb, Guid>(async db =>
    {
        var order = new Order { Item = item, AmountFen = amountFen };
        db.Add(order);
        await db.SaveChangesAsync();
        return order.Id;
    });

    private static Task<bool> CommitAsync(Shop shop, long amountFen, long capFen) => shop.Host.InScopeAsync<ShopDb, bool>(async db =>
    {
        var outcome = await db.WriteAsync<Outcome<string>>(
            async ct =>
            {
                var rows = await db.Orders
                    .Where(order => order.AmountFen + amountFen <= capFen)
                    .ExecuteUpdateAsync(row => row.SetProperty(order => order.AmountFen, order => order.AmountFen + amountFen), ct);
                return rows == 0 ? No : "admitted";
            },
            CancellationToken.None);
        return outcome.Refusal is null;
    });
}
