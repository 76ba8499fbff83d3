using Contracts.Registry;
using Reporting.Tests.Cycles;
using Reporting.Tests.Evaluations;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;

namespace Reporting.Tests.Delegations;

/// <summary>Deputies and principals are told of the begin and the end of a delegation.</summary>
public sealed class DelegationNoticeTests
{
    private static readonly TestUser Clerk = new("ez-clerk", [Roles.Auditor], "ezhou");

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Begin_and_end_of_a_delegation_are_told_once_to_whom_they_concern(DatabaseProvider provider)
    {
        await using var reporting = await Offshore.StartAsync(provider, "2026-01-20T09:00:00+08:00");
        var (runsOut, takenBack, revokedFirst) = (Given(Clerk), Given(Offshore.City2), Given(Offshore.District));
        await reporting.TellAsync(runsOut, runsOut, takenBack);
        await reporting.TellAsync(revokedFirst with { IsRevoked = true });
        await reporting.TellAsync(takenBack with { IsRevoked = true }, revokedFirst);

        await reporting.MoveToAsync("2026-02-10T23:58:00+08:00");
        (await KindsAsync(Clerk)).ShouldBe(["delegation-given"]);
        await reporting.MoveToAsync("2026-02-11T00:00:00+08:00");
        await reporting.SweepAsync("ended-delegations");
        (await reporting.SweepAsync("ended-delegations")).ShouldBe(0);

        (await KindsAsync(Clerk)).ShouldBe(["delegation-ended", "delegation-given"]);
        (await KindsAsync(Offshore.City2)).ShouldBe(["delegation-ended", "delegation-given"]);
        (await KindsAsync(Offshore.District)).ShouldBe(["delegation-ended"]);
        (await KindsAsync(Offshore.City)).ShouldBe(Enumerable.Repeat("delegation-ended", 3));
        var notice = (await reporting.GetAsync(Clerk, "/notifications"))["items"]![0]!;
        (notice.Word("clause"), notice.Word("link")).ShouldBe(("P-5", "/delegations"));
        (notice.Word("zh").Contains("已于 2026-02-10 届满", StringComparison.Ordinal), notice.Word("en").Contains("ended on 2026-02-10", StringComparison.Ordinal)).ShouldBe((true, true));
        reporting.Host.Logs.ShouldHaveNoError();

        async Task<List<string>> KindsAsync(TestUser person) => [.. (await reporting.GetAsync(person, "/notifications"))["items"]!.AsArray().Select(n => n!.Word("kind"))];
    }

    private static DelegationChanged Given(TestUser deputy) => new()
    {
        DelegationId = Guid.CreateVersion7(),
        Jurisdiction = "ezhou",
        Role = Roles.CityReviewer,
        PrincipalSubject = Offshore.City.Subject!,
        PrincipalName = Offshore.City.Name,
        DeputySubject = deputy.Subject!,
        From = new DateOnly(2026, 1, 20),
        Until = new DateOnly(2026, 2, 10),
        IsRevoked = false,
    };
}
