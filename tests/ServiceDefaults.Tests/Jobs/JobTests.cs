using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Jobs;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Testing;
using Testing.Databases;
using Xunit;

namespace ServiceDefaults.Tests.Jobs;

public sealed class JobTests
{
    private static readonly Dictionary<string, string?> Impatient = new(StringComparer.Ordinal)
    {
        ["Jobs:LeaseTerm"] = "00:00:02",
        ["Jobs:PollInterval"] = "00:00:00.05",
        ["Jobs:FirstPause"] = "00:00:00.05",
    };

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Two_workers_share_the_jobs_and_none_is_done_twice(DatabaseProvider provider)
    {
        var counts = new Counts();
        await using var shop = await Shop.OpenAsync(provider, counts.Register, Impatient);
        await using var replica = await shop.ReplicaAsync(counts.Register, Impatient);
        using var client = shop.Host.As(Shop.Maker);

        var jobs = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AskAsync(client, to: 3)));

        foreach (var job in jobs)
        {
            (await DoneAsync(client, job))["done"]!.GetValue<int>().ShouldBe(3);
        }

        counts.Steps.Count.ShouldBe(36);
        counts.Steps.Distinct().Count().ShouldBe(36);
        shop.Host.Logs.ShouldHaveNoError();
        replica.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_job_whose_worker_died_goes_on_from_its_checkpoint(DatabaseProvider provider)
    {
        var counts = new Counts();
        await using var shop = await Shop.OpenAsync(provider, settings: Impatient);
        using var client = shop.Host.As(Shop.Maker);
        var id = await AskAsync(client, to: 5);
        // A worker that takes the job, comes to step 3, and is never heard of again.
        await shop.Host.InScopeAsync<JobQueue, bool>(async queue =>
        {
            (await queue.LeaseAsync("dead", ["count"], CancellationToken.None))!.Id.ShouldBe(id);
            (await queue.LeaseAsync("other", ["count"], CancellationToken.None)).ShouldBeNull();
            await queue.ReportAsync(id, "dead", 3, 5, "3", CancellationToken.None);
            return true;
        });

        await using var replica = await shop.ReplicaAsync(counts.Register, Impatient);

        (await DoneAsync(client, id)).Text("result").ShouldBe("5");
        counts.Steps.Select(step => step.Step).Order().ShouldBe([4, 5]);
        await Should.ThrowAsync<JobLostException>(() => shop.Host.InScopeAsync<JobQueue, bool>(async queue =>
        {
            await queue.FinishAsync(id, "dead", "wrong", CancellationToken.None);
            return true;
        }));
    }

    [Fact]
    public async Task A_worker_that_stops_in_order_hands_its_job_over()
    {
        var counts = new Counts { HoldAt = 2 };
        await using var shop = await Shop.OpenAsync();
        var first = await shop.ReplicaAsync(counts.Register);
        using var client = shop.Host.As(Shop.Maker);
        var id = await AskAsync(client, to: 4);
        await counts.Held.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await first.DisposeAsync();
        counts.HoldAt = null;
        await using var second = await shop.ReplicaAsync(counts.Register, Impatient);

        await DoneAsync(client, id);
        counts.Steps.Select(step => step.Step).ShouldBe([1, 2, 3, 4]);
        first.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task A_job_that_keeps_failing_is_given_up_and_says_so()
    {
        var counts = new Counts { FailAt = 2 };
        await using var shop = await Shop.OpenAsync(services: counts.Register, settings: Impatient);
        using var client = shop.Host.As(Shop.Maker);
        var id = await AskAsync(client, to: 3);

        JsonNode job = null!;
        await Eventually.HoldsAsync(async () => (job = await GetAsync(client, id)).Text("state") == "failed");

        job.Text("error").ShouldBe(nameof(InvalidOperationException));
        shop.Host.Logs.Lines.Count(line => line.Exception is InvalidOperationException).ShouldBe(JobQueue.MostAttempts);
    }

    [Fact]
    public async Task A_job_is_shown_to_who_asked_for_it_and_to_administrators()
    {
        await using var shop = await Shop.OpenAsync();
        using var owner = shop.Host.As(Shop.Maker);
        using var stranger = shop.Host.As("stranger");
        using var admin = shop.Host.As("admin", Roles.Admin);
        var id = await AskAsync(owner, to: 1);

        (await GetAsync(owner, id)).Text("state").ShouldBe("queued");
        (await GetAsync(admin, id)).Text("kind").ShouldBe("count");
        using var hidden = await stranger.GetAsync(new Uri($"/api/shop/jobs/{id}", UriKind.Relative));
        await hidden.ProblemAsync(HttpStatusCode.NotFound);
    }

    private static async Task<Guid> AskAsync(HttpClient client, int to)
    {
        using var answer = await client.PostAsync(new Uri($"/api/shop/counts?to={to}", UriKind.Relative), content: null);
        return (await answer.JsonAsync()).GetValue<Guid>();
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, Guid id)
    {
        using var answer = await client.GetAsync(new Uri($"/api/shop/jobs/{id}", UriKind.Relative));
        return await answer.JsonAsync();
    }

    private static async Task<JsonNode> DoneAsync(HttpClient client, Guid id)
    {
        JsonNode job = null!;
        await Eventually.HoldsAsync(async () => (job = await GetAsync(client, id)).Text("state") == "done");
        return job;
    }

    private sealed class Counts
    {
        public ConcurrentQueue<(Guid Job, int Step)> Steps { get; } = new();

        public int? HoldAt { get; set; }

        public int? FailAt { get; init; }

        public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Register(IServiceCollection services) => services.AddSingleton(this).AddJobHandler<Count>();
    }

    private sealed class Count(Counts counts) : IJobHandler
    {
        public string Kind => "count";

        public async Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken)
        {
            var to = int.Parse(run.Input, CultureInfo.InvariantCulture);
            for (var step = int.Parse(run.Checkpoint ?? "0", CultureInfo.InvariantCulture) + 1; step <= to; step++)
            {
                if (step == counts.FailAt)
                {
                    throw new InvalidOperationException("as asked");
                }

                counts.Steps.Enqueue((run.Id, step));
                await run.ReportAsync(step, to, step.ToString(CultureInfo.InvariantCulture), cancellationToken);
                if (step == counts.HoldAt)
                {
                    counts.Held.TrySetResult();
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }
            }

            return to.ToString(CultureInfo.InvariantCulture);
        }
    }
}
