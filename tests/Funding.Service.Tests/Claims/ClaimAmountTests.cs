using System.Text.Json;
using Contracts.Values;
using Funding.Claims;
using Funding.Tests.Hosting;
using Policies;
using Shouldly;
using Xunit;

namespace Funding.Tests.Claims;

/// <summary>HB-04, HB-15 and HB-16 in figures, all in fen.</summary>
public sealed class ClaimAmountTests
{
    private static readonly DateOnly Day = new(2023, 6, 1);

    //          accepted payments               used before   due
    [Theory]
    [InlineData(new long[] { 10_000_000, 20_000_000 }, 0, 3_000_000)]
    [InlineData(new long[] { 19 }, 0, 1)]
    [InlineData(new long[] { 10, 9 }, 0, 1)]
    [InlineData(new long[] { 1_000_000_000 }, 0, 100_000_000)]
    [InlineData(new long[] { 1_000_000_010 }, 0, 100_000_000)]
    [InlineData(new long[] { 1_000_000_000 }, 99_999_999, 1)]
    [InlineData(new long[] { 400_000_000 }, 70_000_000, 30_000_000)]
    public void A_tenth_of_what_was_paid_is_due_down_to_the_fen_and_up_to_the_ceiling(long[] paid, long used, long due)
    {
        var amount = Of("technology-purchase", "{}", paid, used).Accepted(out var found, out var refused) ? found.Due.Fen : throw new ShouldAssertException(refused.En);
        amount.ShouldBe(due);
    }

    [Theory]
    [InlineData(new long[] { }, 0)]
    [InlineData(new long[] { 9 }, 0)]
    [InlineData(new long[] { 1_000 }, 100_000_000)]
    public void What_comes_to_nothing_is_not_paid(long[] paid, long used) =>
        Of("technology-purchase", "{}", paid, used).Refusal.ShouldNotBeNull().Code.ShouldBe("nothing-due");

    [Theory]
    [InlineData("0 %", 120_000_000, null)]
    [InlineData("3 %", 120_000_000, 3_600_000L)]
    [InlineData("1/3", 100, 33L)]
    public void Sales_are_subsidised_once_the_bureau_has_fixed_the_ratio(string ratio, long sales, long? due)
    {
        var text = Rules.Of(Claimant.Programme).With("value: 0 %, clause: HB-15", $"value: {ratio}, clause: HB-15");
        var found = Of("project-sales", "{}", [sales], 0, text);
        (found.Accepted(out var amount, out _) ? amount.Due.Fen : (long?)null).ShouldBe(due);
    }

    [Theory]
    [InlineData(300_000_000, 220_000_000, 8_000_000)]
    [InlineData(220_000_019, 220_000_000, 1)]
    public void An_increase_in_research_is_supported_by_its_ratio(long now, long before, long due)
    {
        var text = Rules.Of(Claimant.Programme).With("name: rd-increase-ratio", "name: rd-increase-ratio").With("value: 0 %, clause: HB-16", "value: 10 %, clause: HB-16");
        var found = Of("rd-increase", $$"""{"thisYearFen":{{now}},"lastYearFen":{{before}}}""", [], 0, text);
        (found.Accepted(out var amount, out var refused) ? amount.Due.Fen : throw new ShouldAssertException(refused.En)).ShouldBe(due);
    }

    [Fact]
    public void An_award_without_a_decision_on_its_amount_is_not_paid() =>
        Of("high-tech-recognition", """{"recognition":"first"}""", [], 0).Refusal.ShouldNotBeNull().Code.ShouldBe("amount-not-decided");

    private static Contracts.Refusals.Outcome<ClaimAmount> Of(string kind, string answers, long[] accepted, long used, string? text = null)
    {
        PolicyPack pack = Rules.Pack(text ?? Rules.Of(Claimant.Programme));
        var claim = new Claim
        {
            Id = Guid.CreateVersion7(), Jurisdiction = "hubei", Programme = pack.Programme, Kind = kind, Number = "1号",
            ClaimantCode = "91420106MA2N6W2H0G", ClaimantName = "某公司", Answers = JsonElement.Parse(answers).GetRawText(),
        };
        return ClaimAmount.Of(
            new OpenClaim(claim, pack, pack.Claim(kind)!), [.. accepted.Select(Money.FromFen)], Money.FromFen(used), null, new ClaimAssessment(Guid.Empty), Day);
    }
}
