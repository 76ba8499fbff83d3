using Funding.Duties;
using ServiceDefaults.Authentication;
using Shouldly;
using Xunit;

namespace Funding.Tests.Duties;

public sealed class MeetingTests
{
    [Theory]
    [InlineData(nameof(DutySection.ToApprove), Roles.FinanceApprover, Roles.FinanceApprover, nameof(Meets.Does))]
    [InlineData(nameof(DutySection.ToApprove), Roles.FinanceApprover, Roles.FinanceMaker, nameof(Meets.No))]
    [InlineData(nameof(DutySection.ToApprove), Roles.FinanceApprover, Roles.Leader, nameof(Meets.Sees))]
    [InlineData(nameof(DutySection.ToApprove), Roles.Leader, Roles.Leader, nameof(Meets.Does))]
    [InlineData(nameof(DutySection.Due), Roles.FinanceMaker, Roles.FinanceApprover, nameof(Meets.No))]
    [InlineData(nameof(DutySection.Due), Roles.FinanceMaker, Roles.Auditor, nameof(Meets.Sees))]
    [InlineData(nameof(DutySection.Overdue), Roles.FinanceMaker, Roles.FinanceApprover, nameof(Meets.Sees))]
    [InlineData(nameof(DutySection.Held), Roles.FinanceApprover, Roles.FinanceMaker, nameof(Meets.Sees))]
    [InlineData(nameof(DutySection.Differs), Roles.FinanceMaker, Roles.FinanceMaker, nameof(Meets.Does))]
    public void Whoever_does_it_has_it_and_the_others_see_what_stops_their_own(string section, string role, string mine, string expected) =>
        Duty.MeetingOf(Enum.Parse<DutySection>(section), role, new HashSet<string> { mine }).ShouldBe(Enum.Parse<Meets>(expected));

    [Fact]
    public void Every_name_but_the_days_to_reconcile_is_one_duty() =>
        Duty.All.Select(d => d.Name).Append(DutyName.DaysToReconcile).Order().ShouldBe(Enum.GetValues<DutyName>().Order());
}
