using System.Collections.Concurrent;
using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests;

/// <summary>Every pack of the repository against the worked examples beside it.</summary>
public sealed class WorkedExampleTests
{
    // Read once: a pack and its examples are long, and each example is a test of its own.
    private static readonly ConcurrentDictionary<string, List<WorkedExample>> Known = new(StringComparer.Ordinal);

    public static TheoryData<string> Packs => [.. PackLibrary.PackFiles(Repository.PoliciesFolder).Select(f => Path.GetRelativePath(Repository.PoliciesFolder, f))];

    public static TheoryData<string, int, string> Examples =>
        [.. PackLibrary.PackFiles(Repository.PoliciesFolder).SelectMany(pack => Of(pack).Select((e, i) => (Path.GetRelativePath(Repository.PoliciesFolder, pack), i, e.Name)))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_worked_example_comes_out_as_written(string pack, int index, string name)
    {
        var example = Of(Path.Combine(Repository.PoliciesFolder, pack))[index];
        example.Name.ShouldBe(name);
        example.Run();
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_clause_of_a_pack_has_a_rule_and_an_example(string pack)
    {
        var file = Path.Combine(Repository.PoliciesFolder, pack);
        var loaded = PackLoader.LoadFile(file);
        WithoutRule(loaded).ShouldBeEmpty("clauses without a rule");
        // Only an example that is for the clause counts, not one that happens to cite it as well.
        loaded.Clauses.Select(c => c.Id).Except(Of(file).Select(e => e.Clause)).ShouldBeEmpty("clauses without a worked example");
    }

    [Fact]
    public void A_clause_that_nothing_puts_into_effect_is_found_out()
    {
        var text = File.ReadAllText(Repository.ZhoushanFile).Replace("\ndecisions:", "\n  - { id: ZS-99, document: plan, article: 九, zh: 空, en: idle, quote: 空 }\ndecisions:", StringComparison.Ordinal);
        WithoutRule(PackLoader.Load(text, "idle.yaml").ShouldBeAccepted()).ShouldBe(["ZS-99"]);
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_parameter_rule_ground_cycle_target_route_register_reminder_claim_reward_and_evaluation_is_exemplified(string file)
    {
        var path = Path.Combine(Repository.PoliciesFolder, file);
        var pack = PackLoader.LoadFile(path);
        var names = pack.Parameters.Select(p => p.Name).Concat(pack.Rules.Select(r => r.Name)).Concat(pack.Grounds.Select(g => g.Name))
            .Concat(pack.Cycles.Select(c => c.Name)).Concat(pack.Targets.Select(t => t.Name))
            .Concat(pack.Routes.Select(r => r.Name)).Concat(pack.Registers.Select(r => r.Name)).Concat(pack.Reminders.Select(r => r.Name))
            .Concat(pack.Claims.Select(c => c.Name)).Concat(pack.Rewards.Select(r => r.Name)).Concat(pack.Comparisons.Select(c => c.Name)).Concat(pack.Evaluations.Select(e => e.Name));
        // Conditions are exemplified on the form as well: by the examination's outcome.
        names.Except(Of(path).SelectMany(e => e.About)).ShouldBeEmpty();
    }

    private static IEnumerable<string> WithoutRule(PolicyPack pack) => pack.Clauses.Select(c => c.Id).Except(RuledClauses(pack));

    /// <summary>The clauses that something of the pack puts into effect.</summary>
    private static IEnumerable<string> RuledClauses(PolicyPack pack) => new IEnumerable<Citation>[]
    {
        pack.Parameters.SelectMany(p => p.Values).Select(v => v.Citation), pack.Rules.Select(r => r.Citation),
        WithItems(pack.Fields), pack.Categories.Select(c => c.Citation),
        pack.Grades.Select(g => g.Citation), pack.Procedure.Select(p => p.Citation), pack.Grounds.Select(g => g.Citation),
        pack.Cycles.Select(c => c.Citation), pack.Sections.Select(s => s.Citation), pack.Papers.Select(p => p.Citation), pack.Indicators.Select(i => i.Citation),
        pack.Targets.Select(t => t.Citation), pack.Tasks.Select(t => t.Citation), pack.Routes.Select(r => r.Citation), pack.Registers.SelectMany(Citations),
        pack.Reminders.Select(r => r.Citation), pack.Rewards.Select(r => r.Citation), pack.Claims.Select(c => c.Citation), pack.Claims.SelectMany(c => WithItems(c.Fields)),
        pack.Phases.Select(p => p.Citation), pack.Comparisons.Select(c => c.Citation), pack.Comparisons.SelectMany(c => c.Heads).Select(h => h.Citation),
        pack.Evaluations.Select(e => e.Citation), pack.Evaluations.SelectMany(e => e.Scoring?.Indicators ?? []).Select(i => i.Citation),
    }.SelectMany(c => c).Select(c => c.ClauseId);

    private static IEnumerable<Citation> Citations(Register register) =>
    [
        register.Citation, .. WithItems(register.Fields), .. register.Steps.Select(s => s.Citation), .. register.Steps.SelectMany(s => WithItems(s.Fields)),
        .. register.Balances.Select(b => b.Citation), .. register.Matches.Select(m => m.Citation),
    ];

    private static IEnumerable<Citation> WithItems(IReadOnlyList<FormField> fields) => fields.Concat(fields.SelectMany(f => f.Fields)).Select(f => f.Citation);

    private static List<WorkedExample> Of(string pack) => Known.GetOrAdd(pack, Read);

    private static List<WorkedExample> Read(string pack)
    {
        var path = Path.ChangeExtension(pack, ".examples.yaml");
        var problems = new LoadProblems(path);
        var file = new YamlTree(problems).Read(File.ReadAllText(path));
        problems.Any.ShouldBeFalse(problems.ToRefusal().En);
        ((ScalarNode)file!.Entries["pack"].Value).Text.ShouldBe(Path.GetFileName(pack));
        var loaded = PackLoader.LoadFile(pack);
        return [.. ((SequenceNode)file.Entries["examples"].Value).Items.Select(e => new WorkedExample(loaded, file, (MapNode)e))];
    }
}
