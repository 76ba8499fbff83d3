using System.Security.Cryptography;
using System.Text;
using Contracts.Refusals;
using FsCheck;
using FsCheck.Fluent;
using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Loading;

public sealed class PackLoaderTests
{
    private static readonly string Text = File.ReadAllText(Repository.ZhoushanFile);

    [Fact]
    public void A_packs_hash_is_sha256_of_its_text_in_utf8()
    {
        Repository.Zhoushan.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));
        Repository.Zhoushan.Content.ShouldBe(Text);
    }

    /// <summary>Each row spoils one place of a good pack; what comes back names the line, the key and the fault in both languages.</summary>
    [Theory]
    [InlineData("status: in-force", "status: in-froce", "status", "is not one of: draft, in-force, ended")]
    [InlineData("status: in-force", "staus: in-force", "staus", "Unknown key 'staus'")]
    [InlineData("jurisdiction: zhoushan", "jurisdiction: zhoushan\njurisdiction: ezhou", "jurisdiction", "given twice")]
    [InlineData("from: 2025-10-21\n\n", "from: 2025-02-30\n\n", "from", "'2025-02-30' is not a day")]
    [InlineData("from: 2025-10-21\n\n", "from: 21/10/2025\n\n", "from", "is not a day")]
    [InlineData("from: 2025-10-21\n\n", "from: 2025-10-21\nuntil: 2024-12-31\n\n", "until", "before the first")]
    [InlineData("value: \"3000000.00\", clause: ZS-03, quote:", "value: \"3000000\", clause: ZS-03, quote:", "parameters[0].values[0].value", "two decimals")]
    [InlineData("value: \"3000000.00\", clause: ZS-03, quote:", "value: \"3,000,000.00\", clause: ZS-03, quote:", "parameters[0].values[0].value", "two decimals")]
    [InlineData("value: \"3000000.00\", clause: ZS-03, quote:", "value: \"-1.00\", clause: ZS-03, quote:", "parameters[0].values[0].value", "two decimals")]
    [InlineData("value: \"3000000.00\", clause: ZS-03, quote:", "value: \"99999999999999.00\", clause: ZS-03, quote:", "parameters[0].values[0].value", "two decimals")]
    [InlineData("value: \"3000000.00\", clause: ZS-03, quote:", "value: \"3000000.00\", quote:", "parameters[0].values[0].clause", "'clause' is missing")]
    [InlineData("value: \"3000000.00\", clause: ZS-03, quote:", "value: \"3000000.00\", clause: ZS-99, quote:", "parameters[0].values[0].clause", "no clause 'ZS-99'")]
    [InlineData("quote: 每年安排不超过300万元财政资金 }", "quote: 每年安排不超过500万元财政资金 }", "parameters[0].values[0].quote", "not in the quote of clause 'ZS-03'")]
    [InlineData("value: false, clause: ZS-04, source: bureau, decision: years }", "value: false, clause: ZS-04, source: bureau }", "parameters[5].values[0].decision", "go together")]
    [InlineData("value: false, clause: ZS-04, source: bureau, decision: years }", "value: false, clause: ZS-04, source: bureau, decision: yaers }", "parameters[5].values[0].decision", "no decision 'yaers'")]
    [InlineData("value: false, clause: ZS-04, source: bureau, decision: years }", "value: no, clause: ZS-04, source: bureau, decision: years }", "parameters[5].values[0].value", "true or false")]
    [InlineData("value: false, clause: ZS-04, source: bureau, decision: years }", "value: false, clause: ZS-04, source: city, decision: years }", "parameters[5].values[0].source", "must be law or bureau")]
    [InlineData("- { from: 2025-10-21, value: 3, clause: ZS-04, quote: 不超过三年 }", "- { from: 2025-10-21, value: 3, clause: ZS-04 }\n      - { from: 2025-10-21, value: 4, clause: ZS-04 }", "parameters[4].values", "overlaps")]
    [InlineData("- { from: 2025-10-21, value: 3, clause: ZS-04, quote: 不超过三年 }", "- { from: 2026-01-01, value: 3, clause: ZS-04 }", "parameters[4].values", "from the pack's first day")]
    [InlineData("- { from: 2025-10-21, value: 3, clause: ZS-04, quote: 不超过三年 }", "- { from: 2025-10-21, value: 3.5, clause: ZS-04 }", "parameters[4].values[0].value", "whole number")]
    [InlineData("reference-day: evaluated-year", "reference-day: someday", "parameters[10].reference-day", "is not one of: application")]
    [InlineData("excellent: 100 %, good", "excelent: 100 %, good", "parameters[10].values[0].value", "exactly each of: excellent, good, pass, fail")]
    [InlineData("good: 90 %", "good: 0.9", "parameters[10].values[0].value", "is not a ratio")]
    [InlineData("kind: recommendation, role", "kind: recomendation, role", "procedure[1].kind", "is not one of: call")]
    [InlineData("kind: recommendation, role: district-reviewer", "kind: recommendation, role: mayor", "procedure[1].role", "is not one of: operator")]
    [InlineData("round: half-even", "round: half-up", "calculations[0].steps[1].rate.round", "is not one of: half-even, floor")]
    [InlineData("by: grade, parameter: grade-ratio", "by: grade, parameter: grade-ration", "calculations[0].steps[1].rate.parameter", "no parameter 'grade-ration'")]
    [InlineData("sum: { of: advances }", "total: { of: advances }", "calculations[0].steps[0].total", "Unknown key 'total'")]
    [InlineData("limit: { of: rated, to: advance }", "limit: { of: ratd, to: advance }", "calculations[0].steps[2].limit.of", "No figure 'ratd'")]
    [InlineData("adding: requested }", "adding: requestd }", "conditions[0].test.cap.adding", "no input 'requestd'")]
    [InlineData("compare: { input: years-with-this, is: at-most, to: max-years }", "compare: { input: years-with-this, is: at-most, to: annual-cap }", "conditions[2].test.all[0].compare.to", "cannot be compared")]
    [InlineData("剩余{remaining}", "剩余{remaning}", "conditions[0].message", "'remaning'")]
    [InlineData("effect: flag", "effect: warn", "conditions[6].effect", "is not one of: refuse, flag, judge")]
    [InlineData("type: category, required: true", "type: catgory, required: true", "fields[3].type", "is not one of: text")]
    [InlineData("type: category, required: true", "type: category", "fields[3].required", "'required' is missing")]
    [InlineData("of: leadBodies.name", "of: leadBodys.name", "fields", "'leadBodys.name', which does not exist")]
    [InlineData("unlike: recognised-name-form, clause", "unlike: annual-cap, clause", "fields[2].unlike", "no parameter 'annual-cap' that could stand here")]
    [InlineData("given: centre-code", "given: centre-cod", "conditions[11].test.given", "no input 'centre-cod'")]
    [InlineData("includes: { input: lead-bodies, none-of: zone-committee }", "includes: { input: lead-bodies }", "conditions[10].test.all[0].any[1].includes.input", "lists nothing")]
    [InlineData("elapsed: { since: acted-on, period: honest-period }", "elapsed: { since: acted-on, period: annual-cap }", "conditions[17].test.any[0].all[1].elapsed.period", "no parameter 'annual-cap' that could stand here")]
    [InlineData("chosen: { parameter: dishonest-date, is: act }", "chosen: { parameter: honest-period, is: act }", "conditions[17].test.any[0].all[0].chosen.parameter", "no parameter 'honest-period' that could stand here")]
    [InlineData("chosen: { parameter: dishonest-date, is: act }", "chosen: { parameter: dishonest-date, is: deed }", "conditions[17].test.any[0].all[0].chosen.is", "never 'deed'")]
    [InlineData("condition: independent-legal-person, of", "condition: independent, of", "examination[1].condition", "no condition 'independent'")]
    [InlineData("of: { centre-code: centreCode }", "of: { centre: centreCode }", "examination[1].of", "exactly the condition's inputs: centre-code")]
    [InlineData("of: { centre-code: centreCode }", "of: { centre-code: leadBodies.code }", "examination[1].of", "'leadBodies.code' cannot be the input 'centre-code'")]
    [InlineData("rules-attached: attachments.organisationRules", "rules-attached: attachments.projectName", "examination[2].of", "cannot be the input 'rules-attached'")]
    [InlineData("at: [application, decision], when: { field: purpose", "at: [payment], when: { field: purpose", "examination[7].at", "must be of: application, decision")]
    [InlineData("at: application, when: { field: purpose", "at: application, when: { field: porpose", "examination[0].when", "no field 'porpose'")]
    [InlineData("clause: ZS-27, required: always }", "clause: ZS-27, required: often }", "papers[0].required", "is not one of: always, recognised, joint")]
    [InlineData("- { name: rdProjects, type: whole-number", "- { name: rdProjects, type: attachment", "indicators", "no single figure")]
    [InlineData("- key: plan\n", "- key: plan\n    colour: red\n", "documents[0].colour", "Unknown key 'colour'")]
    [InlineData("key: new-materials", "key: New Materials", "categories[0].key", "must be kebab-case")]
    [InlineData("zh: 舟山市产业创新中心\n", "zh: &name 舟山市产业创新中心\n", "&*!", "Anchors")]
    public void A_pack_with_a_fault_is_refused_with_line_key_and_reason(string good, string bad, string key, string reason)
    {
        var problem = Problems(Spoil(good, bad)).ShouldContainOnce(p => p.Key == key && p.En.Contains(reason, StringComparison.Ordinal));
        problem.File.ShouldBe("zhoushan.yaml");
        problem.Zh.ShouldContain(c => c >= '\u4e00');
        problem.Line.ShouldBeInRange(1, Text.Count(c => c == '\n') + 2);
    }

    [Fact]
    public void The_line_named_is_the_line_of_the_fault()
    {
        var line = Text[..Text.IndexOf("kind: money-review", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Problems(Spoil("kind: money-review", "kind: monet-review")).Single().Line.ShouldBe(line);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var spoilt = Spoil("status: in-force", "status: on").Replace("good: 90 %", "good: much", StringComparison.Ordinal).Replace("round: half-even", "round: up", StringComparison.Ordinal);
        Problems(spoilt).Select(p => p.Key).ShouldBe(["status", "parameters[10].values[0].value", "calculations[0].steps[1].rate.round"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("- a\n- list")]
    [InlineData("a: [unclosed")]
    [InlineData("a: b\n---\nc: d")]
    [InlineData("\t\tkey: value")]
    [InlineData("a: *nowhere")]
    [InlineData("a: !!binary xyz")]
    public void What_is_no_pack_at_all_is_refused_in_words(string text)
    {
        Problems(text).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_nested_too_deeply_is_refused()
    {
        Problems("a: " + new string('[', 5000) + new string(']', 5000)).ShouldHaveSingleItem().En.ShouldContain("nested too deeply");
    }

    [Fact]
    public void No_line_lost_or_garbled_ever_breaks_the_loader()
    {
        var lines = Text.Split('\n');
        var spoilt = from index in Gen.Choose(0, lines.Length - 1)
                     from replacement in Gen.Elements("", "x", "  - ", "value: [", "from: 9999-99-99", "  a: b: c", "\0", "- {}", "name:")
                     select string.Join('\n', lines.Select((line, i) => i == index ? replacement : line));
        Prop.ForAll(spoilt.ToArbitrary(), text => _ = PackLoader.Load(text, "spoilt.yaml")).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(WorkedExampleTests.Packs), MemberType = typeof(WorkedExampleTests))]
    public void Every_quote_stands_word_for_word_in_the_document(string file)
    {
        var pack = PackLoader.LoadFile(Path.Combine(Repository.PoliciesFolder, file));
        var document = DocumentText.Of(pack.Programme);
        // A clause may be told at several places of a document: each of its paragraphs stands there.
        pack.Clauses.Where(c => c.Quote.Split('\n').Any(words => !document.Contains(words, StringComparison.Ordinal))).Select(c => c.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_pinyin_of_a_converter_is_taken_out_of_a_document()
    {
        DocumentText.Of("hubei-transfer-zone").ShouldNotMatch("[a-zāáǎà]\\)|\\?");
        DocumentText.Of("hubei-transfer-zone").ShouldContain("實質性啟動轉化工作");
        DocumentText.Of("hubei-transfer-zone").ShouldContain("中國(武漢)知識產權保護中心");
        DocumentText.Of("zhoushan-innovation-centres").ShouldBe(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Policies.Tests", "Documents", "zhoushan-innovation-centres.txt")));
    }

    [Theory]
    [MemberData(nameof(WorkedExampleTests.Packs), MemberType = typeof(WorkedExampleTests))]
    public void What_the_bureau_fixed_rests_on_a_decision_and_nothing_else_does(string file) =>
        PackLoader.LoadFile(Path.Combine(Repository.PoliciesFolder, file)).Parameters.SelectMany(p => p.Values)
            .ShouldAllBe(v => (v.Source == Source.Bureau) == (v.Decision != null));

    [Fact]
    public void What_the_document_leaves_open_is_marked_as_the_bureaus()
    {
        var open = Repository.Zhoushan.Parameters.Where(p => p.Values.Any(v => v.Source == Source.Bureau)).Select(p => p.Name);
        open.ShouldBe(
        [
            "centre-annual-cap", "approved-counts-against-cap", "recovered-refills-cap", "years-must-be-consecutive", "recovered-year-counts", "merger-carries-years",
            "withhold-after-fail", "withhold-with-open-clawback", "grade-ratio", "yearly-evaluation-serves", "clawback-due-days", "clawback-causes", "clawback-objections", "objection-suspends",
            "clawback-instalments", "clawback-offsets", "clawback-write-offs", "clawback-ageing-days", "clawback-escalation-days", "functional-zone-is-county", "payable-standings",
            "recognition-clock", "allotment-fallback", "recognition-warning-days", "paper-warning-days", "spending-cutoff", "dishonest-date", "reviewers-per-application", "passing-score",
            "conditions-found-by",
            "open-objection-stops", "rectification-from", "next-evaluation-serves", "cancellation-from", "ban-scope", "periodic-report-due", "remarkable-change",
        ]);
    }

    private static string Spoil(string good, string bad)
    {
        Text.ShouldContain(good, Case.Sensitive);
        var at = Text.IndexOf(good, StringComparison.Ordinal);
        return string.Concat(Text.AsSpan(0, at), bad, Text.AsSpan(at + good.Length));
    }

    private static IReadOnlyList<LoadProblem> Problems(string text)
    {
        PackLoader.Load(text, "zhoushan.yaml").Accepted(out _, out var refusal).ShouldBeFalse();
        refusal!.Kind.ShouldBe(RefusalKind.BadInput);
        return (IReadOnlyList<LoadProblem>)refusal.Inputs["problems"]!;
    }
}
