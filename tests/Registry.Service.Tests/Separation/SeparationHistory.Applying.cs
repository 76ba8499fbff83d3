using System.Text.Json.Nodes;
using Policies;
using Registry.Tests.Hosting;
using Shouldly;

namespace Registry.Tests.Separation;

/// <summary>Applications, recommendations, bans and deputies.</summary>
internal sealed partial class SeparationHistory
{
    private const int BanYears = 2;
    private readonly Dictionary<Guid, string> roles = [];
    private readonly List<(string Programme, string Category, DateOnly From, DateOnly Until)> calls = [];
    private readonly List<(string Programme, string Code, DateOnly From, DateOnly LastDay)> bars = [];
    private readonly List<(Guid Institution, Case Case)> bodies = [];
    private readonly List<string> standings = [];

    private async Task<string> ApplyAsync()
    {
        var pack = Repository.Packs[random.Next(Repository.Packs.Count)];
        var route = pack.Routes[random.Next(pack.Routes.Count)];
        if (random.Next(2) == 0)
        {
            await JoinAsync(pack, Papers.NewOrganisation());
        }

        if (route.Takes(Route.Call) && random.Next(4) > 0)
        {
            await CallAsync(pack, route);
        }

        var actor = Anybody(pack, "operator", organisation => organisation is not null);
        var (answers, files) = AnyForm.Fill(pack, route, actor.Organisation!, DistrictOf(pack), Today);
        answers["projectName"] = $"项目{Interlocked.Increment(ref numbers)}";
        var started = await actor.Person.PostAsync("/applications", new { programme = pack.Programme });
        if (!Took(started))
        {
            return Told("apply", started);
        }

        var one = new Case(started.Id, pack, route, actor.Organisation!);
        one.Note(Office.Applicant, actor);
        await FillAsync(actor.Person, one, answers, files);
        var reply = await actor.Person.PostAsync($"/applications/{one.Id}/submit", new { }, (await actor.Person.GetAsync($"/applications/{one.Id}")).ETag);
        cases.Add(one);
        if (!Took(reply))
        {
            one.Over = true;
            return Told($"apply {pack.Programme}", reply);
        }

        bars.ShouldNotContain(bar => bar.Programme == pack.Programme && bar.Code == actor.Organisation && bar.From <= Today && Today <= bar.LastDay, "a ban holds on each of its days");
        if (route.Takes(Route.Call))
        {
            calls.ShouldContain(call => call.Programme == pack.Programme && call.Category == route.Is[0] && call.From <= Today && Today <= call.Until, "no application without an open call (EO-08)");
            one.Passed.Add(Route.Call);
        }

        return $"apply {pack.Programme}";
    }

    private static async Task FillAsync(Person person, Case one, JsonObject answers, IReadOnlyList<string> files)
    {
        (await person.PutAsync($"/applications/{one.Id}", new { answers }, (await person.GetAsync($"/applications/{one.Id}")).ETag)).Accepted();
        foreach (var field in files)
        {
            (await person.UploadAsync($"/applications/{one.Id}/attachments?field={field}", $"{field}.pdf", "application/pdf", Papers.Pdf(field))).Accepted();
        }
    }

    private async Task CallAsync(PolicyPack pack, Route route)
    {
        if (calls.Exists(call => call.Programme == pack.Programme && call.Category == route.Is[0] && call.From <= Today && Today <= call.Until))
        {
            return;
        }

        var (opensOn, closesOn) = (Today, Today.AddDays(10));
        var request = new { programme = pack.Programme, title = "备案通知", categories = new[] { route.Is[0] }, opensOn, closesOn, documentNumber = Number(), materials = "见附件" };
        (await Anybody(pack, "city-reviewer").Person.PostAsync("/calls", request)).Accepted();
        calls.Add((pack.Programme, route.Is[0], opensOn, closesOn));
    }

