using System.Globalization;
using System.Text.Json.Nodes;
using Registry.Tests.Hosting;
using Shouldly;

namespace Registry.Tests.Separation;

/// <summary>Review by experts, the list's decision, notice and announcement.</summary>
internal sealed partial class SeparationHistory
{
    private readonly List<Review> reviews = [];

    /// <summary>A review of some cases of one programme.</summary>
    private sealed record Review(Guid Id, IReadOnlyList<Case> Cases)
    {
        public string Status { get; set; } = "open";

        public Guid? Notice { get; set; }

        public DateOnly NoticeEnds { get; set; }
    }

    private async Task<string> SelectAsync()
    {
        if (Likely(one => one.IsNext("expert-review") && !reviews.Exists(review => review.Cases.Contains(one))) is not { } one)
        {
            return "nothing";
        }

        var actor = Anybody(one.Pack, "city-reviewer");
        var seen = await actor.Person.GetAsync($"/applications/{one.Id}");
        var track = (seen.Json["answers"] as JsonObject)?["track"]?.GetValue<string>();
        object draw = new { count = random.Next(3, 5) };
        var reply = await actor.Person.PostAsync(
            "/selections",
            new { programme = one.Pack.Programme, track, title = "评审", applications = new[] { new { id = one.Id, version = (int)seen.Status < 300 ? seen.Version : 1 } }, draw });
        if (!Took(reply))
        {
            return Told("select", reply);
        }

        one.IsNext("expert-review").ShouldBeTrue();
        one.Held(Office.Arranger, actor);
        reviews.Add(new Review(reply.Id, [one]));
        return "select";
    }

    private Review? LikelyReview(Func<Review, bool> inTurn)
    {
        var turn = reviews.Where(inTurn).ToList();
        var from = turn.Count > 0 && random.Next(12) > 0 ? turn : reviews;
        return from.Count == 0 ? null : from[random.Next(from.Count)];
    }

    private async Task<string> ConcludeAsync()
    {
        if (LikelyReview(review => review.Status == "open") is not { } review)
        {
            return "nothing";
        }

        var one = review.Cases[0];
        await ScoreAllAsync(one, review);
        var actor = Anybody(one.Pack, "city-reviewer");
        var seen = await actor.Person.GetAsync($"/selections/{review.Id}");
        if (seen.Json["entries"]?[0]?["thirdOpinionsWanted"]?.GetValue<int>() > 0)
        {
            // An expert whose hats forbid it leaves a sheet without a score, which is told before the spread is.
            (await actor.Person.PostAsync($"/selections/{review.Id}/conclude", new { }, seen.ETag)).Json["code"]!.GetValue<string>().ShouldBeOneOf(
                "dispersion", "scores-missing", "expert-arranges", "reviewer-filed-it", "recommender-decides");
            var asked = await actor.Person.PostAsync($"/selections/{review.Id}/third-opinions", new { applicationId = one.Id, draw = new { count = 1 } }, seen.ETag);
            return Took(asked) ? "third opinion" : Told("third opinion", asked);
        }

        var reply = await actor.Person.PostAsync($"/selections/{review.Id}/conclude", new { }, seen.ETag);
        if (!Took(reply))
        {
            return Told("conclude", reply);
        }

        review.Status.ShouldBe("open");
        review.Status = "concluded";
        one.Held(Office.Arranger, actor);
        var entry = reply.Json["entries"]![0]!;
        entry["sheets"]!.AsArray().Count(sheet => sheet!["status"]!.GetValue<string>() == "scored" && !sheet["thirdOpinion"]!.GetValue<bool>()).ShouldBeGreaterThanOrEqualTo(3);
        if (entry["outcome"]!.GetValue<string>() == "proposed")
        {
            one.Passed.Add("expert-review");
        }

        return "conclude";
    }

