using System.Net;
using System.Text.Json.Nodes;
using Registry.Tests.Hosting;
using Shouldly;
using static Registry.Tests.History.Model;

namespace Registry.Tests.History;

/// <summary>Application, recommendation and entry (ZS-14, ZS-25, ZS-30).</summary>
internal sealed partial class RandomHistory
{
    private async Task<string> ApplyAsync()
    {
        var (organisation, centre) = builders[random.Next(builders.Count)];
        var person = Person.Operator(host, organisation);
        var named = random.Next(2) == 0 ? Likely(Model.Bodies.Where(b => b.Builder == organisation), b => b.Standing == "under-construction") : null;
        var purpose = named is null && random.Next(3) == 0 ? "construction" : "recognition";
        var started = await person.PostAsync("/applications", new { programme = Programme, institutionId = named?.Id });
        if (started.Status != HttpStatusCode.Created)
        {
            if (started.Json["code"]!.GetValue<string>() == "too-many-drafts")
            {
                return "apply: too many drafts";
            }

            named!.Standing.ShouldNotBe("under-construction");
            return "apply: body is not under construction";
        }

        var filing = new Filing(started.Id, purpose, organisation, purpose == "recognition" ? centre : null, [leads[random.Next(leads.Count)]], Fields[random.Next(2)], named?.Id);
        await FillAsync(person, filing);
        Model.Filings.Add(filing);
        var reply = await person.PostAsync($"/applications/{filing.Id}/submit", new { }, (await person.GetAsync($"/applications/{filing.Id}")).ETag);
        if (Model.BarredUntil(filing, Today) is { } lastDay)
        {
            var problem = reply.Refused(HttpStatusCode.Conflict);
            if (problem["code"]!.GetValue<string>() != "banned")
            {
                // Something else stands against it as well.
                Model.BodyOf(filing).ShouldNotBeNull(reply.Text);
                return "apply: refused";
            }

            (problem["inputs"]!["lastDay"].Day(), problem["inputs"]!["firstFreeDay"].Day()).ShouldBe((lastDay, lastDay.AddDays(1)));
            return "apply: banned";
        }

        if (!Took(reply))
        {
            reply.Json["code"]!.GetValue<string>().ShouldBeOneOf("recognition-under-way", "submitted-twice", "not-under-construction");
            return "apply: refused";
        }

        filing.Passed.Add("submitted");
        filing.SubmittedAt = step;
        return "apply";
    }

    private static async Task FillAsync(Person person, Filing filing)
    {
        var answers = Papers.Answers(filing.Applicant);
        answers["projectName"] = $"项目{Interlocked.Increment(ref numbers)}";
        answers["keyField"] = filing.Category;
        answers["leadBodies"] = new JsonArray([.. filing.Leads.Select(code => (JsonNode)new JsonObject { ["name"] = Papers.LeadBody, ["code"] = code, ["kind"] = "county-government" })]);
        if (filing.Purpose == "recognition")
        {
            Recognition(answers, filing);
        }

        (await person.PutAsync($"/applications/{filing.Id}", new { answers }, (await person.GetAsync($"/applications/{filing.Id}")).ETag)).Accepted();
        foreach (var field in filing.Purpose == "recognition" ? Files : Files[..1])
        {
            (await person.UploadAsync($"/applications/{filing.Id}/attachments?field={field}", $"{field}.pdf", "application/pdf", Papers.Pdf(field))).Accepted();
        }
    }

    private static void Recognition(JsonObject answers, Filing filing)
    {
        (answers["purpose"], answers["centreName"], answers["centreCode"]) = ("recognition", $"舟山创新中心有限公司{filing.Centre![^8..]}", filing.Centre);
        answers["jointlyBuilt"] = false;
        string[] functions = ["research-and-development", "proof-of-concept", "pilot-testing", "commercialisation", "investment-and-incubation", "ip-management"];
        answers["functions"] = new JsonArray([.. functions.Select(function => (JsonNode)new JsonObject { ["function"] = function, ["evidence"] = "见佐证材料" })]);
        (answers["stableFundsFen"], answers["rdSpendFen"], answers["ownIncomeFen"]) = (500_000_000, 200_000_000, 100_000_000);
        string[] texts =
        [
            "cooperationBasis", "influence", "leadingTalent", "environmentStatement", "fireStatement", "safetyStatement", "secrecyStatement",
            "integrityStatement", "ethicsStatement",
        ];
        foreach (var text in texts)
        {
            answers[text] = "详见申报材料";
        }

        answers["dishonestActsExist"] = false;
    }

    private async Task<string> RecommendAsync()
    {
        if (Likely(Model.Filings, f => f.Has("submitted") && !f.Has("recommended")) is not { } filing)
        {
            return "nothing";
        }

        var seen = await District.GetAsync($"/applications/{filing.Id}");
        if (!Took(seen))
        {
            filing.Has("submitted").ShouldBeFalse("a draft is its applicant's alone");
            return "recommend: a draft";
        }

        foreach (var condition in seen.Json["examination"]!.AsArray().Where(c => c!["verdict"]!.GetValue<string>() == "needs-person" && c["answer"] is null && random.Next(12) > 0))
        {
            await District.PostAsync($"/applications/{filing.Id}/examination/{condition!["condition"]}", new { met = true, reason = "已核对" }, (await District.GetAsync($"/applications/{filing.Id}")).ETag);
        }

        seen = await District.GetAsync($"/applications/{filing.Id}");
        var reply = await District.PostAsync("/recommendation-lists", new { programme = Programme, documentNumber = Number(), issuedOn = Today, applications = new[] { new { id = filing.Id, version = seen.Version } } });
        return Passes(reply, filing, "recommended", "submitted");
    }

    private async Task<string> EnterAsync()
    {
        if (Likely(Model.Filings, f => f is { Purpose: "construction", Done: false } && f.Has("recommended")) is not { } filing)
        {
            return "nothing";
        }

        var (_, city) = Anyone();
        var reply = await city.PostAsync($"/applications/{filing.Id}/enter-construction", new { documentNumber = Number(), decidedOn = Today }, (await city.GetAsync($"/applications/{filing.Id}")).ETag ?? "\"1\"");
        if (!Took(reply))
        {
            return $"enter: {reply.Json["code"]}";
        }

        filing.Purpose.ShouldBe("construction");
        filing.Done.ShouldBeFalse();
        filing.Has("submitted", "recommended").ShouldBeTrue();
        Model.BarredUntil(filing, Today).ShouldBeNull();
        filing.Done = true;
        if (Model.SameBody(filing) is { } earlier)
        {
            earlier.IsGone.ShouldBeTrue("a body is entered once (ZS-04, ZS-08)");
            reply.Id.ShouldBe(earlier.Id, "its years and its clock run on");
            earlier.IsEnteredBy(filing);
            return "enter again";
        }

        Model.Bodies.Add(new Body(reply.Id, filing.Applicant, filing));
        return "enter";
    }
}
