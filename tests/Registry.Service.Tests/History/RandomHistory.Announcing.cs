using System.Globalization;
using Registry.Tests.Hosting;
using Shouldly;
using static Registry.Tests.History.Model;

namespace Registry.Tests.History;

/// <summary>Public notice, objections and announcement (ZS-16, ZS-17).</summary>
internal sealed partial class RandomHistory
{
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
}
