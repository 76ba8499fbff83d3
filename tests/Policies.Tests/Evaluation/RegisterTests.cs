using System.Text.Json;
using System.Text.Json.Nodes;
using Policies.Evaluation;
using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Evaluation;

/// <summary>Routes, registers and the field types that came with them, on a made-up pack that uses them all.</summary>
public sealed class RegisterTests
{
    private static readonly string File = Path.Combine(Repository.Root, "tests", "Policies.Tests", "Packs", "vocabulary.yaml");
    private static readonly PolicyPack Pack = PackLoader.LoadFile(File);
    private static readonly Register Carriers = Pack.Register("carriers")!;
    private static readonly DateOnly Today = new(2025, 3, 1);

    [Theory]
    [InlineData("""{ "type": "campus" }""", "called")]
    [InlineData("""{ "type": "regional" }""", "case-by-case")]
    [InlineData("""{ "type": "elsewhere" }""", null)]
    [InlineData("""{ }""", null)]
    [InlineData("""[]""", null)]
    public void A_route_is_taken_by_what_the_application_answers(string answers, string? route) => Pack.Route(Json(answers))?.Name.ShouldBe(route);

    [Theory]
    [InlineData("keywords", """["激光","光电"]""", true)]
    [InlineData("keywords", """["激光","激光"]""", false)]
    [InlineData("keywords", """["一","二","三","四"]""", false)]
    [InlineData("keywords", """[" 激光"]""", false)]
    [InlineData("keywords", """["a\nb"]""", false)]
    [InlineData("keywords", """[7]""", false)]
    [InlineData("keywords", "\"激光\"", false)]
    [InlineData("kind", """["incubator"]""", false)]
    [InlineData("teamSize", "12", true)]
    [InlineData("colour", "\"red\"", false)]
    public void An_entry_is_checked_against_the_registers_form(string field, string answer, bool fits)
    {
        var problems = Pack.ValidateEntry(Carriers, Entry(field, answer), [], Today);
        problems.Select(p => (p.Field, p.ClauseId)).ShouldBe(fits ? [] : [(field, "VO-06")]);
    }

    [Theory]
    [InlineData("goals", """["research"]""", true)]
    [InlineData("goals", """["research","research"]""", false)]
    [InlineData("goals", """["research","sailing"]""", false)]
    [InlineData("goals", "\"research\"", false)]
    [InlineData("carrier", "\"0198c1f2-5a7e-7c3e-9d53-1f2e3d4c5b6a\"", true)]
    [InlineData("carrier", "\"0198c1f25a7e7c3e9d531f2e3d4c5b6a\"", false)]
    [InlineData("carrier", "\"some carrier\"", false)]
    [InlineData("carrier", "7", false)]
    public void Choices_and_links_are_of_their_shape(string field, string answer, bool fits)
    {
        var answers = JsonNode.Parse("""{ "type": "campus", "goals": ["research"] }""")!.AsObject();
        answers[field] = JsonNode.Parse(answer);
        Pack.Validate(JsonSerializer.SerializeToElement(answers), [], Today).Select(p => p.Field).ShouldBe(fits ? [] : [field]);
    }

    [Fact]
    public void What_depends_on_a_choice_is_asked_for_when_one_of_several_is_chosen()
    {
        Pack.Validate(Json("""{ "type": "campus", "goals": ["research", "trade"] }"""), [], Today).ShouldHaveSingleItem().Field.ShouldBe("tradePlan");
        Pack.Validate(Json("""{ "type": "campus", "goals": ["research"] }"""), [], Today).ShouldBeEmpty();
    }

