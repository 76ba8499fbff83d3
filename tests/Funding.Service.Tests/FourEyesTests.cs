using Contracts.Refusals;
using Funding.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Funding.Tests;

public sealed class FourEyesTests
{
    [Fact]
    public void Whoever_made_something_of_the_chain_may_not_approve()
    {
        var refusal = FourEyes.Approves("li", Facts.By("wang"), Facts.By("li"));

        refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Forbidden);
        refusal.Code.ShouldBe("maker-cannot-approve");
    }

    [Fact]
    public void Whoever_approved_something_of_the_chain_may_not_make() =>
        FourEyes.Makes("li", Facts.By("wang"), null, Facts.By("li")).ShouldNotBeNull().Code.ShouldBe("approver-cannot-make");

    [Fact]
    public void Another_person_may() => FourEyes.Approves("li", Facts.By("wang")).ShouldBeNull();

    [Fact]
    public void A_deputy_and_its_principal_are_one_person_on_either_side()
    {
        var forWang = Facts.By("li") with { ForSubject = "wang", ForName = "王" };
        var deputyOfWang = new Hands("li", new HashSet<string>(StringComparer.Ordinal) { "wang" });

        FourEyes.Approves("wang", forWang).ShouldNotBeNull();
        FourEyes.Approves(deputyOfWang, Facts.By("wang")).ShouldNotBeNull();
        FourEyes.Makes(deputyOfWang, Facts.By("wang")).ShouldNotBeNull();
        FourEyes.Approves(deputyOfWang, Facts.By("zhao")).ShouldBeNull();
    }

    [Fact]
    public void Two_people_of_one_name_are_two_people() =>
        FourEyes.Approves("subject-2", Facts.By("subject-1") with { Name = "subject-2" }).ShouldBeNull();
}
