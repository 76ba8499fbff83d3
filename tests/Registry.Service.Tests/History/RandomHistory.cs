using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Contracts.Reporting;
using Registry.Tests.Evaluations;
using Registry.Tests.Hosting;
using ServiceDefaults.Clock;
using Shouldly;
using Testing.Hosting;
using Testing.Identity;
using static Registry.Tests.History.Model;

namespace Registry.Tests.History;

/// <summary>A random history: acts of many persons through the API, in and out of turn, and what the model makes of them.</summary>
internal sealed class RandomHistory(ServiceHost host, MovingTime time, Random random)
{
    private const string Programme = "zhoushan-innovation-centres";
    private static readonly string[] Files = ["commitment", "constructionPlan", "organisationRules", "strengthEvidence", "complianceEvidence"];
    private static readonly string[] Fields = ["ships-and-offshore", "new-materials"];
    private static readonly string[] Grounds = ["serious-fraud", "major-accident", "research-misconduct"];
    private static int numbers;

    private readonly List<(string Organisation, string Centre)> builders = [.. Enumerable.Range(0, 5).Select(_ => (Papers.NewOrganisation(), Papers.NewOrganisation()))];
    private readonly List<string> leads = [.. Enumerable.Range(0, 5).Select(_ => Papers.NewOrganisation())];
    private readonly string[] names = ["ann", "bo", "chen"];
    private readonly Dictionary<(Guid Body, int Year, string Kind), (Guid Id, long Version)> results = [];
    private readonly List<(Person Person, Guid Id)> experts = [];
    private int step;

    public Model Model { get; } = new();

    /// <summary>How often each thing came to pass.</summary>
    public Dictionary<string, int> Tally { get; } = new(StringComparer.Ordinal);

    private DateOnly Today => BusinessClock.DayOf(time.GetUtcNow().UtcDateTime);

    private Person District => Person.District(host);

