using Contracts.Reporting;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Data;
using Registry.Tests.History;
using Registry.Tests.Hosting;
using Registry.Tests.Sanctions;
using ServiceDefaults.Data;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Hosting;
using Xunit;

namespace Registry.Tests.Evaluations;

/// <summary>Published results arrive over the broker, propose cases, take them back and free a body.</summary>
public sealed class EvaluationTests(RunningRegistry registry)
{
    private static DateOnly Today => Journey.Today;

    [Theory, ClassData(typeof(Providers))]
    public async Task A_failed_year_is_put_right_within_a_year_and_a_passed_re_evaluation_recognises_again(DatabaseProvider provider)
    {
        var time = new MovingTime { Now = TimeProvider.System.GetUtcNow() };
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var host = await RunningRegistry.StartOnAsync(database, services => services.AddSingleton<TimeProvider>(time));
        var (body, id) = await RecognisedAsync(host);
        await PublishAsync(host, Result(id, 2025, "fail", Today));
        var proposed = (await CasesAsync(body, id)).ShouldHaveSingleItem();
        (proposed["ground"]!.GetValue<string>(), proposed["clause"]!.GetValue<string>()).ShouldBe(("evaluation-failed", "ZS-19"));
        (await SanctionTests.StandingAsync(body, id)).ShouldBe("recognised", "a published result harms nobody by itself (P-5)");

        await ConfirmAsync(host, body, proposed);
        var rectifying = (await body.City.GetAsync($"/institutions/{id}")).Json;
        (rectifying["standing"]!.GetValue<string>(), rectifying["rectificationUntil"].Day()).ShouldBe(("under-rectification", Today.AddYears(1)));

        var end = Today.AddYears(1);
        await PublishAsync(host, Result(id, 2025, "pass", end, EvaluationKinds.ReEvaluation));
        (await SanctionTests.StandingAsync(body, id)).ShouldBe("under-rectification", "the rectification runs to its last day");

        time.Now += TimeSpan.FromDays(end.DayNumber - Today.DayNumber + 1);
        await PublishAsync(host, Result(id, 2025, "pass", end.AddDays(1), EvaluationKinds.ReEvaluation));
        var free = (await body.City.GetAsync($"/institutions/{id}")).Json;
        (free["standing"]!.GetValue<string>(), free["rectificationUntil"]).ShouldBe(("recognised", null));
        free["history"]!.AsArray().Count.ShouldBe(4);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_corrected_result_takes_back_what_was_only_proposed(DatabaseProvider provider)
    {
        var (host, body, id) = await RecognisedAsync(provider);
        var (first, second) = (Result(id, 2025, "fail", Today), Result(id, 2026, "fail", Today));
        await PublishAsync(host, second);
        await PublishAsync(host, first);
        (await GroundsAsync(body, id, "proposed")).ShouldBe(["evaluation-failed", "evaluation-failed", "two-consecutive-fails"]);

        await PublishAsync(host, first with { Version = 2, Grade = "pass" });

        (await GroundsAsync(body, id, "proposed")).ShouldBe(["evaluation-failed"]);
        (await GroundsAsync(body, id, "withdrawn")).ShouldBe(["evaluation-failed", "two-consecutive-fails"]);

        // The older version arrives once more, late: nothing comes back.
        await PublishAsync(host, first);
        (await GroundsAsync(body, id, "proposed")).ShouldBe(["evaluation-failed"]);

        // Corrected back again, it speaks again.
        await PublishAsync(host, first with { Version = 3, Grade = "fail" });
        (await GroundsAsync(body, id, "proposed")).ShouldBe(["evaluation-failed", "evaluation-failed", "two-consecutive-fails"]);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_corrected_result_frees_a_body_whose_rectification_had_been_confirmed(DatabaseProvider provider)
    {
        var (host, body, id) = await RecognisedAsync(provider);
        var failed = Result(id, 2025, "fail", Today);
        await PublishAsync(host, failed);
        await ConfirmAsync(host, body, (await CasesAsync(body, id)).Single());

        await PublishAsync(host, failed with { Version = 2, Grade = "good" });

        (await SanctionTests.StandingAsync(body, id)).ShouldBe("recognised");
        (await GroundsAsync(body, id, "withdrawn")).ShouldBe(["evaluation-failed"]);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Two_failed_years_revoke_while_a_rectification_runs(DatabaseProvider provider)
    {
        var (host, body, id) = await RecognisedAsync(provider);
        await PublishAsync(host, Result(id, 2025, "fail", Today));
        await ConfirmAsync(host, body, (await CasesAsync(body, id)).Single());
        await PublishAsync(host, Result(id, 2026, "fail", Today));
        var proposed = (await CasesAsync(body, id)).Where(c => c["status"]!.GetValue<string>() == "proposed").ToList();
        proposed.Select(c => c["ground"]!.GetValue<string>()).Order(StringComparer.Ordinal).ShouldBe(["evaluation-failed", "two-consecutive-fails"]);

        await ConfirmAsync(host, body, proposed.Single(c => c["ground"]!.GetValue<string>() == "two-consecutive-fails"));

        (await SanctionTests.StandingAsync(body, id)).ShouldBe("revoked");
        (await body.City.GetAsync($"/institutions/{id}")).Json["rectificationUntil"].ShouldBeNull();

        // A passed re-evaluation that comes after it revives nobody.
        await PublishAsync(host, Result(id, 2025, "pass", Today, EvaluationKinds.ReEvaluation));
        (await SanctionTests.StandingAsync(body, id)).ShouldBe("revoked");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_dismissed_case_stays_dismissed_until_the_result_changes(DatabaseProvider provider)
    {
        var (host, body, id) = await RecognisedAsync(provider);
        var failed = Result(id, 2025, "fail", Today);
        await PublishAsync(host, failed);
        var proposed = (await CasesAsync(body, id)).Single();
        (await body.City.PostAsync($"/sanctions/{proposed["id"]}/dismiss", new { reason = "评价程序有误" }, $"\"{proposed["version"]}\"")).Accepted();

        await PublishAsync(host, Result(id, 2020, "pass", Today));
        (await CasesAsync(body, id)).ShouldHaveSingleItem();
        await PublishAsync(host, failed with { Version = 2 });
        (await GroundsAsync(body, id, "proposed")).ShouldBe(["evaluation-failed"]);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task The_sweep_reminds_once_of_a_rectification_that_ended_and_changes_nothing(DatabaseProvider provider)
    {
        var (host, body, id) = await RecognisedAsync(provider);
        var failed = Result(id, 2025, "fail", Today.AddYears(-1).AddDays(1));
        await PublishAsync(host, failed);
        await ConfirmAsync(host, body, (await CasesAsync(body, id)).Single());
        await SweepAsync(host, Today.AddDays(1));
        (await WarningsAsync(body, id)).ShouldBeEmpty();

        await SweepAsync(host, Today.AddDays(2));
        await SweepAsync(host, Today.AddDays(3));

        var warning = (await WarningsAsync(body, id)).ShouldHaveSingleItem();
        warning["raisedOn"].Day().ShouldBe(Today.AddDays(2));
        (await SanctionTests.StandingAsync(body, id)).ShouldBe("under-rectification");
        (await Person.District(host, "putuo").GetAsync("/rectification-warnings")).Text.ShouldNotContain(id.ToString());

        await PublishAsync(host, failed with { Version = 2, Grade = "pass", PublishedOn = Today });
        (await WarningsAsync(body, id)).ShouldBeEmpty("a rectification that was taken back waits for nobody");
    }

    private async Task<(ServiceHost Host, Journey Body, Guid Id)> RecognisedAsync(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, id) = await RecognisedAsync(host);
        return (host, body, id);
    }

    private static async Task<(Journey Body, Guid Id)> RecognisedAsync(ServiceHost host)
    {
        var body = new Journey(host);
        var id = (await body.EnteredAsync()).Id;
        await Standing.RecognisedAsync(host, id, Today);
        return (body, id);
    }

    private static EvaluationPublished Result(Guid institution, int year, string grade, DateOnly on, string kind = EvaluationKinds.Yearly) => new()
    {
        EvaluationId = Guid.CreateVersion7(),
        Version = 1,
        InstitutionId = institution,
        Programme = "zhoushan-innovation-centres",
        Year = year,
        Kind = kind,
        Grade = grade,
        PublishedOn = on,
        DocumentNumber = Journey.NewNumber(),
    };

    /// <summary>Sends a result over the broker and waits until it is known; an older version leaves what is known as it was.</summary>
    internal static async Task PublishAsync(ServiceHost host, EvaluationPublished result)
    {
        var marker = Result(Guid.CreateVersion7(), 2000, "pass", Today);
        await host.InScopeAsync<RegistryDb, int>(async db =>
        {
            await db.WriteAsync(
                _ =>
                {
                    db.Publish($"test/{result.InstitutionId}", result);
                    db.Publish($"test/{result.InstitutionId}", marker);
                    return Task.CompletedTask;
                },
                CancellationToken.None);
            return 0;
        });
        await Eventually.HoldsAsync(() => host.InScopeAsync<RegistryDb, bool>(async db =>
            await db.EvaluationResults.AnyAsync(r => r.Id == marker.EvaluationId)
            && await db.EvaluationResults.AnyAsync(r => r.Id == result.EvaluationId && r.ResultVersion >= result.Version)));
    }

    private static Task<int> SweepAsync(ServiceHost host, DateOnly day) =>
        host.InScopeAsync<IEnumerable<ServiceDefaults.Clock.ISweep>, int>(sweeps => sweeps.Single(s => s.Name == "rectifications-ended").RunAsync(day, CancellationToken.None));

    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> WarningsAsync(Journey body, Guid id) =>
        [.. (await body.City.GetAsync("/rectification-warnings?limit=200")).Accepted().Json["items"]!.AsArray().Where(w => w!["institutionId"]!.GetValue<Guid>() == id)!];

    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> CasesAsync(Journey body, Guid id) =>
        [.. (await body.City.GetAsync($"/sanctions?institution={id}")).Accepted().Json["items"]!.AsArray()!];

    private static async Task<IEnumerable<string>> GroundsAsync(Journey body, Guid id, string status) =>
        (await CasesAsync(body, id)).Where(c => c["status"]!.GetValue<string>() == status).Select(c => c["ground"]!.GetValue<string>()).Order(StringComparer.Ordinal);

    private static async Task ConfirmAsync(ServiceHost host, Journey body, System.Text.Json.Nodes.JsonNode sanction) =>
        (await body.City.PostAsync($"/sanctions/{sanction["id"]}/confirm", new { documentNumber = Journey.NewNumber(), decidedOn = Today }, $"\"{sanction["version"]}\"")).Accepted();
}
