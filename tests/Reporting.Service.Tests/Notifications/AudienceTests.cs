using Reporting.Notifications;
using ServiceDefaults.Authentication;
using Shouldly;
using Xunit;

namespace Reporting.Tests.Notifications;

public sealed class AudienceTests
{
    [Theory]
    [InlineData(Roles.CityReviewer, null, null, true)]
    [InlineData(Roles.DistrictReviewer, "dinghai", null, true)]
    [InlineData(Roles.DistrictReviewer, "putuo", null, false)]
    [InlineData(Roles.Operator, null, "A", true)]
    [InlineData(Roles.Operator, null, "B", false)]
    [InlineData(Roles.Expert, null, "A", true)]
    [InlineData(Roles.Expert, null, null, false)]
    [InlineData(Roles.Leader, null, null, false)]
    public void A_role_is_narrowed_by_what_binds_it(string role, string? district, string? organisation, bool told) =>
        Reaches(
            Notice(Roles.CityReviewer, Roles.DistrictReviewer, Roles.Operator, Roles.Expert),
            new Caller("x", "x", new HashSet<string> { role }, "zhoushan", district, organisation)).ShouldBe(told);

    [Fact]
    public void Without_roles_a_notice_is_for_its_organisations_operators()
    {
        Reaches(Notice(), new Caller("x", "x", new HashSet<string> { Roles.Operator }, "zhoushan", null, "A")).ShouldBeTrue();
        Reaches(Notice(), new Caller("x", "x", new HashSet<string> { Roles.CityReviewer }, "zhoushan")).ShouldBeFalse();
    }

    [Fact]
    public void A_notice_for_one_person_is_for_that_person_alone_and_no_other_bureau_reads_along()
    {
        var notice = Of("x", []);
        Reaches(notice, new Caller("x", "x", new HashSet<string>(), "zhoushan")).ShouldBeTrue();
        Reaches(notice, new Caller("x", "x", new HashSet<string> { Roles.CityReviewer }, "ezhou")).ShouldBeFalse("who is of another bureau, under whatever account");
        Reaches(notice, new Caller("x", "x", new HashSet<string> { Roles.Admin })).ShouldBeFalse("the platform's own administrators are of no bureau");
        Reaches(notice, new Caller("y", "y", new HashSet<string> { Roles.Operator }, "zhoushan", null, "A")).ShouldBeFalse();
        Reaches(Notice(Roles.CityReviewer), new Caller("y", "y", new HashSet<string> { Roles.CityReviewer }, "ezhou")).ShouldBeFalse();
    }

    private static bool Reaches(Notification notice, Caller caller) => Audience.Of(notice).Intersect(Audience.Of(caller)).Any();

    private static Notification Notice(params string[] roles) => Of(null, roles);

    private static Notification Of(string? subject, string[] roles) => new()
    {
        Key = "k",
        Jurisdiction = "zhoushan",
        District = "dinghai",
        Organisation = "A",
        Roles = roles,
        Subject = subject,
        Kind = "k",
        Topic = NoticeTopic.Work,
        Zh = "。",
        En = ".",
        Link = "/",
        Day = new DateOnly(2026, 3, 2),
        At = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc),
    };
}
