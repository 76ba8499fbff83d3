using System.Net;
using Contracts.Registry;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Identity;
using Xunit;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Evaluations;

public sealed class RoundTests
{
    private const string February2027 = "2027-02-01T09:00:00+08:00";

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_round_holds_one_evaluation_for_each_body_recognised_on_31_December(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        var (onTheDay, dayAfter, building, mending, revoked, toldBackwards) =
            (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await reporting.TellAsync(
            Became(onTheDay, 2, "2026-12-31"),
            Became(dayAfter, 2, "2027-01-01"),
            Institution(building),
            Became(mending, 3, "2026-09-01", Standings.UnderRectification),
            Became(revoked, 2, "2026-05-01"),
            Became(revoked, 3, "2026-12-31", Standings.Revoked),
            Became(toldBackwards, 3, "2027-01-20", Standings.UnderRectification),
            Became(toldBackwards, 2, "2026-06-01"));

        var round = await reporting.OpenAsync(2026);

        round["evaluations"]!.AsArray().Select(e => e!["institutionId"]!.GetValue<Guid>()).ShouldBe([onTheDay, mending, toldBackwards], ignoreOrder: true);
        round["round"]!["due"]!.GetValue<int>().ShouldBe(3);
        var listed = (await reporting.GetAsync(City, "/evaluation-rounds?year=2026"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (listed["bodies"]!.GetValue<int>(), listed["due"]!.GetValue<int>()).ShouldBe((3, 3));
        reporting.Host.Logs.ShouldHaveNoError();
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_cancellation_that_reaches_back_before_the_years_end_leaves_the_body_out(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        var (kept, cancelled) = (await reporting.RecognisedAsync("2026-05-01"), await reporting.RecognisedAsync("2026-10-01"));
        await reporting.TellAsync(Became(cancelled, 3, "2026-01-01", Standings.Cancelled));

        var round = await reporting.OpenAsync(2026);

        round["evaluations"]!.AsArray().ShouldHaveSingleItem()!["institutionId"]!.GetValue<Guid>().ShouldBe(kept);
    }

    [Fact]
    public async Task The_year_is_Shanghais_when_a_round_is_opened_in_its_last_hour()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, "2026-12-31T23:30:00+08:00");
        await reporting.RecognisedAsync("2026-12-31");

        var early = await reporting.RefusedAsync(City, "/evaluation-rounds", Year.Round(2027));
        await reporting.MoveToAsync("2027-01-01T00:00:00+08:00");

        (early.Status, early.Clause).ShouldBe((HttpStatusCode.BadRequest, "year"));
        (await reporting.OpenAsync(2027))["round"]!["year"]!.GetValue<int>().ShouldBe(2027);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_body_joins_the_round_when_its_recognition_is_told_after_the_opening(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        await reporting.RecognisedAsync("2026-05-01");
        var round = await reporting.OpenAsync(2026);

        var late = await reporting.RecognisedAsync("2026-12-30", "舟山市海洋生物医药产业创新中心");
        var nextYear = await reporting.RecognisedAsync("2027-01-04", "舟山市船舶产业创新中心");

        var now = await reporting.GetAsync(City, $"/evaluation-rounds/{round["round"]!.Id()}");
        now["evaluations"]!.AsArray().Count.ShouldBe(2);
        now.EvaluationOf(late).Word("thirdPartyCode").ShouldBe(ThirdParty);
        now["evaluations"]!.AsArray().ShouldNotContain(e => e!["institutionId"]!.GetValue<Guid>() == nextYear);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_body_that_loses_its_recognition_before_it_is_graded_is_closed_without_a_grade(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        var (revoked, graded) = (await reporting.RecognisedAsync("2026-05-01"), await reporting.RecognisedAsync("2026-06-01", "舟山市船舶产业创新中心"));
        var round = await reporting.OpenAsync(2026);
        await reporting.DoneAsync(Evaluator, $"/evaluations/{round.EvaluationOf(graded).Id()}/grade", Year.Grade("good"), 1);

        await reporting.TellAsync(
            Became(revoked, 3, "2027-02-01", Standings.Revoked), Became(graded, 3, "2027-02-01", Standings.Delisted, "舟山市船舶产业创新中心"));

        var now = await reporting.GetAsync(City, $"/evaluation-rounds/{round["round"]!.Id()}");
        now.EvaluationOf(revoked).Word("status").ShouldBe("closed");
        now.EvaluationOf(revoked).Word("closedOn").ShouldBe("2027-02-01");
        now.EvaluationOf(graded).Word("status").ShouldBe("graded");
        var steps = (await reporting.GetAsync(City, $"/evaluations/{now.EvaluationOf(revoked).Id()}"))["steps"]!.AsArray();
        steps.Select(s => (s!.Word("what"), s!.Word("reason"))).ShouldBe([("commissioned", "舟科评〔2027〕1号"), ("closed", "revoked")]);
        var refused = await reporting.RefusedAsync(
            Evaluator, $"/evaluations/{now.EvaluationOf(revoked).Id()}/grade", Year.Grade("good"), now.EvaluationOf(revoked).Version());
        (refused.Code, refused.Clause).ShouldBe(("evaluation-closed", "ZS-18"));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_round_is_opened_once(DatabaseProvider provider)
    {
        await using var reporting = await StartAsync(provider, February2027);
        await reporting.RecognisedAsync("2026-05-01");

        var atOnce = await Task.WhenAll(
            reporting.PostAsync(City, "/evaluation-rounds", Year.Round(2026), null), reporting.PostAsync(City2, "/evaluation-rounds", Year.Round(2026), null));
        var again = await reporting.RefusedAsync(City, "/evaluation-rounds", Year.Round(2026));

        atOnce.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        (again.Status, again.Code, again.Clause).ShouldBe((HttpStatusCode.Conflict, "round-opened", "ZS-18"));
        (await reporting.GetAsync(City, "/evaluations"))["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_party_of_a_body_is_no_third_party_to_it()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        await reporting.RecognisedAsync("2026-05-01");

        var refused = await reporting.RefusedAsync(City, "/evaluation-rounds", Year.Round(2026, LeadBody));

        (refused.Status, refused.Code, refused.Clause).ShouldBe((HttpStatusCode.Conflict, "third-party-is-party", "ZS-18"));
        refused.Inputs["institutions"]!.AsArray().ShouldHaveSingleItem();
        (await reporting.GetAsync(City, "/evaluation-rounds"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2028, ThirdParty, Programme, HttpStatusCode.BadRequest, "year")]
    [InlineData(2026, "91330106MA27TP880M", Programme, HttpStatusCode.BadRequest, "thirdPartyCode")]
    [InlineData(2025, ThirdParty, Programme, HttpStatusCode.Conflict, "ZS-18")]
    [InlineData(2026, ThirdParty, "ezhou-offshore-institutions", HttpStatusCode.NotFound, "programme")]
    public async Task A_round_that_cannot_be_is_refused(int year, string thirdParty, string programme, HttpStatusCode status, string clause)
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        await reporting.RecognisedAsync("2026-05-01");

        var refused = await reporting.RefusedAsync(City, "/evaluation-rounds", Year.Round(year, thirdParty, programme));

        (refused.Status, refused.Clause).ShouldBe((status, clause));
        (await reporting.GetAsync(City, "/evaluations"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_bureau_and_other_roles_open_nothing()
    {
        await using var reporting = await StartAsync(DatabaseProvider.Sqlite, February2027);
        await reporting.RecognisedAsync("2026-05-01");

        (await reporting.RefusedAsync(new TestUser("ez-city", [Roles.CityReviewer], "ezhou"), "/evaluation-rounds", Year.Round(2026))).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var other in new[] { Evaluator, District, Own })
        {
            (await reporting.RefusedAsync(other, "/evaluation-rounds", Year.Round(2026))).Status.ShouldBe(HttpStatusCode.Forbidden, other.Name);
        }
    }
}
