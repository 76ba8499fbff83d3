using System.Text.Json.Nodes;
using Policies;
using Registry.Tests.Hosting;
using Shouldly;

namespace Registry.Tests.Separation;

/// <summary>Decisions on one body, meetings of the leading group, and the filings and entries that rest on them.</summary>
internal sealed partial class SeparationHistory
{
    private const string ChairmansSeat = "xiongshan";

    /// <summary>A draft is adopted, and a plan that is near its end goes on: both by two persons.</summary>
    private async Task BringIntoForceAsync(PolicyPack pack)
    {
        if (pack.Status != PackStatus.Draft && pack.Until is null)
        {
            return;
        }

        var some = people.Where(one => one.Jurisdiction == pack.Jurisdiction && one.Organisation is null).Select(one => one.Subject).ToList();
        foreach (var kind in (string[])[.. pack.Status == PackStatus.Draft ? ["adopt"] : (string[])[], .. pack.Until is null ? (string[])[] : ["extend"]])
        {
            var until = kind == "extend" ? new DateOnly(2099, 12, 31) : (DateOnly?)null;
            var recorded = (await Of(some[0]).Person.PostAsync("/plan-decisions", new { programme = pack.Programme, kind, documentNumber = Number(), decidedOn = Today, until })).Accepted();
            (await Of(some[1]).Person.PostAsync($"/plan-decisions/{recorded.Id}/confirm", new { }, recorded.ETag)).Accepted();
        }
    }

    /// <summary>Every seat of the group gets a holder; the chairman is one of an applying organisation.</summary>
    private async Task SeatAsync(PolicyPack pack)
    {
        if (pack.Register("leading-group") is not { } register)
        {
            return;
        }

        chairmen[pack.Programme] = people.First(one => one.Jurisdiction == pack.Jurisdiction && one.Organisation is not null).Organisation!;
        foreach (var seat in register.Fields.Single(field => field.Name == "seat").Options.Select(option => option.Key))
        {
            var office = Anybody(pack, "", organisation => organisation is null).Person;
            var answers = new JsonObject
            {
                ["seat"] = seat,
                ["post"] = "member",
                ["name"] = $"{seat}负责人",
                ["organisationName"] = $"{seat}单位",
                ["organisationCode"] = seat == ChairmansSeat ? chairmen[pack.Programme] : Papers.NewOrganisation(),
                ["heldFrom"] = "2025-01-01",
            };
            var drafted = (await office.PostAsync($"/registers/{pack.Programme}/leading-group/entries", new { answers })).Accepted();
            (await office.PostAsync($"/entries/{drafted.Id}/file", new { }, drafted.ETag)).Accepted();
        }
    }

    private async Task<string> DecideCaseAsync()
    {
        if (Likely(one => one.IsNext(Route.CaseDecision)) is not { } one || !one.Pack.Routes.Any(route => route.Takes(Route.CaseDecision)))
        {
            return "nothing";
        }

        var (recorder, confirmer) = (Anybody(one.Pack, "city-reviewer"), Anybody(one.Pack, "city-reviewer"));
        var request = new { programme = one.Pack.Programme, kind = "body", subjectName = "某离岸机构", subjectCode = one.Applicant, terms = "同意备案", documentNumber = Number(), decidedOn = Today };
        var recorded = await recorder.Person.PostAsync("/case-decisions", request);
        if (!Took(recorded))
        {
            return Told("case", recorded);
        }

        one.CaseDecision = recorded.Id;
        var confirmed = await confirmer.Person.PostAsync($"/case-decisions/{recorded.Id}/confirm", new { }, recorded.ETag);
        if (!Took(confirmed))
        {
            return Told("case confirmed", confirmed);
        }

        confirmer.Counts.Intersect(recorder.Signs).ShouldBeEmpty("another person confirms (P-5)");
        one.Grounds = (recorder, confirmer);
        return "case";
    }

