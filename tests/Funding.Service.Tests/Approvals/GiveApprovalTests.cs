using Contracts.Values;
using Funding.Approvals;
using Funding.Grants;
using Funding.Packs;
using Funding.Tests.Hosting;
using ServiceDefaults.Authentication;
using Shouldly;
using Xunit;

namespace Funding.Tests.Approvals;

/// <summary>Whose approvals a sum needs, where a bureau names 1,000,000.00 yuan for a second approver and 2,000,000.00 for a leader.</summary>
public sealed class GiveApprovalTests
{
    private static readonly PaymentRules Tiered = Facts.Rules(text: Hosting.Tiers.Approvals(Rules.Text));

    [Theory]
    [InlineData("1000000.00", null)]
    [InlineData("1000000.01", Roles.FinanceApprover)]
    [InlineData("2000000.00", Roles.FinanceApprover)]
    [InlineData("2000000.01", Roles.Leader)]
    public void The_sum_tells_who_approves_second(string yuan, string? post)
    {
        ApprovalTier.Of(Yuan(yuan), Tiered).SecondPost.ShouldBe(post);
        ApprovalTier.Of(Yuan(yuan), Facts.Rules()).SecondPost.ShouldBeNull();
    }

    [Theory]
    [InlineData("500000.00", null, "chen", Roles.FinanceApprover, "last")]
    [InlineData("500000.00", null, "he", Roles.Leader, "another-post-approves")]
    [InlineData("1500000.00", null, "chen", Roles.FinanceApprover, "first")]
    [InlineData("1500000.00", null, "he", Roles.Leader, "another-post-approves")]
    [InlineData("1500000.00", "chen", "chen", Roles.FinanceApprover, "approved-already")]
    [InlineData("1500000.00", "chen", "lu", Roles.FinanceApprover, "last")]
    [InlineData("2500000.00", "chen", "lu", Roles.FinanceApprover, "another-post-approves")]
    [InlineData("2500000.00", "chen", "he", Roles.Leader, "last")]
    [InlineData("2500000.00", "he", "he", Roles.Leader, "approved-already")]
    public void Each_approval_is_of_the_right_post_and_another_person(string yuan, string? first, string person, string role, string expected)
    {
        var advance = Facts.Advance();
        advance.FirstApproved = first is null ? null : Facts.By(first);

        var outcome = GiveApproval.Decide(advance, ApprovalTier.Of(Yuan(yuan), Tiered), Person(person, role));

        (outcome.Refusal?.Code ?? (outcome.Accepted(out var last, out _) && last ? "last" : "first")).ShouldBe(expected);
    }

    [Fact]
    public void A_deputy_does_not_approve_second_what_it_approved_first_for_another()
    {
        var advance = Facts.Advance();
        advance.FirstApproved = Facts.By("chen") with { ForSubject = "lu", ForName = "卢" };
        var tier = ApprovalTier.Of(Yuan("1500000.00"), Tiered);

        GiveApproval.Decide(advance, tier, Person("lu", Roles.FinanceApprover)).Refusal!.Code.ShouldBe("approved-already");
        GiveApproval.Decide(advance, tier, Person("chen", Roles.FinanceApprover)).Refusal!.Code.ShouldBe("approved-already");
    }

    [Fact]
    public void A_deputy_does_not_approve_the_grant_that_its_principal_proposed()
    {
        var (grant, appropriation) = (Facts.Grant(), Facts.Appropriation());
        var deputy = new Hands("lu", new HashSet<string>(StringComparer.Ordinal) { grant.Proposed.Subject });

        ApproveGrant.Decide(grant, appropriation, deputy, Facts.Rules())!.Code.ShouldBe("maker-cannot-approve");
        ApproveGrant.Decide(grant, appropriation, "lu", Facts.Rules()).ShouldBeNull();
    }

    private static Caller Person(string subject, string role) => new(subject, subject, new HashSet<string>(StringComparer.Ordinal) { role });

    private static Money Yuan(string yuan) => Money.FromFen(long.Parse(yuan.Replace(".", "", StringComparison.Ordinal), null));
}
