using System.Net;
using Identity.Dev.Tests.Protocol;

namespace Identity.Dev.Tests.Realms;

public sealed class DemoUserTests(RunningIdentity identity) : IClassFixture<RunningIdentity>
{
    private static readonly (string Suffix, string Role)[] Posts =
    [
        ("operator", "operator"), ("district", "district-reviewer"), ("city", "city-reviewer"), ("city-2", "city-reviewer"), ("city-3", "city-reviewer"),
        ("expert-1", "expert"), ("expert-2", "expert"), ("expert-3", "expert"), ("expert-4", "expert"),
        ("maker", "finance-maker"), ("approver", "finance-approver"), ("leader", "leader"), ("auditor", "auditor"),
    ];

    private static readonly (string Username, string Role, string District)[] More =
    [
        ("zs-operator-2", "operator", "dinghai"), ("zs-operator-3", "operator", "putuo"), ("zs-operator-4", "operator", "daishan"), ("zs-operator-5", "operator", "shengsi"),
        ("zs-district-putuo", "district-reviewer", "putuo"), ("zs-district-daishan", "district-reviewer", "daishan"), ("zs-district-shengsi", "district-reviewer", "shengsi"),
        ("zs-district-xincheng", "district-reviewer", "xincheng"), ("zs-approver-2", "finance-approver", ""),
        ("ez-operator-2", "operator", "gedian"), ("ez-operator-3", "operator", "linkong"), ("ez-district-gedian", "district-reviewer", "gedian"),
        ("ez-district-linkong", "district-reviewer", "linkong"), ("hb-operator-2", "operator", "xiangyang"),
        ("hb-district-xiangyang", "district-reviewer", "xiangyang"), ("sd-operator-2", "operator", "shangdang"),
    ];

    private static readonly Dictionary<string, string> Jurisdictions = new(StringComparer.Ordinal)
    {
        ["zs"] = "zhoushan", ["ez"] = "ezhou", ["hb"] = "hubei", ["sd"] = "shangdang",
    };

    public static TheoryData<string, string, string> People()
    {
        var people = new TheoryData<string, string, string>();
        foreach (var (prefix, jurisdiction) in Jurisdictions)
        {
            foreach (var (suffix, role) in Posts)
            {
                people.Add($"{prefix}-{suffix}", role, jurisdiction);
            }
        }

        foreach (var (username, role, _) in More)
        {
            people.Add(username, role, Jurisdictions[username[..2]]);
        }

        return people;
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Each_demo_user_signs_in_with_one_post_and_a_jurisdiction(string username, string role, string jurisdiction)
    {
        var (status, body) = await identity.PasswordAsync(username);

        status.ShouldBe(HttpStatusCode.OK);
        var token = TokenTests.Access(body);
        TokenTests.RolesOf(token).Except(["default-roles-platform", "offline_access", "uma_authorization"]).ShouldBe([role]);
        token.GetPayloadValue<string>("jurisdiction").ShouldBe(jurisdiction);
        token.TryGetPayloadValue<string>("organisation", out _).ShouldBe(role == "operator");
        token.TryGetPayloadValue<string>("district", out _).ShouldBe(role is "operator" or "district-reviewer");
        token.GetPayloadValue<string>("name").ShouldMatch(@"^\p{IsCJKUnifiedIdeographs}{2,}");
    }

    [Fact]
    public async Task The_districts_of_the_money_path_have_operators_and_reviewers()
    {
        foreach (var (username, _, district) in More.Where(person => person.District.Length > 0))
        {
            TokenTests.Access((await identity.PasswordAsync(username)).Body).GetPayloadValue<string>("district").ShouldBe(district, username);
        }

        TokenTests.Access((await identity.PasswordAsync("zs-operator")).Body).GetPayloadValue<string>("district").ShouldBe("dinghai");
        TokenTests.Access((await identity.PasswordAsync("zs-district")).Body).GetPayloadValue<string>("district").ShouldBe("dinghai");
    }

    [Fact]
    public async Task The_administrator_belongs_to_no_jurisdiction_and_moves_no_money()
    {
        var token = TokenTests.Access((await identity.PasswordAsync("admin")).Body);

        TokenTests.RolesOf(token).Except(["default-roles-platform", "offline_access", "uma_authorization"]).ShouldBe(["admin"]);
        token.TryGetPayloadValue<string>("jurisdiction", out _).ShouldBeFalse();
    }
}
