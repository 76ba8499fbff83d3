using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Registry.Matches;
using Registry.Tests.Hosting;
using Registry.Tests.Registers;
using ServiceDefaults.Data;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Registry.Tests.Matches;

/// <summary>Results and needs are matched with the reason and pushed both ways (HB-10, SD-14).</summary>
public sealed class MatchTests(RunningRegistry registry)
{
    private static readonly Comparison ByFieldAndWords = new("needs", [("technologyField", "technologyField"), ("keywords", "keywords")], "SD-14");

    [Theory]
    [InlineData("materials", "石墨烯,电池", "materials", "电池,固态", 2, 2)]
    [InlineData("materials", "石墨烯", "health", "石墨烯,电池", 1, 1)]
    [InlineData("materials", "ＡＩ芯片", "health", "ai芯片", 1, 1)]
    [InlineData("materials", "石墨烯", "health", "电池", 0, 0)]
    [InlineData("materials", "石墨", "health", "石墨烯", 0, 0)]
    public void Entries_go_together_by_what_they_share_however_it_is_typed(string field, string words, string theirField, string theirWords, int fields, int shared) =>
        MatchEntries.Rank(MatchEntries.Compare(Answers(field, words), Answers(theirField, theirWords), ByFieldAndWords)).ShouldBe((fields, shared));

