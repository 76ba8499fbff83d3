using Contracts.Refusals;
using Funding.Data;
using Funding.Numbers;
using Funding.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Numbers;

public sealed class NumberTests(FundingHosts hosts)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Numbers_given_at_once_have_no_gap_although_writes_are_refused_in_between(DatabaseProvider provider)
    {
        var host = await hosts.OnAsync(provider);
        var bureau = $"n{Guid.CreateVersion7():N}";

        var given = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => IssueAsync(host, bureau, refused: i % 3 == 0)));

        given.Where(number => number is not null).Order().ShouldBe(Enumerable.Range(1, 16).Cast<int?>());
        (await IssueAsync(host, bureau, refused: false)).ShouldBe(17);
    }

    [Fact]
    public async Task Each_year_and_kind_and_bureau_counts_for_itself_and_a_batch_takes_its_numbers_together()
    {
        var host = await hosts.OnAsync(DatabaseProvider.Sqlite);
        var bureau = $"n{Guid.CreateVersion7():N}";
        await using var scope = host.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundingDb>();

        var given = await db.WriteAsync(
            async ct => new[]
            {
                await db.NextNumbersAsync(NumberKind.ClawbackNotice, bureau, 2026, 3, ct),
                await db.NextNumberAsync(NumberKind.ClawbackNotice, bureau, 2026, ct),
                await db.NextNumberAsync(NumberKind.ClawbackNotice, bureau, 2027, ct),
                await db.NextNumberAsync(NumberKind.RefundOrder, bureau, 2026, ct),
                await db.NextNumberAsync(NumberKind.ClawbackNotice, $"{bureau}-2", 2026, ct),
            },
            Cancel);

        given.ShouldBe([1, 4, 1, 1, 1]);
    }

    private static async Task<int?> IssueAsync(FundingHost host, string bureau, bool refused)
    {
        await using var scope = host.Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FundingDb>();
        var outcome = await db.WriteAsync<Outcome<int>>(
            async ct =>
            {
                var number = await db.NextNumberAsync(NumberKind.ClawbackNotice, bureau, 2026, ct);
                return refused ? Refusal.Conflict("test", "test", "拒绝", "Refused") : number;
            },
            CancellationToken.None);
        return outcome.Accepted(out var given, out _) ? given : null;
    }
}