    [Fact]
    public void Chosen_words_are_examined_as_texts()
    {
        Pack.Examine(Json("""{ "goals": ["trade"] }"""), [], ReferenceDay.Application, Today).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.NotMet);
        Pack.Examine(Json("""{ "goals": ["trade", "research"] }"""), [], ReferenceDay.Application, Today).ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Met);
    }

    [Theory]
    [InlineData("teamSize", "9", "team-too-small")]
    [InlineData("teamSize", "10", null)]
    [InlineData("startedOn", "\"2025-06-01\"", null)]
    public void A_condition_that_refuses_does_so_at_its_bound(string field, string answer, string? code)
    {
        var outcome = Pack.CheckEntry(Carriers, RegisterCheck.Filing, new EntryFacts(Entry(field, answer), [], Live: 1), Today);
        if (code is null)
        {
            outcome.ShouldBeAccepted().ShouldBeEmpty();
            return;
        }

        var refusal = outcome.ShouldBeRefused(code);
        (refusal.Clause, refusal.Inputs["condition"], refusal.Inputs["team"], refusal.Inputs["leastTeam"]).ShouldBe(("VO-06", "team-large-enough", 9L, 10L));
    }

    [Theory]
    [InlineData("teamSize", "10", 3, "2025-03-01", "third-carrier")]
    [InlineData("teamSize", "10", 2, "2025-06-01", null)]
    [InlineData("teamSize", "10", 2, "2025-06-02", "started-in-time")]
    [InlineData("startedOn", "\"2025-06-01\"", 2, "2026-01-01", null)]
    [InlineData("startedOn", "\"2025-06-02\"", 2, "2026-01-01", "started-in-time")]
    [InlineData("rewardFen", "70", 2, "2025-06-01", null)]
    [InlineData("rewardFen", "69", 2, "2025-06-01", "reward-in-range")]
    public void A_condition_that_flags_does_so_past_its_bound(string field, string answer, int live, string day, string? flag)
    {
        var flags = Pack.CheckEntry(Carriers, RegisterCheck.Filing, new EntryFacts(Entry(field, answer), [], Live: live), DateOnly.ParseExact(day, "yyyy-MM-dd")).ShouldBeAccepted();
        flags.Select(f => f.Condition).ShouldBe(flag is null ? [] : [flag]);
        flags.ShouldAllBe(f => f.Message!.Zh.Length > 0 && !f.Message.Zh.Contains('{') && f.Citation.ClauseId == "VO-06");
    }

    [Theory]
    [InlineData(1, "in-arrears")]
    [InlineData(0, null)]
    [InlineData(-500, null)]
    public void What_is_owed_about_an_entry_may_hold_a_step_up(long arrearsFen, string? code)
    {
        var facts = new EntryFacts(Entry("teamSize", "10"), [], Json("{}"), BalancesFen: new Dictionary<string, long> { ["arrears"] = arrearsFen });
        var outcome = Pack.CheckEntry(Carriers, "end", facts, Today);
        if (code is null)
        {
            outcome.ShouldBeAccepted();
        }
        else
        {
            outcome.ShouldBeRefused(code).Inputs["arrearsFen"].ShouldBe(1L);
        }
    }

    [Theory]
    [InlineData(true, true, Verdict.NeedsPerson)]
    [InlineData(true, false, Verdict.NotMet)]
    [InlineData(false, true, Verdict.NotMet)]
    public void A_step_is_held_against_its_own_answers_and_files(bool agreed, bool minutes, Verdict verdict)
    {
        IReadOnlyList<AttachedFile> files = minutes ? [new("agreement", "a.pdf", 1), new("minutes", "m.pdf", 1)] : [new("agreement", "a.pdf", 1)];
        var answers = Json($$"""{ "opinion": "同意", "agreed": {{(agreed ? "true" : "false")}} }""");
        var accept = Carriers.Steps.Single(s => s.Key == "accept");
        Pack.ValidateStep(accept, answers, files, Today).Select(p => p.Field).ShouldBe(minutes ? [] : ["minutes"]);
        Pack.ValidateEntry(Carriers, Entry("teamSize", "10"), files, Today).ShouldBeEmpty();
        var facts = new EntryFacts(Entry("teamSize", "10"), files, answers);
        Pack.CheckEntry(Carriers, "accept", facts, Today).ShouldBeAccepted().ShouldHaveSingleItem().Verdict.ShouldBe(verdict);
        Pack.Check(Carriers, Carriers.Checks.Single(c => c.At.Contains("accept")), facts, Today).Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData("""{ "teamSize": "ten", "heldSince": 7, "rewardFen": 1.5, "startedOn": [] }""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public void Nonsense_is_as_good_as_not_given_and_never_thrown(string answers)
    {
        Pack.ValidateEntry(Carriers, Json(answers), [], Today).ShouldNotBeEmpty();
        Pack.CheckEntry(Carriers, RegisterCheck.Filing, new EntryFacts(Json(answers), []), Today).ShouldBeAccepted().Select(f => f.Condition).ShouldBe(["started-in-time"]);
    }

    [Theory]
    [InlineData("is: campus }, steps", "is: campsu }, steps", "routes[0].when", "never 'campsu'")]
    [InlineData("field: type, is: campus }", "field: tpye, is: campus }", "routes[0].when", "no field 'tpye'")]
    [InlineData("is: [regional] }, steps", "is: [campus] }, steps", "routes", "fit no route")]
    [InlineData("when: { field: type, is: campus }, ", "", "routes", "is never reached")]
    [InlineData("steps: [call, recommendation, filing]", "steps: [cal, filing]", "routes[0].steps", "Steps are of: call")]
    [InlineData("steps: [call, recommendation, filing]", "steps: [call, notice]", "routes[0].steps", "no step of the kind 'notice'")]
    [InlineData("becomes: filed", "becomes: fined", "routes[0].becomes", "is not one of: filed")]
    [InlineData("type: link, of: carriers", "type: link, of: carrier", "fields[1].of", "neither institution nor a register")]
    [InlineData("about: institution", "about: carriers", "registers[0].about", "nor another register")]
    [InlineData("about: institution", "about: institutions", "registers[0].about", "nor another register")]
    [InlineData("roles: [operator, city-reviewer]\n", "roles: [mayor]\n", "registers[0].roles", "must be of: operator, city-reviewer")]
    [InlineData("    roles: [operator, city-reviewer]\n", "", "registers[0].roles", "must be of: operator")]
    [InlineData("public: true", "publik: true", "registers[0].publik", "Unknown key 'publik'")]
    [InlineData("title: name", "title: nmae", "registers[0].title", "no field 'nmae'")]
    [InlineData("title: name", "title: holderCode", "registers[0].title", "must be required")]
    [InlineData("unique: [name, heldSince]", "unique: [keywords]", "registers[0].unique", "no field 'keywords'")]
    [InlineData("columns: [name, kind, keywords]", "columns: [name, agreement]", "registers[0].columns", "no field 'agreement'")]
    [InlineData("filters: [kind, keywords]", "filters: [sort]", "registers[0].filters", "no field 'sort'")]
    [InlineData(
        "filters: [kind, keywords]\n    period: { from: heldSince, until: heldUntil }\n    barred: holderCode\n    fields:\n",
        "filters: [on]\n    barred: holderCode\n    fields:\n      - { name: on, zh: 日, en: on, type: day, required: true, clause: VO-06 }\n",
        "registers[0].filters", "'on' is a parameter of every list")]
    [InlineData("period: { from: heldSince", "period: { from: name", "registers[0].period", "no field 'name'")]
    [InlineData("period: { from: heldSince", "period: { form: heldSince", "registers[0].period.form", "Unknown key 'form'")]
    [InlineData("barred: holderCode", "barred: name", "registers[0].barred", "no field 'name'")]
    [InlineData("    barred: holderCode\n", "", "registers[0].barred", "'barred' must say")]
    [InlineData("name: rewardFen", "name: reward", "registers[0].fields[9].name", "must end in Fen")]
    [InlineData("- { key: submitted, zh: 已提交, en: submitted }", "- { key: draft, zh: 已提交, en: submitted }", "registers[0].states", "'draft' is the platform's own")]
    [InlineData("- { key: submitted, zh: 已提交, en: submitted }", "- { key: submitted, zh: 已提交, en: submitted, final: true }", "registers[0].states", "not final")]
    [InlineData("to: filed\n", "to: flied\n", "registers[0].steps[0].to", "no state 'flied'")]
    [InlineData("to: filed\n", "to: submitted\n", "registers[0].states", "No step leads to the state 'filed'")]
    [InlineData("from: submitted\n", "from: ended\n", "registers[0].steps[0].from", "not final")]
    [InlineData("roles: city-reviewer\n", "roles: city\n", "registers[0].steps[0].roles", "must be of")]
    [InlineData("- key: accept", "- key: filing", "registers[0].steps[0].key", "cannot be a step's key")]
    [InlineData("ground: idle", "ground: lazy", "registers[0].steps[1].ground", "no ground 'lazy'")]
    [InlineData("name: minutes, zh: 纪要, en: minutes, type: attachment", "name: agreement, zh: 纪要, en: minutes, type: attachment", "registers[0].steps", "'agreement' is given twice")]
    [InlineData("register: fees, amount", "register: dues, amount", "registers[0].balances[0].owed", "no register about 'carriers'")]
    [InlineData("amount: amountFen, day: paidOn", "amount: paidOn, day: paidOn", "registers[0].balances[0].paid", "no field 'paidOn'")]
    [InlineData("condition: third-carrier, of", "condition: fourth-carrier, of", "registers[0].checks[0].condition", "no condition 'fourth-carrier'")]
    [InlineData("{ carriers: entries.live }", "{ carriers: entries.dead }", "registers[0].checks[0].of", "'entries.dead' cannot be the input 'carriers'")]
    [InlineData("{ team: teamSize }, at: [filing]", "{ team: teamSize }, at: [closing]", "registers[0].checks[1].at", "must be of: filing, accept, end")]
    [InlineData("arrears: balance.arrears", "arrears: balance.debts", "registers[0].checks[4].of", "'balance.debts' cannot be")]
    [InlineData("agreed: step.agreed", "agreed: step.opinion", "registers[0].checks[5].of", "'step.opinion' cannot be")]
    [InlineData("at: [accept]", "at: [accept, filing]", "registers[0].checks[5].of", "'step.agreed' cannot be")]
    [InlineData("with: fees", "with: tenants", "registers[0].matches[0].with", "no register 'tenants'")]
    [InlineData("on: { keywords: topics", "on: { name: topics", "registers[0].matches[0].on", "'name' cannot be compared with 'topics'")]
    [InlineData("is: at-least, to: least-reward", "is: at-least, to: subsidy", "conditions[6].test.any[1].share.to", "no parameter 'subsidy' that could stand here")]
    [InlineData("is: at-least, to: least-reward", "is: at-least, to: category-ratio", "conditions[6].test.any[1].share.to", "no single ratio")]
    [InlineData("by: started } }", "by: stopped } }", "conditions[5].test.any[0].within.by", "no input 'stopped'")]
    [InlineData("absent: team }", "absent: crew }", "conditions[4].test.any[0].absent", "no input 'crew'")]
    [InlineData("kind: overdue, register: fees", "kind: late, register: fees", "reminders[1].kind", "is not one of: missing, overdue")]
    [InlineData("register: carriers, states: [submitted", "register: carers, states: [submitted", "reminders[0].register", "no register 'carers'")]
    [InlineData("states: [submitted, filed], since", "states: [submitted, ended], since", "reminders[0].states", "not final: submitted, filed")]
    [InlineData("register: fees, states: recorded, since", "register: fees, since", "reminders[1].states", "'states' is missing")]
    [InlineData("since: heldSince, period", "since: name, period", "reminders[0].since", "'carriers' has no field 'name' that could stand here")]
    [InlineData("since: heldSince, period: start-period }\n", "since: heldSince, period: subsidy }\n", "reminders[0].period", "no parameter 'subsidy'")]
    [InlineData("since: dueOn }\n", "since: dueOn, of: institution }\n", "reminders[1].of", "Unknown key 'of'")]
    [InlineData("of: institution, categories: hard", "of: institution, categories: soft-and-hard", "reminders[2].categories", "for institutions, and of")]
    [InlineData("all-of: [incubator] } }\n", "all-of: [hotel] } }\n", "reminders[2].includes", "answers that 'kind' can have")]
    [InlineData("all-of: [incubator] } }\n", "any-of: [incubator] } }\n", "reminders[2].includes.any-of", "Unknown key 'any-of'")]
    [InlineData("of: carriers, register: receipts", "of: fees, register: receipts", "reminders[3].register", "not about 'fees'; 'by' must say")]
    [InlineData("of: carriers, register: receipts", "of: carriers, by: { holderCode: paidOn }, register: receipts", "reminders[3].by", "'receipts' has no field 'paidOn'")]
    [InlineData("of: carriers, register: receipts", "of: carriers, turn: { cycle: none, year: amountFen }, register: receipts", "reminders[3].turn", "recurs every year")]
    [InlineData("name: holder-unpaid", "name: fee-due", "reminders", "'fee-due' is given twice")]
    public void A_fault_in_routes_registers_and_reminders_is_refused_with_line_key_and_reason(string good, string bad, string key, string reason)
    {
        var text = System.IO.File.ReadAllText(File);
        text.ShouldContain(good);
        var at = text.IndexOf(good, StringComparison.Ordinal);
        var refusal = PackLoader.Load(string.Concat(text.AsSpan(0, at), bad, text.AsSpan(at + good.Length)), "vocabulary.yaml").ShouldBeRefused("file-invalid");
        var problem = ((IReadOnlyList<LoadProblem>)refusal.Inputs["problems"]!).ShouldContainOnce(p => p.Key == key && p.En.Contains(reason, StringComparison.Ordinal));
        problem.Line.ShouldBeGreaterThan(1);
        problem.Zh.ShouldContain(c => c >= '\u4e00');
    }

    [Theory]
    [InlineData("submitted", "2025-06-01", null)]
    [InlineData("submitted", "2025-06-02", "2025-06-01")]
    [InlineData("filed", "2025-06-02", "2025-06-01")]
    [InlineData("draft", "2026-06-02", null)]
    [InlineData("ended", "2026-06-02", null)]
    public void An_entry_is_overdue_from_the_day_after_its_term_as_long_as_it_waits(string state, string day, string? lastDay)
    {
        var overdue = Pack.Overdue(Carriers, state, Entry("teamSize", "10"), Day(day));
        overdue.Select(o => (o.Reminder.Name, o.Since, o.LastDay)).ShouldBe(lastDay is null ? [] : [("not-started", Day("2024-06-01"), Day(lastDay))]);
        (Day("2024-06-01") <= Pack.OverdueSince(Pack.Reminder("not-started")!, Day(day))).ShouldBe(Day(day) > Day("2025-06-01"));
    }

    [Fact]
    public void What_has_no_term_is_overdue_the_day_after_its_day_and_what_has_no_day_never()
    {
        var fees = Pack.Register("fees")!;
        Pack.Overdue(fees, "recorded", Json("""{ "dueOn": "2025-03-01" }"""), Today).ShouldBeEmpty();
        Pack.Overdue(fees, "recorded", Json("""{ "dueOn": "2025-02-28" }"""), Today).ShouldHaveSingleItem().LastDay.ShouldBe(Day("2025-02-28"));
        Pack.OverdueSince(Pack.Reminder("fee-due")!, Today).ShouldBe(Day("2025-02-28"));
        foreach (var answers in (string[])["{}", "[]", """{ "dueOn": 7 }""", """{ "dueOn": "soon" }"""])
        {
            Pack.Overdue(fees, "recorded", Json(answers), Today).ShouldBeEmpty();
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    /// <summary>A carrier held since 2024-06-01 with a net income of 1.00 yuan, with one answer changed.</summary>
    private static JsonElement Entry(string field, string answer)
    {
        var answers = JsonNode.Parse("""{ "name": "某孵化器", "kind": "incubator", "heldSince": "2024-06-01", "netIncomeFen": 100 }""")!.AsObject();
        answers[field] = JsonNode.Parse(answer);
        return JsonSerializer.SerializeToElement(answers);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
