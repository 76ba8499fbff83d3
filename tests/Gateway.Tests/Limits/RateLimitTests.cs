using System.Net;
using Gateway.Tests.Running;

namespace Gateway.Tests.Limits;

public sealed class RateLimitTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_wait_and_others_are_not()
    {
        var gateway = await platform.StartReplicaAsync("--RateLimits:Burst=10", "--RateLimits:PerSecond=1");
        using var busy = await platform.BearerAsync("zs-maker");
        using var other = await platform.BearerAsync("zs-approver");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => busy.GetAsync(new Uri(gateway, "/api/funding/advances"))));
        using var others = await other.GetAsync(new Uri(gateway, "/api/funding/advances"));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBeInRange(10, 39);
        var refused = answers.First(answer => answer.StatusCode != HttpStatusCode.OK);
        (await refused.ProblemAsync(HttpStatusCode.TooManyRequests)).GetProperty("code").GetString().ShouldBe("too-many-requests");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        others.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
