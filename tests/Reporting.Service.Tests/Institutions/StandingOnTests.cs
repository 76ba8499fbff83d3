using System.Reflection;
using Contracts.Registry;
using Reporting.Institutions;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Institutions;

public sealed class StandingOnTests
{
    // EO-09, EI-09: a filed body is evaluated, reports and counts as a recognised one does.
    [Fact]
    public void The_database_is_asked_for_exactly_the_standings_of_a_recognised_or_filed_body()
    {
        var all = typeof(Standings).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToList();
        all.Count.ShouldBeGreaterThan(5);
        StandingOn.Recognised.ShouldBe(all.Where(Standings.IsRecognised), ignoreOrder: true);
    }
}
