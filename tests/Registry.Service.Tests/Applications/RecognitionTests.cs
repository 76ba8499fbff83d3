using System.Net;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Registry.Tests.Hosting;
using Registry.Tests.Selections;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Testing.Hosting;
using Xunit;

namespace Registry.Tests.Applications;

/// <summary>Applications for recognition, of a body under construction or of a new one (ZS-25, ZS-30), and whom a ban stops (ZS-20, ZS-22).</summary>
public sealed class RecognitionTests(RunningRegistry registry)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task A_body_under_construction_applies_with_what_it_said_before_but_a_new_commitment(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = new Journey(host);
        var institution = (await body.EnteredAsync()).Id;

        var draft = (await body.Operator.PostAsync("/applications", new { programme = "zhoushan-innovation-centres", institutionId = institution })).Accepted();

        draft.Json["institutionId"]!.GetValue<Guid>().ShouldBe(institution);
        draft.Json["answers"]!["purpose"]!.GetValue<string>().ShouldBe("recognition");
        draft.Json["answers"]!["projectName"]!.GetValue<string>().ShouldBe(body.Title);
        draft.Json["answers"]!["leadBodies"]!.AsArray().Count.ShouldBe(1);
        draft.Json["answers"]!["commitmentSignedBy"].ShouldBeNull();
        draft.Json["files"]!.AsArray().ShouldBeEmpty();
        var review = new Review(host);
        (await review.SubmittedAsync(body: body, institution: institution)).Id.ShouldNotBe(draft.Id);
        var submitted = await body.SeenByAsync(body.Operator);
        submitted.Json["status"]!.GetValue<string>().ShouldBe("submitted");
        submitted.Json["route"]!.GetValue<string>().ShouldBe("recognition");
        submitted.Json["institutionId"]!.GetValue<Guid>().ShouldBe(institution);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Only_its_own_body_under_construction_can_be_named(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, stranger) = (new Journey(host), new Journey(host));
        var institution = (await body.EnteredAsync()).Id;

        (await StartAsync(stranger, institution)).Refused(HttpStatusCode.NotFound);
        (await StartAsync(body, Guid.CreateVersion7())).Refused(HttpStatusCode.NotFound);
        await Standing.BecomesAsync(host, institution, Standings.Cancelled, Journey.Today);
        (await StartAsync(body, institution)).Refused(HttpStatusCode.Conflict, "not-under-construction", "ZS-25");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_body_has_one_application_for_recognition_under_way(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (review, body) = (new Review(host), new Journey(host));
        var institution = (await body.EnteredAsync()).Id;
        await review.DraftedAsync(body: body, institution: institution);
        var (first, etag) = (body.Path, (await body.SeenByAsync(body.Operator)).ETag);
        await review.DraftedAsync(body: body, institution: institution);

        var replies = await Task.WhenAll(
            body.Operator.PostAsync($"{first}/submit", new { }, etag), body.Operator.PostAsync($"{body.Path}/submit", new { }, (await body.SeenByAsync(body.Operator)).ETag));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(1);
        var refused = replies.Single(reply => reply.Status != HttpStatusCode.OK).Refused(HttpStatusCode.Conflict, "recognition-under-way", "ZS-25");
        refused["inputs"]!["institutionId"]!.GetValue<Guid>().ShouldBe(institution);
        var handedIn = replies.Single(reply => reply.Status == HttpStatusCode.OK);
        (await body.Operator.PostAsync($"/applications/{handedIn.Id}/withdraw", new { reason = "重新申报" }, handedIn.ETag)).Accepted();
        var other = first.EndsWith($"{handedIn.Id}", StringComparison.Ordinal) ? body.Path : first;
        (await body.Operator.PostAsync($"{other}/submit", new { }, (await body.Operator.GetAsync(other)).ETag)).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_application_about_a_body_is_for_recognition_and_one_for_its_recognition_names_it(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (review, body) = (new Review(host), new Journey(host));
        var institution = (await body.EnteredAsync()).Id;

        await body.DraftAsync(institution: institution);
        (await body.SubmitAsync()).Refused(HttpStatusCode.Conflict, "wrong-purpose", "ZS-25");
        await review.DraftedAsync(body: body);
        (await body.SubmitAsync()).Refused(HttpStatusCode.Conflict, "submitted-twice", "ZS-25")["inputs"]!["institutionId"]!.GetValue<Guid>().ShouldBe(institution);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_is_for_recognition_is_not_entered_as_under_construction(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var body = await new Review(host).RecommendedAsync();

        (await body.EnterAsync()).Refused(HttpStatusCode.Conflict, "other-route", "ZS-30");
        (await body.SeenByAsync(body.City)).Json["status"]!.GetValue<string>().ShouldBe("recommended");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Whoever_is_barred_hands_nothing_in_before_the_first_free_day(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (review, cheat) = (new Review(host), new Journey(host));
        var lead = await RevokedAsync(host, cheat);
        var firstFreeDay = $"{Journey.Today.AddYears(2).AddDays(1):yyyy-MM-dd}";
        var (led, otherField, free) = (
            await review.DraftedAsync(change: answers => LedBy(answers, lead)),
            await review.DraftedAsync(change: answers => { LedBy(answers, lead); answers["keyField"] = "new-materials"; }),
            await review.DraftedAsync());
        await review.DraftedAsync(body: cheat);

        var refused = (await cheat.SubmitAsync()).Refused(HttpStatusCode.Conflict, "banned", "ZS-22");
        refused["inputs"]!["firstFreeDay"]!.GetValue<string>().ShouldBe(firstFreeDay);
        (await cheat.SeenByAsync(cheat.Operator)).Json["status"]!.GetValue<string>().ShouldBe("draft");
        (await led.SubmitAsync()).Refused(HttpStatusCode.Conflict, "banned", "ZS-22")["inputs"]!["code"]!.GetValue<string>().ShouldBe(lead);
        (await otherField.SubmitAsync()).Accepted().Json["status"]!.GetValue<string>().ShouldBe("submitted", "the ban is for the same type");
        (await free.SubmitAsync()).Accepted();
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Whoever_is_barred_meanwhile_is_not_entered_as_under_construction(DatabaseProvider provider)
    {
        var host = await registry.OnAsync(provider);
        var (body, cheat) = (new Journey(host), new Journey(host));
        LedBy(body.Answers, cheat.Answers["leadBodies"]![0]!["code"]!.GetValue<string>());
        await body.RecommendedAsync();
        await RevokedAsync(host, cheat);

        (await body.EnterAsync()).Refused(HttpStatusCode.Conflict, "banned", "ZS-22");
        (await body.SeenByAsync(body.City)).Json["status"]!.GetValue<string>().ShouldBe("recommended");
    }

    private static Task<Reply> StartAsync(Journey body, Guid institution) =>
        body.Operator.PostAsync("/applications", new { programme = "zhoushan-innovation-centres", institutionId = institution });

    private static void LedBy(JsonObject answers, string code) => answers["leadBodies"]![0]!["code"] = code;

    /// <summary>A recognised body, led by a body of its own, that is found to have cheated: both are barred in its field (ZS-22).</summary>
    private static async Task<string> RevokedAsync(ServiceHost host, Journey cheat)
    {
        var institution = (await cheat.EnteredAsync()).Id;
        await Standing.RecognisedAsync(host, institution, Journey.Today);
        var proposed = (await cheat.City.PostAsync(
            "/sanctions", new { institutionId = institution, ground = "serious-fraud", facts = "申报材料中的中试线并不存在", foundOn = Journey.Today })).Accepted();
        var decider = Person.City(host, name: "decider");
        (await decider.PostAsync($"/sanctions/{proposed.Id}/confirm", new { documentNumber = Journey.NewNumber(), decidedOn = Journey.Today }, proposed.ETag)).Accepted();
        return cheat.Answers["leadBodies"]![0]!["code"]!.GetValue<string>();
    }
}