    public async Task EnrolAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            var person = Person.Of(host, new TestUser($"expert-{Guid.CreateVersion7():N}", ["expert"], "zhoushan"));
            var enrolled = await person.PostAsync("/experts", new { organisationCode = Papers.NewOrganisation(), organisationName = "浙江海洋大学", fields = Fields });
            experts.Add((person, enrolled.Accepted().Id));
        }
    }

    public async Task<string> StepAsync()
    {
        step++;
        time.Now += TimeSpan.FromMinutes(1);
        var told = random.Next(100) switch
        {
            < 13 => await ApplyAsync(),
            < 23 => await RecommendAsync(),
            < 28 => await EnterAsync(),
            < 36 => await SelectAsync(),
            < 44 => await ConcludeAsync(),
            < 51 => await DecideAsync(),
            < 58 => await PostAsync(),
            < 61 => await ObjectAsync(),
            < 64 => await SettleObjectionAsync(),
            < 75 => await AnnounceAsync(),
            < 78 => await AccuseAsync(),
            < 83 => await ConfirmAsync(),
            < 88 => await EvaluateAsync(),
            < 91 => await ChangeAsync(),
            < 92 => await LiftAsync(),
            _ => Wait(),
        };
        Tally[told] = Tally.GetValueOrDefault(told) + 1;
        return told;
    }

    /// <summary>Every institution is what the model says, and nobody is one that the model does not know.</summary>
    public async Task CompareAsync()
    {
        var rows = (await City("ann").GetAsync("/institutions?limit=200")).Accepted().Json["items"]!.AsArray();
        var (seen, expected) = (rows.Select(row => $"{row!["id"]} {row["standing"]}").ToHashSet(), Model.Bodies.Select(body => $"{body.Id} {body.Standing}").ToHashSet());
        (string.Join("; ", seen.Except(expected).Order()), string.Join("; ", expected.Except(seen).Order())).ShouldBe(("", ""), "what the register has beside the model, and the model beside the register");
    }

    private async Task<string> ApplyAsync()
    {
        var (organisation, centre) = builders[random.Next(builders.Count)];
        var person = Person.Operator(host, organisation);
        var named = random.Next(2) == 0 ? Likely(Model.Bodies.Where(b => b.Builder == organisation), b => b.Standing == "under-construction") : null;
        var purpose = named is null && random.Next(3) == 0 ? "construction" : "recognition";
        var started = await person.PostAsync("/applications", new { programme = Programme, institutionId = named?.Id });
        if (started.Status != HttpStatusCode.Created)
        {
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

    private async Task<string> SelectAsync()
    {
        var ready = Model.Filings.Where(f => f is { Purpose: "recognition", Refused: false } && f.Has("recommended") && !f.Has("selected")).Take(3).ToList();
        var filings = random.Next(8) == 0 && Likely(Model.Filings, _ => true) is { } any ? [any] : ready;
        if (filings.Count == 0)
        {
            return "nothing";
        }

        var (_, city) = Anyone();
        var lines = new List<object>();
        foreach (var filing in filings)
        {
            var seen = await city.GetAsync($"/applications/{filing.Id}");
            lines.Add(new { id = filing.Id, version = Took(seen) ? seen.Version : 1 });
        }

        var reply = await city.PostAsync("/selections", new { programme = Programme, track = "directed", title = "综合评审", applications = lines, experts = experts.Select(e => new { expertId = e.Id }) });
        if (!Took(reply))
        {
            return $"select: {reply.Json["code"]}";
        }

        filings.ShouldAllBe(f => f.Purpose == "recognition" && f.Has("submitted", "recommended") && !f.Has("selected") && !f.Refused);
        filings.ForEach(f => f.Passed.Add("selected"));
        Model.Reviews.Add(new Review(reply.Id, filings));
        return "select";
    }

    private async Task<string> ConcludeAsync()
    {
        if (Likely(Model.Reviews, r => !r.Concluded) is not { } review)
        {
            return "nothing";
        }

        // One in six is concluded without the scores of all experts.
        foreach (var (person, _) in experts.Take(random.Next(6) == 0 ? 2 : 3))
        {
            await ScoreAsync(person, review);
        }

        var (name, city) = Anyone();
        var reply = await city.PostAsync($"/selections/{review.Id}/conclude", new { }, (await city.GetAsync($"/selections/{review.Id}")).ETag);
        if (!Took(reply))
        {
            return $"conclude: {reply.Json["code"]}";
        }

        review.Concluded.ShouldBeFalse();
        var sheets = reply.Json["entries"]!.AsArray();
        sheets.ShouldAllBe(e => e!["scores"]!.GetValue<int>() >= 3, "three experts score each application (ZS-15)");
        (review.Concluded, review.ConcludedBy) = (true, name);
        foreach (var filing in review.Filings)
        {
            filing.Passed.Add("scored");
            if (Proposed(reply).Contains(filing.Id))
            {
                filing.Passed.Add("concluded");
            }
        }

        return "conclude";
    }

    private async Task ScoreAsync(Person expert, Review review)
    {
        var open = (await expert.GetAsync("/score-sheets?status=open&limit=200")).Accepted().Json["items"]!.AsArray();
        foreach (var sheet in open.Where(s => review.Filings.Any(f => f.Id == s!["applicationId"]!.GetValue<Guid>())))
        {
            await expert.PostAsync($"/score-sheets/{sheet!["id"]}/score", new { score = random.Next(5) == 0 ? 20 : 90, meetsConditions = true, justification = "条件齐备,基础扎实,方案可行" }, $"\"{sheet["version"]}\"");
        }
    }

    private async Task<string> DecideAsync()
    {
        if (Likely(Model.Reviews, r => r is { Concluded: true, Decided: false }) is not { } review)
        {
            return "nothing";
        }

        var (name, city) = Anyone();
        var reply = await city.PostAsync($"/selections/{review.Id}/decide", new { documentNumber = Number(), decidedOn = Today }, (await city.GetAsync($"/selections/{review.Id}")).ETag);
        if (!Took(reply))
        {
            return $"decide: {reply.Json["code"]}";
        }

        (review.Concluded, review.Decided).ShouldBe((true, false));
        name.ShouldNotBe(review.ConcludedBy);
        review.Decided = true;
        foreach (var filing in review.Filings.Where(f => Proposed(reply).Contains(f.Id)))
        {
            filing.Has("concluded").ShouldBeTrue("the city adds nobody to the experts' list");
            filing.Passed.Add("decided");
        }

        return "decide";
    }

    private async Task<string> PostAsync()
    {
        if (Likely(Model.Reviews, r => r.Decided && !Model.Postings.Exists(p => p.Filings.Intersect(r.Filings).Any())) is not { } review)
        {
            return "nothing";
        }

        var (_, city) = Anyone();
        var reply = await city.PostAsync("/notices", new { selectionId = review.Id, documentNumber = Number(), postedOn = Today });
        if (!Took(reply))
        {
            return $"post: {reply.Json["code"]}";
        }

        var notice = reply.Json["notice"]!;
        var listed = notice["applications"]!.AsArray().Select(a => a!["applicationId"]!.GetValue<Guid>()).ToHashSet();
        var filings = review.Filings.Where(f => listed.Contains(f.Id)).ToList();
        filings.ShouldAllBe(f => f.Has("decided") && !f.Has("posted"));
        notice["workingDays"]!.AsArray().Count.ShouldBe(5);
        notice["workingDays"]!.AsArray().ShouldAllBe(day => day.Day() > Today);
        filings.ForEach(f => f.Passed.Add("posted"));
        Model.Postings.Add(new Posting(reply.Id, notice["lastDay"].Day(), filings));
        return "post";
    }

    private async Task<string> ObjectAsync()
    {
        if (Likely(Model.Postings, p => p.LastDay >= Today) is not { Filings: [.., var filing] } posting)
        {
            return "nothing";
        }

        var anybody = new Person(host.Anonymous(), host);
        var reply = await anybody.PostAsync($"/public/notices/{posting.Id}/objections", new { applicationId = filing.Id, name = "王某某", contact = "13805800000", statement = "中试线并未建成" });
        if (!Took(reply))
        {
            return $"object: {reply.Json["code"]}";
        }

        Today.ShouldBeLessThanOrEqualTo(posting.LastDay);
        var objections = (await City("ann").GetAsync($"/notices/{posting.Id}")).Accepted().Json["objections"]!.AsArray();
        foreach (var id in objections.Select(o => o!["id"]!.GetValue<Guid>()).Where(id => !Model.Objections.Exists(o => o.Id == id)))
        {
            Model.Objections.Add(new Objection(id, filing));
        }

        return "object";
    }

    private async Task<string> SettleObjectionAsync()
    {
        if (Likely(Model.Objections, o => o.Open) is not { } objection)
        {
            return "nothing";
        }

        var (name, city) = Anyone();
        var etag = (await city.GetAsync($"/objections/{objection.Id}")).ETag;
        if (objection.VerifiedBy is null)
        {
            objection.VerifiedBy = Took(await city.PostAsync($"/objections/{objection.Id}/verify", new { findings = "现场核查" }, etag)) ? name : null;
            return "verify";
        }

        var upheld = random.Next(3) == 0;
        if (!Took(await city.PostAsync($"/objections/{objection.Id}/decide", new { upheld, reason = "据核查结果" }, etag)))
        {
            return "objection: refused";
        }

        name.ShouldNotBe(objection.VerifiedBy);
        objection.Open.ShouldBeTrue();
        objection.Open = false;
        objection.Filing.Refused |= upheld;
        return "objection decided";
    }

    private async Task<string> AnnounceAsync()
    {
        if (Likely(Model.Postings, p => p.LastDay < Today && p.Filings.Any(f => !f.Done)) is not { } posting || posting.Filings.Count == 0)
        {
            return "nothing";
        }

        var filing = Likely(posting.Filings, f => !f.Done)!;
        var issuedOn = random.Next(6) switch { 0 => posting.LastDay, 1 => Today.AddDays(1), 2 => posting.LastDay.AddDays(1), _ => Today };
        var (_, city) = Anyone();
        var field = "船舶" + string.Concat(Interlocked.Increment(ref numbers).ToString(CultureInfo.InvariantCulture).Select(digit => "零一二三四五六七八九"[digit - '0']));
        var reply = await city.PostAsync("/announcements", new { noticeId = posting.Id, documentNumber = Number(), issuedOn, centres = new[] { new { applicationId = filing.Id, field } } });
        var body = Model.BodyOf(filing);
        if (!Took(reply))
        {
            return $"announce: {reply.Json["code"]}";
        }

        filing.Has(Chain).ShouldBeTrue($"passed only {string.Join(", ", filing.Passed)}");
        (filing.Done, filing.Refused).ShouldBe((false, false));
        issuedOn.ShouldBeGreaterThan(posting.LastDay);
        issuedOn.ShouldBeLessThanOrEqualTo(Today);
        Model.Objections.ShouldNotContain(o => o.Filing.Id == filing.Id && o.Open);
        Model.BarredUntil(filing, issuedOn).ShouldBeNull();
        Model.Bodies.ShouldNotContain(b => b.IsRecognised && b.Centre == filing.Centre, "a legal person is one centre (ZS-10)");
        if (body is not null)
        {
            body.IsRecognised.ShouldBeFalse();
            body.Standing.ShouldNotBe("merged");
            filing.SubmittedAt.ShouldBeGreaterThan(body.EndedAt, "who has ended begins anew");
        }
        else
        {
            var centre = reply.Json["centres"]!.AsArray().Single()!;
            body = new Body(centre["institutionId"]!.GetValue<Guid>(), filing.Applicant, filing);
            Model.Bodies.Add(body);
        }

        filing.Done = true;
        body.IsRecognisedBy(filing);
        return "announce";
    }

    private async Task<string> AccuseAsync()
    {
        if (Likely(Model.Bodies, b => !b.IsGone) is not { } body || random.Next(2) == 0)
        {
            return "nothing";
        }

        var (name, city) = Anyone();
        var reply = await city.PostAsync("/sanctions", new { institutionId = body.Id, ground = Grounds[random.Next(3)], facts = "查实", foundOn = Today });
        Model.Proposers[reply.Accepted().Id] = name;
        return "accuse";
    }

    private async Task<string> ConfirmAsync()
    {
        var open = (await City("ann").GetAsync("/sanctions?status=proposed&limit=200")).Accepted().Json["items"]!.AsArray();
        if (open.Count == 0)
        {
            return "nothing";
        }

        var sanction = open[random.Next(open.Count)]!;
        var (id, (name, city)) = (sanction["id"]!.GetValue<Guid>(), Anyone());
        if (random.Next(6) == 0)
        {
            return Took(await city.PostAsync($"/sanctions/{id}/dismiss", new { reason = "证据不足" }, $"\"{sanction["version"]}\"")) ? "dismiss" : "dismiss: refused";
        }

        var reply = await city.PostAsync($"/sanctions/{id}/confirm", new { documentNumber = Number(), decidedOn = Today }, $"\"{sanction["version"]}\"");
        if (!Took(reply))
        {
            return $"confirm: {reply.Json["code"]}";
        }

        name.ShouldNotBe(Model.Proposers.GetValueOrDefault(id));
        Establish(reply.Json, Model.Bodies.Single(b => b.Id == sanction["institutionId"]!.GetValue<Guid>()));
        return $"confirm {reply.Json["measure"]}";
    }

    private void Establish(JsonNode confirmed, Body body)
    {
        var measure = confirmed["measure"]!.GetValue<string>();
        var expected = measure switch
        {
            // ZS-20: the centre alone; ZS-22: centre and lead bodies, in their field.
            "delisting" => [new Bar(Guid.Empty, body.LegalPerson, null, false, Today, Today.AddYears(2))],
            "revocation" => body.Leads.Prepend(body.LegalPerson).Select(code => new Bar(Guid.Empty, code, body.Category, true, Today, Today.AddYears(2))).ToList(),
            _ => (List<Bar>)[],
        };
        var bans = confirmed["bans"]!.AsArray();
        bans.Select(b => (b!["code"]!.GetValue<string>(), b["category"]?.GetValue<string>(), b["lastDay"].Day())).ShouldBe(expected.Select(b => (b.Code, b.Category, b.LastDay)), ignoreOrder: true);
        Model.Bars.AddRange(expected.Select(bar => bar with { Id = bans.First(b => b!["code"]!.GetValue<string>() == bar.Code)!["id"]!.GetValue<Guid>() }));
        if (measure == "rectification")
        {
            body.IsRecognised.ShouldBeTrue();
            body.Standing = "under-rectification";
            Model.Rectifications.Add((body.Id, confirmed["year"]!.GetValue<int>(), confirmed["lastDay"].Day()));
        }
        else
        {
            body.Ends(measure switch { "delisting" => "delisted", "revocation" => "revoked", _ => "cancelled" }, step);
        }
    }

    private async Task<string> EvaluateAsync()
    {
        if (Likely(Model.Bodies, b => b.IsRecognised) is not { } body)
        {
            return "nothing";
        }

        var again = body.Standing == "under-rectification" && random.Next(2) == 0;
        var year = again ? Model.Rectifications.FindLast(r => r.Body == body.Id).Year : Today.Year - random.Next(1, 3);
        var key = (body.Id, Year: year, Kind: again ? EvaluationKinds.ReEvaluation : EvaluationKinds.Yearly);
        results[key] = results.TryGetValue(key, out var known) ? (known.Id, known.Version + 1) : (Guid.CreateVersion7(), 1);
        var grade = random.Next(5) < 3 ? "fail" : "pass";
        await EvaluationTests.PublishAsync(host, new EvaluationPublished
        {
            EvaluationId = results[key].Id,
            Version = results[key].Version,
            InstitutionId = body.Id,
            Programme = Programme,
            Year = key.Year,
            Kind = key.Kind,
            Grade = grade,
            PublishedOn = Today,
            DocumentNumber = Number(),
        });

        // The only way back without a chain: a rectification that was passed, or had no ground (ZS-19).
        var standing = (await City("ann").GetAsync($"/institutions/{body.Id}")).Accepted().Json["standing"]!.GetValue<string>();
        if (standing != body.Standing)
        {
            (body.Standing, standing, grade).ShouldBe(("under-rectification", "recognised", "pass"));
            (!again || Model.Rectifications.Exists(r => r.Body == body.Id && r.Year == year && r.LastDay < Today)).ShouldBeTrue("整改期满 (ZS-19)");
            body.Standing = standing;
            return "put right";
        }

        return $"evaluate {grade}";
    }

    private async Task<string> ChangeAsync()
    {
        if (Likely(Model.Bodies, b => !b.IsGone) is not { } body)
        {
            return "nothing";
        }

        var absorbed = random.Next(3) == 0 ? Likely(Model.Bodies, b => !b.IsGone) : null;
        var reported = await Person.Operator(host, body.Builder).PostAsync(
            $"/institutions/{body.Id}/changes", new { kinds = new[] { "merger" }, changedOn = Today, description = "合并", absorbs = absorbed?.Id });
        if (!Took(reported))
        {
            (body.IsGone || absorbed is { IsGone: true } || absorbed == body).ShouldBeTrue(reported.Text);
            return "change: refused";
        }

        (body.IsGone || absorbed is { IsGone: true } || absorbed == body).ShouldBeFalse();
        (await District.PostAsync($"/changes/{reported.Id}/receive", new { receivedOn = Today })).Accepted();
        var (name, city) = Anyone();
        var received = (await city.PostAsync($"/changes/{reported.Id}/receive", new { receivedOn = Today })).Accepted();
        var conforms = random.Next(2) == 0;
        string[] clauses = ["ZS-09", "ZS-10", "ZS-11", "ZS-12"];
        var examined = (await city.PostAsync(
            $"/changes/{reported.Id}/examine",
            new { conforms, findings = clauses.Select(clause => new { clause, met = conforms }), reason = "核查", documentNumber = Number(), decidedOn = Today },
            received.ETag)).Accepted();
        if (examined.Json["sanctionId"] is { } sanction)
        {
            Model.Proposers[sanction.GetValue<Guid>()] = name;
        }

        if (conforms && absorbed is not null)
        {
            absorbed.Ends("merged", step);
            return "merge";
        }

        return $"change: {examined.Json["status"]}";
    }

    private async Task<string> LiftAsync()
    {
        if (Likely(Model.Bars, b => b.LiftedOn is null && b.LastDay >= Today) is not { } bar)
        {
            return "nothing";
        }

        var (_, city) = Anyone();
        if (!Took(await city.PostAsync($"/bans/{bar.Id}/lift", new { documentNumber = Number(), decidedOn = Today, reason = "查清" })))
        {
            (bar.LiftedOn is not null || bar.LastDay < Today).ShouldBeTrue();
            return "lift: refused";
        }

        bar.LiftedOn = Today;
        return "lift";
    }

    /// <summary>Lets days pass, often right up to a boundary: a ban's last day and the first free one, the day after a notice.</summary>
    private string Wait()
    {
        var bounds = Model.Bars.SelectMany(bar => new[] { bar.LastDay, bar.LastDay.AddDays(1) })
            .Concat(Model.Postings.Select(posting => posting.LastDay.AddDays(1)))
            .Concat(Model.Rectifications.Select(rectification => rectification.LastDay.AddDays(1)))
            .Where(day => day > Today && day < Today.AddDays(random.Next(6) == 0 ? 400 : 90))
            .Order()
            .ToList();
        var days = bounds.Count > 0 && random.Next(3) > 0 ? bounds[random.Next(Math.Min(3, bounds.Count))].DayNumber - Today.DayNumber : random.Next(1, 30);
        time.Now += TimeSpan.FromDays(days);
        return "wait";
    }

    private static string Passes(Reply reply, Filing filing, string passed, params string[] needs)
    {
        if (!Took(reply))
        {
            return $"{passed}: {reply.Json["code"]}";
        }

        (filing.Has(needs) && !filing.Has(passed)).ShouldBeTrue($"{passed} after {string.Join(", ", filing.Passed)}");
        filing.Passed.Add(passed);
        return passed;
    }

    private static HashSet<Guid> Proposed(Reply selection) =>
        [.. selection.Json["entries"]!.AsArray().Where(e => e!["outcome"]!.GetValue<string>() == "proposed").Select(e => e!["applicationId"]!.GetValue<Guid>())];

    /// <summary>Mostly something that is in its turn, now and then anything.</summary>
    private T? Likely<T>(IEnumerable<T> all, Func<T, bool> inTurn) where T : class
    {
        var some = all.ToList();
        var turn = some.Where(inTurn).ToList();
        var from = turn.Count > 0 && random.Next(10) > 0 ? turn : some;
        return from.Count == 0 ? null : from[random.Next(from.Count)];
    }

    private (string Name, Person City) Anyone()
    {
        var name = names[random.Next(names.Length)];
        return (name, City(name));
    }

    private Person City(string name) => Person.City(host, name: name);

    private static string Number() => string.Create(CultureInfo.InvariantCulture, $"舟科〔历〕{Interlocked.Increment(ref numbers)}号");

    /// <summary>Whether it was done. A refusal is a person's answer in both languages; nothing else is one.</summary>
    private static bool Took(Reply reply)
    {
        if ((int)reply.Status < 300)
        {
            return true;
        }

        ((int)reply.Status).ShouldBeLessThan(500, reply.Text);
        reply.Refused(reply.Status);
        return false;
    }
}
