using Contracts.Refusals;
using Contracts.Registry;
using Policies;
using Registry.Bans;
using Registry.Institutions;
using Registry.Sanctions;
using Registry.Tests.Hosting;
using Shouldly;
using Xunit;
using static Registry.Tests.Sanctions.Cases;
using static Registry.Tests.Sanctions.Offshore;

namespace Registry.Tests.Sanctions;

/// <summary>Bodies taken out of filing (EO-12), and who may not be filed again, where and until when (EO-13).</summary>
public sealed class RemovalTests
{
    private static readonly DateOnly DecidedOn = new(2028, 2, 29);
    private static readonly DateOnly LastDay = new(2030, 2, 28);

    [Theory]
    [InlineData("report-not-filed")]
    [InlineData("no-actual-work")]
    [InlineData("evaluation-failed")]
    public void Each_ground_of_EO_12_removes_the_body_and_bars_it_for_two_years_with_its_host_at_the_same_place(string ground)
    {
        var body = Offshore.Body(centreCode: CentreCode);
        var sanction = Remove(body, ground);

        (body.Standing, body.StandingSince).ShouldBe((Standings.Removed, DecidedOn));
        (sanction.Ground, sanction.Clause).ShouldBe((ground, "EO-12"));
        sanction.Bans.ShouldAllBe(ban => ban.Clause == "EO-13" && ban.From == DecidedOn);
        sanction.Bans.Select(ban => (ban.Subject, ban.Code, ban.Category, ban.Place, ban.LastDay)).ShouldBe(
        [
            ("institution", CentreCode, null, null, LastDay),
            ("host", HostCode, "campus", "武汉市", LastDay),
        ]);
    }

    [Theory]
    [InlineData("2028-02-28", false)]
    [InlineData("2028-02-29", true)]
    [InlineData("2030-02-28", true)]
    [InlineData("2030-03-01", false)]
    public void The_ban_stops_to_its_last_day_and_the_day_after_is_free(string day, bool stops)
    {
        var bans = Remove(Offshore.Body(centreCode: CentreCode)).Bans;
        Stops(bans, "campus", Applicant(centre: CentreCode), DateOnly.Parse(day, provider: null)).ShouldBe(stops);
        Stops(bans, "campus", Applicant(host: HostCode), DateOnly.Parse(day, provider: null)).ShouldBe(stops);
    }

    [Theory]
    [InlineData("category-and-place", "campus", "武汉市", true)]
    [InlineData("category-and-place", "campus", "上海市", false)]
    [InlineData("category-and-place", "headquarters", "武汉市", false)]
    [InlineData("category", "campus", "上海市", true)]
    [InlineData("category", "headquarters", "上海市", false)]
    [InlineData("none", "campus", "武汉市", false)]
    public void The_host_is_barred_as_far_as_the_bureau_has_decided(string scope, string category, string place, bool stops)
    {
        var bans = Remove(Offshore.Body(centreCode: CentreCode), pack: Offshore.Pack(scope)).Bans;
        Stops(bans, category, Applicant(host: HostCode, place: place), LastDay).ShouldBe(stops);
        Stops(bans, category, Applicant(applicant: HostCode, place: place), LastDay).ShouldBe(stops);
        Stops(bans, category, Applicant(centre: CentreCode, place: place), LastDay).ShouldBeTrue("the institution itself is barred in every type and place");
        Stops(bans, category, Applicant(place: place), LastDay).ShouldBeFalse("nobody else is");
    }

    [Theory]
    [InlineData("category-and-place")]
    [InlineData("none")]
    public void A_body_that_is_no_legal_person_is_barred_through_its_host_for_its_type_and_place_alone(string scope)
    {
        var bans = Remove(Offshore.Body(), pack: Offshore.Pack(scope)).Bans;

        var ban = bans.ShouldHaveSingleItem("one person is barred once");
        (ban.Subject, ban.Code, ban.Category, ban.Place).ShouldBe(("institution", HostCode, "campus", "武汉市"));
        Stops(bans, "campus", Applicant(host: HostCode), LastDay).ShouldBeTrue();
        Stops(bans, "headquarters", Applicant(host: HostCode), LastDay).ShouldBeFalse();
        Stops(bans, "campus", Applicant(host: HostCode, place: "上海市"), LastDay).ShouldBeFalse();
    }