    private async Task<string> MeetAsync()
    {
        if (Likely(one => one.IsNext(Route.GroupDecision)) is not { } one || one.Pack.Register("leading-group") is not { } register)
        {
            return "nothing";
        }

        var seats = register.Fields.Single(field => field.Name == "seat").Options.Select(option => option.Key).ToList();
        var present = seats.Where(seat => seat == ChairmansSeat || random.Next(5) > 0).ToList();
        var (recorder, mover, head) = (Anybody(one.Pack, "city-reviewer"), Anybody(one.Pack, "city-reviewer"), Anybody(one.Pack, "leader"));
        var meeting = await recorder.Person.PostAsync("/meetings", new { programme = one.Pack.Programme, documentNumber = Number(), heldOn = Today, present });
        if (!Took(meeting))
        {
            present.Count.ShouldBeLessThan(8);
            return Told("meet", meeting);
        }

        present.Count.ShouldBeGreaterThanOrEqualTo(8);
        var (recused, against) = (random.Next(2) == 0, random.Next(4) == 0 ? present.Count : random.Next(0, 4));
        var votes = present.Select((seat, i) => seat == ChairmansSeat && recused
            ? new { seat, vote = "recused", reason = (string?)"所在集团为当事方" }
            : new { seat, vote = i < against ? "against" : "for", reason = (string?)null }).ToList();
        var moved = await mover.Person.PostAsync($"/meetings/{meeting.Id}/motions", new { subject = new { kind = "application", id = one.Id }, text = "同意设立", votes }, meeting.ETag);
        if (!Took(moved))
        {
            return Told("move", moved);
        }

        (recused || one.Applicant != chairmen[one.Pack.Programme]).ShouldBeTrue("a chairman whose group is a party is recused (SD-03)");
        one.IsNext(Route.GroupDecision, again: true).ShouldBeTrue("the group may vote anew until the body is entered");
        one.Held(Office.Arranger, mover);
        var confirmed = await head.Person.PostAsync($"/meetings/{meeting.Id}/confirm", new { }, moved.ETag);
        if (!Took(confirmed))
        {
            return Told("minutes", confirmed);
        }

        head.Counts.Intersect(recorder.Signs.Concat(mover.Signs)).ShouldBeEmpty("another person confirms the minutes");
        one.Held(Office.Decider, head);
        var motion = confirmed.Json["motions"]![0]!;
        var (inFavour, taking) = (votes.Count(vote => vote.vote == "for"), votes.Count(vote => vote.vote != "recused"));
        motion["adopted"]!.GetValue<bool>().ShouldBe(inFavour * 2 > taking);
        one.Resolution = motion["id"]!.GetValue<Guid>();
        if (inFavour * 2 > taking)
        {
            one.Passed.Add(Route.GroupDecision);
        }
        else
        {
            one.Passed.Remove(Route.GroupDecision);
        }

        return "meet";
    }

    private async Task<string> EnterAsync()
    {
        if (Likely(one => one.IsNext("filing") || one.IsNext("construction-entry") || (one.IsNext(Route.CaseDecision) && one.Grounds is not null)) is not { } one)
        {
            return "nothing";
        }

        var actor = Anybody(one.Pack, "city-reviewer");
        var step = one.Route.Becomes == "under-construction" ? "construction-entry" : "filing";
        object request = step == "filing"
            ? new { documentNumber = Number(), decidedOn = Today, caseDecisionId = one.CaseDecision, resolutionId = one.Resolution }
            : new { documentNumber = Number(), decidedOn = Today };
        var reply = await actor.Person.PostAsync(
            $"/applications/{one.Id}/{(step == "filing" ? "file" : "enter-construction")}", request, (await actor.Person.GetAsync($"/applications/{one.Id}")).ETag ?? "\"1\"");
        if (!Took(reply))
        {
            return Told("enter", reply);
        }

        if (one.Route.Takes(Route.CaseDecision))
        {
            var (recorder, confirmer) = one.Grounds.ShouldNotBeNull("no filing without a confirmed decision on the body (EO-07)");
            one.Held(Office.Arranger, recorder);
            one.Held(Office.Decider, confirmer);
            one.Passed.Add(Route.CaseDecision);
        }

        one.Held(Office.Arranger, actor);
        Stands(one, step, reply.Id);
        return $"enter {one.Pack.Programme}";
    }
}
