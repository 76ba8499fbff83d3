using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Registry.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Applications;

public sealed class ListTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task Pages_show_every_application_once_newest_first(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider));
        var started = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            started.Add((await body.Operator.PostAsync("/applications", new { programme = "zhoushan-innovation-centres" })).Accepted().Id);
        }

        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = (await body.Operator.GetAsync($"/applications?limit=2{(after is null ? "" : $"&after={after}")}")).Accepted().Json;
            seen.AddRange(page["items"]!.AsArray().Select(row => row!["id"]!.GetValue<Guid>()));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);

        seen.ShouldBe(Enumerable.Reverse(started));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_list_is_filtered_by_status_programme_and_district(DatabaseProvider provider)
    {
        var body = new Journey(await registry.OnAsync(provider), "shengsi");
        await body.SubmittedAsync();
        var id = body.Id.ToString();

        (await body.City.GetAsync("/applications?status=submitted,resubmitted&programme=zhoushan-innovation-centres&district=shengsi&limit=200")).Text.ShouldContain(id);
        (await body.City.GetAsync("/applications?status=recommended&district=shengsi")).Text.ShouldNotContain(id);
        (await body.City.GetAsync("/applications?programme=other")).Text.ShouldNotContain(id);
        (await body.City.GetAsync("/applications?district=dinghai&limit=200")).Text.ShouldNotContain(id);
    }

    [Fact]
    public async Task A_list_takes_one_query_however_long_it_is()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var queries = new QueryCounter();
        await using var host = await RunningRegistry.StartOnAsync(database, services => services.AddSingleton<IInterceptor>(queries));
        var body = new Journey(host);
        for (var i = 0; i < 20; i++)
        {
            (await body.Operator.PostAsync("/applications", new { programme = "zhoushan-innovation-centres" })).Accepted();
        }

        var before = queries.Count;
        (await body.Operator.GetAsync("/applications")).Accepted().Json["items"]!.AsArray().Count.ShouldBe(20);

        (queries.Count - before).ShouldBe(1);
    }

    private sealed class QueryCounter : DbCommandInterceptor
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            // The outbox and the clock ask on their own account.
            if (command.CommandText.Contains("\"Application", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref count);
            }

            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