    [Fact]
    public void A_body_that_nobody_hosts_is_barred_through_who_builds_it_for_its_type_and_place()
    {
        var bans = Remove(Offshore.Body(host: null)).Bans;
        bans.ShouldHaveSingleItem().Code.ShouldBe(BuilderCode);
        Stops(bans, "campus", Applicant(applicant: BuilderCode), LastDay).ShouldBeTrue();
        Stops(bans, "campus", Applicant(applicant: BuilderCode, place: "上海市"), LastDay).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, "offshore", true)]
    [InlineData(null, "incubation", false)]
    [InlineData("applications, incubation", "offshore", true)]
    [InlineData("applications, incubation", "incubation", true)]
    [InlineData("incubation", "offshore", false)]
    public void A_ban_is_asked_in_every_programme_that_it_covers_and_in_no_other(string? covers, string programme, bool stops)
    {
        var bans = Remove(Offshore.Body(centreCode: CentreCode), pack: Offshore.Pack(covers: covers)).Bans;
        (FindBan.Decide(bans, programme, "campus", Applicant(centre: CentreCode), LastDay) is not null).ShouldBe(stops);
    }

    [Theory]
    [InlineData(Standings.UnderConstruction, "not-recognised")]
    [InlineData(Standings.Removed, "institution-ended")]
    [InlineData(Standings.Cancelled, "institution-ended")]
    public void What_is_not_on_file_is_not_removed_and_nobody_is_barred(string standing, string code)
    {
        var body = Offshore.Body(standing: standing);
        var sanction = Offshore.Case(Offshore.Pack(), body, "no-actual-work", DecidedOn);

        Confirm(sanction, body, Offshore.Pack()).Refusal!.Code.ShouldBe(code);

        (body.Standing, sanction.Bans.Count, sanction.Status).ShouldBe((standing, 0, SanctionStatus.Proposed));
    }

    [Fact]
    public void A_person_proposes_what_persons_find_and_neither_what_an_evaluation_nor_what_a_register_finds()
    {
        var (pack, body) = (Offshore.Pack(), Offshore.Body());
        Outcome<SanctionCase> Propose(string ground) => ProposeSanction.Decide(new(body.Id, ground, "查实", DecidedOn), body, pack, Proposer, DecidedOn, Noon);

        Propose("report-not-filed").Refusal.ShouldBeNull();
        Propose("no-actual-work").Refusal.ShouldBeNull();
        Propose("evaluation-failed").Refusal!.Code.ShouldBe("ground-not-by-hand");
        Propose("transfer-requirement-not-met").Refusal!.Code.ShouldBe("ground-not-by-hand");
    }

    [Theory]
    [InlineData("transfer-body", null)]
    [InlineData("pilot-base", "ground-for-other-category")]
    public void A_ground_is_not_proposed_against_a_category_that_it_leaves_out(string category, string? code)
    {
        var (zone, body) = (Repository.Packs.Single(pack => pack.Programme == "hubei-transfer-zone"), Offshore.Body());
        body.Category = category;
        ProposeSanction.Decide(new(body.Id, "serious-dishonesty", "查实", DecidedOn), body, zone, Proposer, DecidedOn, Noon).Accepted(out _, out var refused).ShouldBe(code is null);
        refused?.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(Standings.Filed)]
    [InlineData(Standings.Recognised)]
    public void A_rectification_that_was_passed_gives_back_what_the_body_was(string standing)
    {
        var body = Offshore.Body(standing: standing);
        var decision = new StandingDecision("2", DecidedOn, "EI-09");
        body.Becomes(Standings.UnderRectification, DecidedOn, decision, Decider, Noon);
        StandingOn.BeforeRectification(body.History).ShouldBe(standing);
        StandingOn.RecognisedSince(body.History).ShouldBe(FiledOn);
    }

    [Fact]
    public void HB_05_a_registers_step_bars_the_undertaking_unit_from_that_register_for_two_years()
    {
        var pack = Offshore.Pack();
        var (register, step) = Projects();
        var entry = new BarPersons.BarredEntry(Guid.CreateVersion7(), HostCode.ToLowerInvariant(), "某科技有限公司");

        BarPersons.Decide(pack, register, step, entry, new("鄂科〔2028〕7号", DecidedOn), Today).Accepted(out var ban, out _).ShouldBeTrue();

        (ban.Subject, ban.Code, ban.From, ban.LastDay, ban.RegisterEntryId, ban.InstitutionId).ShouldBe(("company", HostCode, DecidedOn, LastDay, entry.EntryId, null));
        ban.Covers.ShouldBe(["offshore/projects"]);
        SanctionSheet.Read(ban.Sheet)!.Lines.ShouldNotBeEmpty();
        FindBan.DecideEntry([ban], Offshore.Programme, "projects", HostCode, LastDay)!.Clause.ShouldBe("EO-13");
        FindBan.DecideEntry([ban], Offshore.Programme, "projects", HostCode, LastDay.AddDays(1)).ShouldBeNull();
        FindBan.DecideEntry([ban], Offshore.Programme, "cases", HostCode, LastDay).ShouldBeNull();
        Stops([ban], "campus", Applicant(applicant: HostCode), LastDay).ShouldBeFalse("the clause bars from projects, not from filing");
    }

    [Theory]
    [InlineData(null, "2028-02-29", "bad-input")]
    [InlineData("鄂科〔2028〕7号", "2028-06-02", "date-in-future")]
    public void HB_05_a_register_bars_nobody_without_a_dated_document(string? number, string decidedOn, string code)
    {
        var (register, step) = Projects();
        BarPersons.Decide(Offshore.Pack(), register, step, new(Guid.Empty, HostCode, "某科技有限公司"), new(number, DateOnly.Parse(decidedOn, provider: null)), Today)
            .Refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public void The_packs_own_grounds_are_carried_out_as_they_stand()
    {
        var offshore = Repository.Packs.Single(pack => pack.Programme == "ezhou-offshore-institutions");
        foreach (var ground in offshore.Grounds)
        {
            var bans = Remove(Offshore.Body(centreCode: CentreCode), ground.Name, offshore).Bans;
            bans.Select(ban => (ban.Subject, ban.Place, ban.LastDay, ban.Clause)).ShouldBe([("institution", null, LastDay, "EO-13"), ("host", "武汉市", LastDay, "EO-13")], ground.Name);
        }

        offshore.Grounds.Where(ground => offshore.OriginOf(ground.Name) is null).Select(ground => ground.Name).ShouldBe(["report-not-filed", "no-actual-work"]);
        var zone = Repository.Packs.Single(pack => pack.Programme == "hubei-transfer-zone");
        var (register, step) = zone.Registers.SelectMany(r => r.Steps.Select(s => (r, s))).Single(pair => pair.s.Ground is not null);
        BarPersons.Decide(zone, register, step, new(Guid.Empty, HostCode, "某公司"), new("鄂科〔2028〕7号", DecidedOn), Today).Accepted(out var ban, out _).ShouldBeTrue();
        (ban.Subject, ban.LastDay, ban.Clause, ban.Covers.Single()).ShouldBe(("company", LastDay, "HB-05", $"hubei-transfer-zone/{register.Name}"));
    }

    private static DateOnly Today => new(2028, 6, 1);

    private static SanctionCase Remove(Institution body, string ground = "no-actual-work", PolicyPack? pack = null)
    {
        var sanction = Offshore.Case(pack ?? Offshore.Pack(), body, ground, DecidedOn);
        Confirm(sanction, body, pack ?? Offshore.Pack()).Refusal.ShouldBeNull();
        return sanction;
    }

    private static Outcome<SanctionCase> Confirm(SanctionCase sanction, Institution body, PolicyPack pack) =>
        ConfirmSanction.Decide(sanction, body, [], new("鄂州科〔2028〕7号", DecidedOn), pack, Decider, Today, Noon);

    private static bool Stops(IEnumerable<Ban> bans, string category, Parties parties, DateOnly day) =>
        FindBan.Decide(bans, Offshore.Programme, category, parties, day) is not null;

    private static (Register Register, RegisterStep Step) Projects()
    {
        var citation = Offshore.Pack().Grounds[0].Citation;
        var step = new RegisterStep
        {
            Key = "not-met",
            Label = new Label("未达到转化要求", "requirement not met"),
            Citation = citation,
            From = ["running"],
            To = "closed-unmet",
            Roles = ["city-reviewer"],
            Document = true,
            SecondPerson = true,
            Ground = "transfer-requirement-not-met",
        };
        var register = new Register
        {
            Name = "projects",
            Label = new Label("项目", "projects"),
            Citation = citation,
            Roles = ["operator"],
            Title = "name",
            Barred = "unit",
            Fields = [],
            States = [],
            Steps = [step],
        };
        return (register, step);
    }
}
