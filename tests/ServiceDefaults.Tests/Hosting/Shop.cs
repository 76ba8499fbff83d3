using System.Globalization;
using Contracts.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Hosting;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;
using Testing.Databases;
using Testing.Hosting;

namespace ServiceDefaults.Tests.Hosting;

/// <summary>A small service with all the defaults, on a real database.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Maker = "zs-maker";

    private readonly TestDatabase database;

    private Shop(ServiceHost host, TestDatabase database) => (Host, this.database) = (host, database);

    public ServiceHost Host { get; }

    public static async Task<Shop> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var fresh = await TestDatabase.CreateAsync(provider);
        return new Shop(await StartAsync(fresh, services, settings), fresh);
    }

    /// <summary>A second replica on the same database.</summary>
    public Task<ServiceHost> ReplicaAsync(Action<IServiceCollection>? services = null, IReadOnlyDictionary<string, string?>? settings = null) =>
        StartAsync(database, services, settings);

    public Task<int> OrdersAsync() => Host.InScopeAsync<ShopDb, int>(db => db.Orders.CountAsync());

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await database.DisposeAsync();
    }

    private static Task<ServiceHost> StartAsync(
        TestDatabase database, Action<IServiceCollection>? services, IReadOnlyDictionary<string, string?>? settings) => ServiceHost.StartAsync(
        database,
        "shop-db",
        builder =>
        {
            builder.AddServiceDefaults("shop");
            builder.AddDatabase<ShopDb, SqliteShopDb, SqlServerShopDb, PostgresShopDb>("shop-db");
            services?.Invoke(builder.Services);
        },
        async app =>
        {
            Orders.Map(app.MapServiceDefaults());
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ShopDb>().Database.EnsureCreatedAsync();
        },
        settings);
}

internal sealed class Order : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Item { get; set; }

    public long AmountFen { get; set; }

    public long Version { get; set; }
}

internal abstract class ShopDb(DbContextOptions options) : PlatformDbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void Describe(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasIndex(order => order.Item);
}

internal sealed class SqliteShopDb(DbContextOptions<SqliteShopDb> options) : ShopDb(options);

internal sealed class SqlServerShopDb(DbContextOptions<SqlServerShopDb> options) : ShopDb(options);

internal sealed class PostgresShopDb(DbContextOptions<PostgresShopDb> options) : ShopDb(options);

internal enum Urgency
{
    Normal,
    VeryUrgent,
}

internal sealed record OrderRequest(string Item, long AmountFen, DateOnly? On = null, Urgency Urgency = Urgency.Normal, string? Note = null);

internal sealed record OrderView(Guid Id, string Item, long AmountFen, long Version) : IETagged
{
    public static OrderView Of(Order order) => new(order.Id, order.Item, order.AmountFen, order.Version);
}

internal static class Orders
{
    public const string Forbidden = "forbidden goods";
    public const string Broken = "broken";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/orders", PlaceAsync).RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();
        api.MapPut("/orders/{id:guid}", ChangeAsync).RequireRoles(Roles.FinanceMaker);
        api.MapGet("/orders", ListAsync);
        api.MapGet("/orders/on", (DateOnly on) => TypedResults.Ok(on));
        api.MapPost("/files", async (HttpContext context, AttachmentStore store, CancellationToken ct) =>
            (await store.SaveAsync(context, ct)).ToCreated(AttachmentView.Of, file => $"/api/shop/files/{file.Id}")).AcceptsAttachment();
        api.MapGet("/files/{id:guid}", async (Guid id, AttachmentStore store, CancellationToken ct) =>
            await store.FindAsync(id, ct) is { } file ? store.ToHttp(file) : new ProblemAnswer(Refusal.NotFound("file", id, "附件")));
        api.MapPost("/counts", CountAsync);
        api.MapGet("/whoami", (HttpContext context) => TypedResults.Ok(context.Caller()));
    }

    private static async Task<CreatedAnswer<OrderView>> PlaceAsync(OrderRequest request, ShopDb db, CancellationToken ct)
    {
        var outcome = await db.WriteAsync<Outcome<Order>>(
            async _ =>
            {
                var order = new Order { Item = request.Item, AmountFen = request.AmountFen };
                db.Add(order);
                await db.SaveChangesAsync(ct);
                return request.Item switch
                {
                    Forbidden => Refusal.Conflict("forbidden-goods", "ZS-03", "不得购买。", "Not to be had.").With("amountFen", request.AmountFen),
                    Broken => throw new InvalidOperationException("secret inside"),
                    _ => order,
                };
            },
            ct);
        return outcome.ToCreated(OrderView.Of, order => $"/api/shop/orders/{order.Id}");
    }

    private static async Task<Created<Guid>> CountAsync(HttpContext context, int to, JobQueue jobs, ShopDb db, CancellationToken ct)
    {
        var job = await db.WriteAsync(
            _ => Task.FromResult(jobs.Enqueue("count", to.ToString(CultureInfo.InvariantCulture), context.Caller().Subject)), ct);
        return TypedResults.Created($"/api/shop/jobs/{job.Id}", job.Id);
    }

    private static async Task<Answer<OrderView>> ChangeAsync(Guid id, OrderRequest request, IfMatch ifMatch, ShopDb db, CancellationToken ct)
    {
        var outcome = await db.WriteAsync<Outcome<Order>>(
            async _ =>
            {
                if (await db.Orders.FindAsync([id], ct) is not { } order)
                {
                    return Refusal.NotFound("order", id, "订单");
                }

                if (ifMatch.Check(order) is { } stale)
                {
                    return stale;
                }

                (order.Item, order.AmountFen) = (request.Item, request.AmountFen);
                return order;
            },
            ct);
        return outcome.ToHttp(OrderView.Of);
    }

    private static async Task<Ok<Page<OrderView>>> ListAsync(PageQuery page, ShopDb db, CancellationToken ct, bool newestFirst = false) =>
        TypedResults.Ok((await db.Orders.ToPageAsync(page, order => order.Id, ct, newestFirst)).Select(OrderView.Of));
}
