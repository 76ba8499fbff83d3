using System.Text.Json.Nodes;
using Contracts.Reporting;
using Registry.Tests.Evaluations;
using Registry.Tests.Hosting;
using Shouldly;
using static Registry.Tests.History.Model;

namespace Registry.Tests.History;

/// <summary>Cases, evaluations, changes and lifted bans (ZS-19 to ZS-22).</summary>
internal sealed partial class RandomHistory
{
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

        var (proposer, city) = Anyone();
        var seen = (await city.GetAsync($"/bans/{bar.Id}")).Accepted();
        var proposed = await city.PostAsync($"/bans/{bar.Id}/lift", new { documentNumber = Number(), decidedOn = Today, reason = "查清" }, seen.ETag);
        if (!Took(proposed))
        {
            (bar.LiftedOn is not null || bar.LastDay < Today).ShouldBeTrue();
            return "lift: refused";
        }

        var (confirmer, other) = Anyone();
        var confirmed = Took(await other.PostAsync($"/bans/{bar.Id}/lift/confirm", new { }, proposed.ETag));
        confirmed.ShouldBe(confirmer != proposer, "a ban is lifted by two persons");
        if (!confirmed)
        {
            (await City(confirmer == "ann" ? "ben" : "ann").PostAsync($"/bans/{bar.Id}/lift/refuse", new { reason = "证据不足" }, proposed.ETag)).Accepted();
            return "lift: refused";
        }

        bar.LiftedOn = Today;
        return "lift";
    }
}