    private async Task<string> RecommendAsync()
    {
        if (Likely(one => one.IsNext("recommendation")) is not { } one)
        {
            return "nothing";
        }

        var actor = Anybody(one.Pack, "district-reviewer");
        var seen = await actor.Person.GetAsync($"/applications/{one.Id}");
        if (!Took(seen))
        {
            return Told("recommend", seen);
        }

        foreach (var condition in seen.Json["examination"]!.AsArray().Where(c => c!["verdict"]!.GetValue<string>() == "needs-person" && c["answer"] is null))
        {
            // The one who answers for a condition reviews it as well, whatever becomes of it.
            var by = Anybody(one.Pack, "district-reviewer", organisation => organisation != one.Applicant);
            await by.Person.PostAsync($"/applications/{one.Id}/examination/{condition!["condition"]}", new { met = true, reason = "已核对" }, (await by.Person.GetAsync($"/applications/{one.Id}")).ETag ?? "\"1\"");
        }

        seen = await actor.Person.GetAsync($"/applications/{one.Id}");
        var reply = await actor.Person.PostAsync(
            "/recommendation-lists", new { programme = one.Pack.Programme, documentNumber = Number(), issuedOn = Today, applications = new[] { new { id = one.Id, version = seen.Version } } });
        if (!Took(reply))
        {
            return Told("recommend", reply);
        }

        one.IsNext("recommendation").ShouldBeTrue();
        one.Held(Office.Recommender, actor);
        one.Passed.Add("recommendation");
        return "recommend";
    }

    /// <summary>A ground against a body, proposed and confirmed by whoever may; its legal persons are barred from that day on.</summary>
    private async Task<string> BanAsync()
    {
        if (bodies.Count == 0)
        {
            return "nothing";
        }

        var (institution, one) = bodies[random.Next(bodies.Count)];
        var ground = one.Pack.Grounds.FirstOrDefault(g => g.Measure is "removal" or "revocation" && !g.Name.Contains("evaluation", StringComparison.Ordinal) && !g.Name.Contains("fail", StringComparison.Ordinal));
        if (ground is null)
        {
            return "nothing";
        }

        var proposer = Anybody(one.Pack, "city-reviewer");
        var proposed = await proposer.Person.PostAsync("/sanctions", new { institutionId = institution, ground = ground.Name, facts = "查实", foundOn = Today });
        if (!Took(proposed))
        {
            return Told("accuse", proposed);
        }

        var confirmer = Anybody(one.Pack, "city-reviewer");
        var confirmed = await confirmer.Person.PostAsync($"/sanctions/{proposed.Id}/confirm", new { documentNumber = Number(), decidedOn = Today }, proposed.ETag);
        if (!Took(confirmed))
        {
            return Told("confirm", confirmed);
        }

        confirmer.Counts.Intersect(proposer.Signs).ShouldBeEmpty("another person confirms (P-5)");
        bodies.RemoveAll(body => body.Institution == institution);
        foreach (var ban in confirmed.Json["bans"]!.AsArray().Where(ban => ban!["code"]!.GetValue<string>() == one.Applicant && ban["category"] is null))
        {
            ban!["lastDay"].Day().ShouldBe(Today.AddYears(BanYears));
            bars.Add((one.Pack.Programme, one.Applicant, Today, ban["lastDay"].Day()));
        }

        return $"ban {one.Pack.Programme}";
    }

    private async Task<string> DelegateAsync()
    {
        var pack = Repository.Packs[random.Next(Repository.Packs.Count)];
        var (principal, deputy) = (Of(Anybody(pack, "").Subject), Of(Anybody(pack, "").Subject));
        var (role, until) = (Delegable[random.Next(Delegable.Length)], Today.AddDays(random.Next(0, 20)));
        var reply = await principal.Person.PostAsync("/delegations", new { toSubject = deputy.Subject, toName = deputy.Subject, role, from = Today, until, reason = "出差" });
        if (!Took(reply))
        {
            return Told("delegate", reply);
        }

        delegations.Add((reply.Id, principal.Subject, deputy.Subject, until));
        roles[reply.Id] = role;
        return "delegate";
    }
}