    [Fact]
    public void The_reason_names_the_words_as_this_side_wrote_them()
    {
        var reasons = MatchEntries.Compare(Answers("materials", "ＡＩ芯片,电池"), Answers("health", "ai芯片,电池"), ByFieldAndWords);

        reasons.ShouldHaveSingleItem().Shared.ShouldBe(["ＡＩ芯片", "电池"]);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_result_finds_the_needs_that_fit_best_first_and_each_need_finds_it(DatabaseProvider provider)
    {
        var bureau = await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "shangdang-enclaves", "2023-07-17");
        var (holder, seeker, mark) = (bureau.Operator(Papers.NewOrganisation()), bureau.Operator(Papers.NewOrganisation()), Bureau.Unique("词"));
        var result = await ResultAsync(bureau, holder, "energy", mark, "储能");
        var fits = await NeedAsync(bureau, seeker, "energy", mark, "储能");
        var less = await NeedAsync(bureau, seeker, "agriculture", mark);
        var none = await NeedAsync(bureau, seeker, "agriculture", Bureau.Unique("别词"));

        var matches = await MatchesAsync(holder, result);

        matches.Where(match => match.Id == fits || match.Id == less || match.Id == none).Select(match => match.Id).ShouldBe([fits, less]);
        var reasons = matches.First(match => match.Id == fits).Reasons;
        reasons.Select(reason => reason!["field"]!.GetValue<string>()).ShouldBe(["technologyField", "keywords"]);
        reasons[1]!["shared"]!.AsArray().Select(word => word!.GetValue<string>()).ShouldBe([mark, "储能"]);
        (await MatchesAsync(seeker, fits)).ShouldContain(match => match.Id == result);
        (await holder.GetAsync($"/entries/{fits}/matches")).Json["items"]!.AsArray().ShouldBeEmpty();

        (await Bureau.StepAsync(seeker, less, "withdraw", new { })).State().ShouldBe("withdrawn");
        (await MatchesAsync(holder, result)).ShouldNotContain(match => match.Id == less);
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task A_push_opens_an_entry_to_the_other_side_once_its_own_is_interested_and_each_answers_for_itself(DatabaseProvider provider)
    {
        var bureau = await Bureau.WithRulesOfAsync(await registry.OnAsync(provider), "shangdang-enclaves", "2023-07-17");
        var (holder, seeker, stranger) = (bureau.Operator(Papers.NewOrganisation()), bureau.Operator(Papers.NewOrganisation()), bureau.Operator(Papers.NewOrganisation()));
        var mark = Bureau.Unique("词");
        var (result, need) = (await ResultAsync(bureau, holder, "energy", mark), await NeedAsync(bureau, seeker, "energy", mark));
        (await holder.GetAsync($"/entries/{need}")).Accepted().Json["answers"]!["contact"].ShouldBeNull();

        (await stranger.PostAsync($"/entries/{need}/pushes", new { toEntryId = result })).Refused(HttpStatusCode.Forbidden, "forbidden", "SD-14");
        var replies = await Task.WhenAll(
            bureau.City.PostAsync($"/entries/{result}/pushes", new { toEntryId = need }), seeker.PostAsync($"/entries/{need}/pushes", new { toEntryId = result }));
        var push = replies.Single(reply => reply.Status == HttpStatusCode.Created);
        ((int)replies.Single(reply => reply != push).Status).ShouldBeOneOf(409, 412);
        push.Json["from"]!["entryId"]!.GetValue<Guid>().ShouldBe(result);

        (await holder.GetAsync($"/entries/{need}")).Accepted().Json["answers"]!["contact"].ShouldBeNull();
        (await MatchesAsync(holder, result)).ShouldContain(match => match.Id == need && match.PushId == push.Id);
        (await stranger.GetAsync("/pushes")).Json["items"]!.AsArray().ShouldBeEmpty();
        (await stranger.PostAsync($"/pushes/{push.Id}/answer", new { interested = true }, push.ETag)).Refused(HttpStatusCode.NotFound);
        (await bureau.City.PostAsync($"/pushes/{push.Id}/answer", new { interested = true }, push.ETag)).Refused(HttpStatusCode.Forbidden, "forbidden", "SD-14");
        (await YoursAsync(seeker), await YoursAsync(holder), await YoursAsync(bureau.City)).ShouldBe(((false, true), (true, false), (false, false)));

        async Task<(bool From, bool To)> YoursAsync(Person person)
        {
            var seen = (await person.GetAsync($"/pushes?entry={result}")).Json["items"]!.AsArray().ShouldHaveSingleItem()!;
            return (seen["from"]!["yours"]!.GetValue<bool>(), seen["to"]!["yours"]!.GetValue<bool>());
        }

        var answered = (await seeker.PostAsync($"/pushes/{push.Id}/answer", new { interested = true, note = "愿意面谈" }, push.ETag)).Accepted();
        (await holder.GetAsync($"/entries/{need}")).Accepted().Json["answers"]!["contact"]!.GetValue<string>().ShouldBe("需方电话");
        (await seeker.GetAsync($"/entries/{result}")).Accepted().Json["answers"]!["contact"].ShouldBeNull();
        (await holder.PostAsync($"/pushes/{push.Id}/answer", new { interested = false }, push.ETag)).Refused(HttpStatusCode.PreconditionFailed);
        var both = (await holder.PostAsync($"/pushes/{push.Id}/answer", new { interested = false }, answered.ETag)).Accepted().Json;
        both["to"]!["answer"]!["note"]!.GetValue<string>().ShouldBe("愿意面谈");
        both["from"]!["answer"]!["interested"]!.GetValue<bool>().ShouldBeFalse();
        (await holder.GetAsync($"/pushes?entry={result}")).Json["items"]!.AsArray().ShouldHaveSingleItem();
    }

    private static JsonElement Answers(string field, string words) => JsonSerializer.SerializeToElement(new { technologyField = field, keywords = words.Split(',') });

    private static async Task<Guid> ResultAsync(Bureau bureau, Person by, string technologyField, params string[] keywords) => await ListedAsync(bureau, await bureau.FileAsync(by, "results", new
    {
        title = Bureau.Unique("成果"), holderName = "某高校", hostCity = "beijing", technologyField, keywords, stage = "pilot", summary = "可规模化", contact = "供方电话",
    }));

    private static async Task<Guid> NeedAsync(Bureau bureau, Person by, string technologyField, params string[] keywords) => await ListedAsync(bureau, await bureau.FileAsync(by, "needs", new
    {
        title = Bureau.Unique("需求"), companyName = "某企业", technologyField, keywords, summary = "降低成本", contact = "需方电话",
    }));

    private static async Task<Guid> ListedAsync(Bureau bureau, Reply filed)
    {
        (await Bureau.StepAsync(bureau.District(), filed.Accepted().Id, "admit", new { })).State().ShouldBe("listed");
        return filed.Id;
    }

    private static async Task<IReadOnlyList<(Guid Id, JsonArray Reasons, Guid? PushId)>> MatchesAsync(Person by, Guid id) =>
        [.. (await by.GetAsync($"/entries/{id}/matches")).Accepted().Json["items"]!.AsArray()
            .Select(match => (match!["id"]!.GetValue<Guid>(), match["reasons"]!.AsArray(), match["pushId"]?.GetValue<Guid>()))];
}
