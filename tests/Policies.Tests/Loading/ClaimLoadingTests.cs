using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Loading;

public sealed class ClaimLoadingTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.PoliciesFolder, "hubei-transfer-zone", "2021-10-19.yaml"));

    [Fact]
    public void A_claims_ceiling_is_that_of_its_calculation()
    {
        var claim = PackLoader.Load(Text, "hubei.yaml").ShouldBeAccepted().Claim("technology-purchase").ShouldNotBeNull();
        claim.Ceiling.ShouldBe(new ClaimCeiling("company-ceiling", "company", "programme-life"));
        claim.Shares.ShouldNotBeNull().Within.ShouldBeTrue();
    }

    [Theory]
    [InlineData("calculation: purchase-subsidy", "calculation: purchase-subsidies", "claims[0].calculation", "no calculation")]
    [InlineData("of: { paid: accepted, before: used }", "of: { paid: accepted }", "claims[0].of", "exactly the calculation's inputs")]
    [InlineData("of: { paid: accepted, before: used }", "of: { paid: payments, before: used }", "claims[0].of", "cannot be the input 'paid'")]
    [InlineData("of: { paid: accepted, before: used }", "of: { paid: accepted, before: contractFen }", "claims[0].calculation", "one cap")]
    [InlineData("subject: company, period", "subject: institution, period", "claims[0].calculation", "one cap")]
    [InlineData("proofs: { list: payments,", "proofs: { list: payment,", "claims[0].proofs.list", "no required list")]
    [InlineData("seller-code: sellerCode, amount: amountFen", "seller-code: sellerCode, amount: paidOn", "claims[0].proofs.amount", "no required field")]
    [InlineData("evidence: paymentEvidence }", "evidence: payments }", "claims[0].proofs.evidence", "no attachment field")]
    [InlineData("shares: { counted: within,", "shares: { counted: inside,", "claims[0].shares.counted", "is not one of")]
    [InlineData("tariff: recognition", "tariff: certificateNumber", "claims[2].tariff", "a required choice")]
    [InlineData("unique: [certificateNumber]", "unique: [certificate]", "claims[2].unique", "no required field")]
    [InlineData("condition: rd-increased, of: { this-year: thisYearFen, last-year: lastYearFen } }", "condition: rd-increase, of: {} }", "claims[3].checks[0].condition", "no condition")]
    [InlineData("by: grade, grades: rewarded-grades,", "by: grade, grades: exempt-methods,", "rewards[0].grades", "no grades")]
    [InlineData("by: grade, grades: rewarded-grades, categories: [pilot-base]", "by: grade, grades: rewarded-grades, categories: [pilot]", "rewards[0].categories", "must be of")]
    [InlineData("by: grade, grades: rewarded-grades,", "by: grade,", "rewards[0].grades", "is missing")]
    [InlineData("    beneficiary: company\n    fields:\n      - { name: resultName", "    beneficiary: company\n    amount: 1\n    fields:\n      - { name: resultName", "claims[0].amount", "Unknown key")]
    public void What_is_wrong_with_a_claim_or_reward_is_told_by_its_key(string good, string bad, string key, string told)
    {
        Text.ShouldContain(good);
        var refusal = PackLoader.Load(Text.Replace(good, bad, StringComparison.Ordinal), "hubei.yaml").ShouldBeRefused("file-invalid");
        ((IEnumerable<LoadProblem>)refusal.Inputs["problems"]!).ShouldContain(p => p.Key == key && p.En.Contains(told, StringComparison.Ordinal), refusal.En);
    }
}
