using Contracts.Refusals;
using Funding.Data;
using Funding.Invoices;
using Funding.Tests.Hosting;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Funding.Tests.Invoices;

public sealed class AcceptInvoicesTests(FundingHosts hosts)
{
    private const int Rounds = 10;
    private const int Invoices = 100;

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Of_two_lists_with_the_same_invoices_in_opposite_order_one_is_accepted_and_the_other_is_told_which_was_before(DatabaseProvider provider)
    {
        var (host, jurisdiction) = (await hosts.OnAsync(provider), $"invoices-{Guid.CreateVersion7():N}");
        for (var round = 0; round < Rounds; round++)
        {
            List<StatedInvoice> invoices = [.. Enumerable.Range(1, Invoices).Select(i => new StatedInvoice($"{round}-{i}", $"第{i}公司", i % 2 == 0 ? $"9142010000000{i:0000}X" : null, i))];
            List<StatedInvoice> reversed = [.. Enumerable.Reverse(invoices).Select(i => i with { SellerName = i.SellerCode is null ? i.SellerName : $"{i.SellerName}（湖北）" })];

            var outcomes = await Task.WhenAll(AcceptAsync(invoices), AcceptAsync(reversed));

            outcomes.Count(outcome => outcome.Refusal is null).ShouldBe(1);
            var refused = outcomes.Select(outcome => outcome.Refusal).OfType<Refusal>().Single();
            refused.Code.ShouldBe("invoice-accepted-before");
            refused.Inputs["number"].ShouldNotBeNull();
        }

        Task<Outcome<int>> AcceptAsync(IReadOnlyList<StatedInvoice> invoices) => host.Service.InScopeAsync<FundingDb, Outcome<int>>(db => db.WriteAsync<Outcome<int>>(
            async ct => await db.AcceptInvoicesAsync(new InvoiceSource(jurisdiction, "test", InvoiceUse.Claim, Guid.CreateVersion7(), "HB-04"), invoices, ct) is { } refusal
                ? refusal
                : invoices.Count,
            CancellationToken.None));
    }
}
