using System.Net;
using Registry.Tests.Hosting;
using Registry.Tests.Registers;
using ServiceDefaults.Data;
using Shouldly;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>What one organisation may leave lying is bounded, far above what people write.</summary>
public sealed class LimitTests(RunningRegistry registry)
{
    [Fact]
    public async Task An_organisation_leaves_at_most_200_drafts_and_begins_the_next_when_one_is_taken_back()
    {
        var body = new Journey(await registry.OnAsync(DatabaseProvider.Sqlite));
        var drafts = new List<Reply>();
        for (var i = 0; i < 200; i++)
        {
            drafts.Add((await StartAsync(body)).Accepted());
        }

        (await StartAsync(body)).Refused(HttpStatusCode.Conflict, "too-many-drafts", "ZS-25");
        (await body.Operator.PostAsync($"/applications/{drafts[0].Id}/withdraw", new { reason = "不再申报" }, drafts[0].ETag)).Accepted();
        (await StartAsync(body)).Accepted();
    }

    [Fact]
    public async Task An_application_takes_at_most_300_files()
    {
        var body = new Journey(await registry.OnAsync(DatabaseProvider.Sqlite));
        await body.DraftAsync(withCommitment: false);
        for (var i = 0; i < 300; i++)
        {
            (await body.AttachAsync("constructionPlan", $"{i}.pdf")).Accepted();
        }

        (await body.AttachAsync("constructionPlan", "300.pdf")).Refused(HttpStatusCode.Conflict, "too-many-files", "ZS-25");
        (await body.SeenByAsync(body.Operator)).Accepted().Json["files"]!.AsArray().Count.ShouldBe(300);
    }

    [Fact]
    public async Task A_person_leaves_at_most_50_drafts_in_a_register_and_100_files_in_an_entry()
    {
        var bureau = await Bureau.OfItsOwnAsync(await registry.OnAsync(DatabaseProvider.Sqlite), "ezhou-incubation-carriers", "2024-02-13", until: null);
        var carrier = bureau.Operator(Papers.NewOrganisation());
        var first = (await bureau.StartAsync(carrier, "mentors", new { })).Accepted().Id;
        for (var i = 1; i < 50; i++)
        {
            (await bureau.StartAsync(carrier, "mentors", new { })).Accepted();
        }

        (await bureau.StartAsync(carrier, "mentors", new { })).Refused(HttpStatusCode.Conflict, "too-many-drafts", "EI-06");
        for (var i = 0; i < 100; i++)
        {
            (await Bureau.AttachAsync(carrier, first, "consent")).Accepted();
        }

        (await Bureau.AttachAsync(carrier, first, "consent")).Refused(HttpStatusCode.Conflict, "too-many-files", "EI-06");
        (await carrier.DeleteAsync($"/entries/{first}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await bureau.StartAsync(carrier, "mentors", new { })).Accepted();
    }

    private static Task<Reply> StartAsync(Journey body) => body.Operator.PostAsync("/applications", new { programme = body.Programme });
}