    /// <summary>Everybody who has a sheet scores it; nobody has one who filed it, recommended it, belongs to a party or arranged it.</summary>
    private async Task ScoreAllAsync(Case one, Review review)
    {
        foreach (var subject in people.Where(person => person.Jurisdiction == one.Pack.Jurisdiction).Select(person => person.Subject).ToList())
        {
            var expert = Of(subject);
            var sheets = (await expert.Person.GetAsync("/score-sheets?status=open&limit=200")).Accepted().Json["items"]!.AsArray();
            foreach (var sheet in sheets.Where(sheet => sheet!["selectionId"]!.GetValue<Guid>() == review.Id))
            {
                var score = random.Next(6) == 0 ? 55 : random.Next(75, 95);
                if (Took(await expert.Person.PostAsync($"/score-sheets/{sheet!["id"]}/score", new { score, meetsConditions = true, justification = "条件齐备,基础扎实,方案可行" }, $"\"{sheet["version"]}\"")))
                {
                    one.Held(Office.Expert, expert);
                }
            }
        }
    }

    private async Task<string> DecideAsync()
    {
        if (LikelyReview(review => review.Status == "concluded") is not { } review)
        {
            return "nothing";
        }

        var one = review.Cases[0];
        var actor = Anybody(one.Pack, "city-reviewer");
        var reply = await actor.Person.PostAsync(
            $"/selections/{review.Id}/decide", new { documentNumber = Number(), decidedOn = Today }, (await actor.Person.GetAsync($"/selections/{review.Id}")).ETag ?? "\"1\"");
        if (!Took(reply))
        {
            return Told("decide", reply);
        }

        review.Status.ShouldBe("concluded");
        review.Status = "decided";
        one.Held(Office.Decider, actor);
        if (reply.Json["entries"]![0]!["outcome"]!.GetValue<string>() == "proposed")
        {
            one.Passed.ShouldContain("expert-review", "the city adds nobody to the experts' list");
            one.Passed.Add("decision");
        }
        else
        {
            one.Over = true;
        }

        return "decide";
    }

    private async Task<string> PostAsync()
    {
        if (LikelyReview(review => review is { Status: "decided", Notice: null } && review.Cases[0].IsNext("notice")) is not { } review)
        {
            return "nothing";
        }

        var one = review.Cases[0];
        var actor = Anybody(one.Pack, "city-reviewer");
        var reply = await actor.Person.PostAsync("/notices", new { selectionId = review.Id, documentNumber = Number(), postedOn = Today });
        if (!Took(reply))
        {
            return Told("post", reply);
        }

        one.IsNext("notice").ShouldBeTrue();
        actor.Organisation.ShouldNotBe(one.Applicant);
        (review.Notice, review.NoticeEnds) = (reply.Id, reply.Json["notice"]!["lastDay"].Day());
        one.Passed.Add("notice");
        return "post";
    }

    private async Task<string> AnnounceAsync()
    {
        if (LikelyReview(review => review.NoticeEnds < Today && review.Cases[0].IsNext("announcement")) is not { Notice: { } notice } review)
        {
            return "nothing";
        }

        var one = review.Cases[0];
        var actor = Anybody(one.Pack, "city-reviewer");
        var named = one.Pack.Parameters.Any(parameter => parameter.Name == "recognised-name-form");
        var field = named ? "船舶" + string.Concat(Interlocked.Increment(ref numbers).ToString(CultureInfo.InvariantCulture).Select(digit => "零一二三四五六七八九"[digit - '0'])) : null;
        var reply = await actor.Person.PostAsync("/announcements", new { noticeId = notice, documentNumber = Number(), issuedOn = Today, centres = new[] { new { applicationId = one.Id, field } } });
        if (!Took(reply))
        {
            return Told("announce", reply);
        }

        Today.ShouldBeGreaterThan(review.NoticeEnds);
        actor.Organisation.ShouldNotBe(one.Applicant);
        Stands(one, "announcement", reply.Json["centres"]![0]!["institutionId"]!.GetValue<Guid>());
        return $"announce {one.Pack.Programme}";
    }

    private void Stands(Case one, string by, Guid institution)
    {
        one.Stands(by);
        standings.Add($"{one.Pack.Programme}/{one.Route.Name}");
        bodies.Add((institution, one));
    }
}
