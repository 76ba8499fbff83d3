using System.Net;
using Registry.Invitations;
using Registry.Tests.Hosting;
using Registry.Tests.Sanctions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Registry.Tests.Invitations;

/// <summary>Inviting a person to act for an organisation, from the code to the next token.</summary>
public sealed class InvitationTests(RunningRegistry registry, RunningIdentity identity) : IClassFixture<RunningIdentity>
{
    private const string Code = "91420700MA4K7E3W27";
    private static readonly DateOnly Today = new(2028, 6, 1);

    [Fact]
    public async Task An_invited_person_redeems_its_code_once_and_the_next_token_carries_organisation_and_district()
    {
        var (city, newcomer) = (await identity.SignInAsync("ez-city"), await identity.SignInAsync("ez-newcomer"));
        var organisation = Papers.NewOrganisation();
        (await newcomer.PostAsync("/applications", new { programme = "ezhou-offshore-institutions" })).Refused(HttpStatusCode.Forbidden);
        var invited = (await city.PostAsync("/invitations", Request(organisation, "新用户", district: "gedian", park: "gedian-health"))).Accepted();
        var code = invited.Json["code"]!.GetValue<string>();
        (await city.GetAsync($"/invitations/{invited.Id}")).Accepted().Json["code"].ShouldBeNull("the code is shown once");

        (await newcomer.PostAsync("/invitations/redeem", new { code = "00000-00000-00000-00000" })).Refused(HttpStatusCode.NotFound, "invitation-unknown");
        (await (await identity.SignInAsync("ez-operator")).PostAsync("/invitations/redeem", new { code })).Refused(HttpStatusCode.Conflict, "bound-already");
        (await (await identity.SignInAsync("ez-expert-1")).PostAsync("/invitations/redeem", new { code })).Refused(HttpStatusCode.Forbidden);
        (await (await identity.SignInAsync("admin")).PostAsync("/invitations/redeem", new { code })).Refused(HttpStatusCode.Forbidden);
        (await newcomer.PostAsync("/invitations/redeem", new { code = code.ToLowerInvariant() })).Accepted().Json["status"]!.GetValue<string>().ShouldBe("redeemed");

        var bound = await identity.SignInAsync("ez-newcomer");
        (await bound.PostAsync("/applications", new { programme = "ezhou-offshore-institutions" })).Accepted().Json["district"]!.GetValue<string>().ShouldBe("gedian");
        (await bound.PostAsync("/invitations/redeem", new { code })).Refused(HttpStatusCode.Conflict, "invitation-used");
        (await newcomer.PostAsync("/invitations/redeem", new { code })).Refused(HttpStatusCode.Conflict, "invitation-used");
        var seen = (await city.GetAsync($"/invitations/{invited.Id}")).Accepted();
        (await city.PostAsync($"/invitations/{invited.Id}/revoke", new { reason = "晚了" }, seen.ETag)).Refused(HttpStatusCode.Conflict, "wrong-status");

        var second = (await city.PostAsync("/invitations", Request(Papers.NewOrganisation(), "新用户", district: "gedian"))).Accepted().Json["code"]!.GetValue<string>();
        (await newcomer.PostAsync("/invitations/redeem", new { code = second })).Refused(HttpStatusCode.Conflict, "bound-already");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_district_invites_for_itself_and_takes_back_what_nobody_has_used(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (district, city) = (Person.District(host), Person.City(host));
        var expires = Journey.Today.AddDays(30);
        object Ask(string code, string? within = null, DateOnly? until = null, string? park = null) => Request(code, "张三", within, park, until ?? expires);

        (await district.PostAsync("/invitations", Ask("123"))).Refused(HttpStatusCode.BadRequest);
        (await district.PostAsync("/invitations", Ask(Papers.NewOrganisation(), "putuo"))).Refused(HttpStatusCode.BadRequest);
        (await city.PostAsync("/invitations", Ask(Papers.NewOrganisation(), "gedian"))).Refused(HttpStatusCode.BadRequest);
        (await city.PostAsync("/invitations", Ask(Papers.NewOrganisation(), "putuo", park: "gedian-health"))).Refused(HttpStatusCode.BadRequest);
        (await district.PostAsync("/invitations", Ask(Papers.NewOrganisation(), until: Journey.Today.AddDays(-1)))).Refused(HttpStatusCode.BadRequest);
        (await district.PostAsync("/invitations", Ask(Papers.NewOrganisation(), until: Journey.Today.AddDays(91)))).Refused(HttpStatusCode.BadRequest);
        var invited = (await district.PostAsync("/invitations", Ask(Papers.NewOrganisation()))).Accepted();

        (await Person.District(host, "putuo").GetAsync($"/invitations/{invited.Id}")).Refused(HttpStatusCode.NotFound);
        (await city.GetAsync("/invitations?status=open&limit=200")).Json["items"]!.AsArray().ShouldContain(i => i!["id"]!.GetValue<Guid>() == invited.Id);
        (await district.PostAsync($"/invitations/{invited.Id}/revoke", new { reason = " " }, invited.ETag)).Refused(HttpStatusCode.BadRequest);
        (await district.PostAsync($"/invitations/{invited.Id}/revoke", new { reason = "填错姓名" }, invited.ETag)).Accepted();
        var person = Person.Of(host, new TestUser("zhang", []) { FullName = "张三" });
        (await person.PostAsync("/invitations/redeem", new { code = invited.Json["code"]!.GetValue<string>() })).Refused(HttpStatusCode.Conflict, "invitation-revoked");

        // The identity service of these tests has no accounts: what was taken stays the person's own.
        var again = (await district.PostAsync("/invitations", Ask(Papers.NewOrganisation()))).Accepted();
        var code = again.Json["code"]!.GetValue<string>();
        (await person.PostAsync("/invitations/redeem", new { code })).Refused(HttpStatusCode.NotFound, "account-unknown");
        (await Person.Of(host, new TestUser("other", []) { FullName = "张三" }).PostAsync("/invitations/redeem", new { code })).Refused(HttpStatusCode.Conflict, "invitation-used");
        (await person.PostAsync("/invitations/redeem", new { code })).Refused(HttpStatusCode.NotFound, "account-unknown");
    }

    [Theory]
    [InlineData("李四", null, null, 0, null)]
    [InlineData("李 四", "LI@EXAMPLE.CN", "li@example.cn", 0, null)]
    [InlineData("王五", null, null, 0, "invitation-for-another")]
    [InlineData("李四", null, "li@example.cn", 0, "invitation-for-another")]
    [InlineData("李四", "other@example.cn", "li@example.cn", 0, "invitation-for-another")]
    [InlineData("李四", null, null, 30, null)]
    [InlineData("李四", null, null, 31, "invitation-expired")]
    public void A_code_is_for_its_person_and_until_its_last_day(string name, string? email, string? invitedEmail, int daysLater, string? refused)
    {
        var invitation = Make(invitedEmail);
        var outcome = RedeemInvitation.Take(invitation, new(Who(name), email), Today.AddDays(daysLater), Cases.Noon);
        outcome.Refusal?.Code.ShouldBe(refused);
        (invitation.Status == InvitationStatus.Taken).ShouldBe(refused is null);
    }

    [Theory]
    [InlineData("district-reviewer", "ezhou")]
    [InlineData("finance-maker", "ezhou")]
    [InlineData("expert", "ezhou")]
    [InlineData("operator", "zhoushan")]
    public void Who_has_another_post_or_belongs_elsewhere_does_not_become_an_applicant(string role, string jurisdiction) =>
        RedeemInvitation.Take(Make(), new(Who("李四") with { Roles = new HashSet<string>(StringComparer.Ordinal) { role }, Jurisdiction = jurisdiction }, null), Today, Cases.Noon)
            .Refusal.ShouldNotBeNull();

    [Fact]
    public void A_code_is_known_however_it_is_typed_and_only_its_hash_is_kept()
    {
        var code = InvitationCode.Make();
        code.Length.ShouldBe(23);
        InvitationCode.Hash(code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()).ShouldBe(InvitationCode.Hash(code));
        InvitationCode.Hash("OOOOO-IIIII-LLLLL-00000").ShouldBe(InvitationCode.Hash("00000111111111100000"));
        InvitationCode.Hash("short").ShouldBeNull();
        InvitationCode.Make().ShouldNotBe(code);
    }

    private static Caller Who(string name) => new($"sub-{name}", name, new HashSet<string>(StringComparer.Ordinal));

    private static Invitation Make(string? email = null) => InviteOperator.Decide(
        new(Code, "某公司", "李四", Today.AddDays(30), "gedian", Email: email),
        InvitationCode.Make(),
        new Caller("city", "city", new HashSet<string>(StringComparer.Ordinal) { Roles.CityReviewer }, "ezhou"),
        Today,
        Cases.Noon).Accepted(out var invitation, out _) ? invitation : throw new InvalidOperationException();

    private static object Request(string organisationCode, string name, string? district = null, string? park = null, DateOnly? expiresOn = null) =>
        new { organisationCode, organisationName = "某科技有限公司", name, expiresOn = expiresOn ?? Journey.Today.AddDays(30), district, park };
}
