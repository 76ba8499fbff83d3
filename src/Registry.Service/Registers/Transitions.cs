using System.Text.Json;
using Contracts.Refusals;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;

namespace Registry.Registers;

/// <summary>What filing, amending and every step of an entry have in common.</summary>
internal static class Transitions
{
    private const int MaxSearchLength = 600;

    /// <summary>The state behind a key.</summary>
    public static RegisterState? StateOf(this Register register, string key) => register.States.FirstOrDefault(state => state.Key == key);

    /// <summary>Whether an entry in this state counts.</summary>
    public static bool IsLive(this Register register, string state) => register.StateOf(state) is { Final: false };

    /// <summary>
    /// Whether everybody may see an entry in this state: once it left the first one. A register that nothing leads out of has nobody to
    /// let entries in, and shows them at once.
    /// </summary>
    public static bool IsPublished(this Register register, string state) =>
        register.Public
        && register.IsLive(state)
        && register.WasLetIn(state);

    /// <summary>Whether an entry is past its first state; in a register that nothing leads out of, every filed entry is.</summary>
    public static bool WasLetIn(this Register register, string state) =>
        state != register.States[0].Key || !register.Steps.Any(step => step.From.Contains(state, StringComparer.Ordinal) && register.IsLive(step.To) && step.To != state);

    /// <summary>Whether an entry stands, past its first state, on a step that a second person or a meeting took.</summary>
    public static bool WasConfirmed(this RegisterEntry entry, Register register) =>
        entry.State != register.States[0].Key
        && entry.Steps.Exists(line => line.Act == EntryAct.Moved && register.Steps.Any(step => step.Key == line.StepKey && (step.SecondPerson || step.Meeting)));

    /// <summary>A line of an entry's timeline, done today by whoever has it open.</summary>
    public static RegisterStepTaken Line(this OpenEntry open, EntryAct act, string toState, string role, string clause) => new()
    {
        EntryId = open.Entry.Id,
        Number = open.Entry.StepCount + 1,
        Act = act,
        FromState = open.Entry.State,
        ToState = toState,
        At = open.Now,
        On = open.Today,
        ActorSubject = open.Caller.Subject,
        ActorName = open.Caller.Name,
        ActorRole = role,
        ForSubject = open.Caller.For?.Subject,
        ForName = open.Caller.For?.Name,
        Clause = clause,
        PolicyHash = open.Pack.Hash,
    };

    /// <summary>Takes answers that the pack found complete: what lists, keys and searches go by follows them.</summary>
    public static void Take(this RegisterEntry entry, JsonElement answers, RegisterRules rules, DateOnly today)
    {
        var register = rules.Register;
        entry.Answers = answers.GetRawText();
        entry.Title = register.Title(answers, rules.Pack);
        entry.FiledOn ??= today;
        entry.From = EntryAnswers.Day(answers, register.From) ?? entry.FiledOn;
        entry.Until = EntryAnswers.Day(answers, register.Until);
        entry.District = register.District is { } district ? EntryAnswers.Text(answers, district) ?? entry.District : entry.District;
        entry.PolicyHash = rules.Pack.Hash;
        entry.SearchText = register.SearchText(entry, answers, rules.Pack, MaxSearchLength);
        entry.UniqueKey = entry.IsLive ? register.Key(entry, answers) : null;
    }

    /// <summary>Carries a line of the timeline out.</summary>
    public static void Apply(this RegisterEntry entry, RegisterStepTaken step, RegisterRules rules)
    {
        var wasLive = entry.IsLive;
        entry.StepCount = step.Number;
        entry.State = step.ToState;
        entry.IsLive = rules.Register.IsLive(step.ToState);
        entry.IsPublished = rules.Register.IsPublished(step.ToState);
        entry.PolicyHash = rules.Pack.Hash;
        if (wasLive && !entry.IsLive)
        {
            (entry.EndedOn, entry.UniqueKey) = (step.On, null);
        }

        entry.Steps.Add(step);
    }

    /// <summary>What a finding becomes on the entry.</summary>
    public static EntryFlag Flag(this PolicyPack pack, Finding finding, string at, DateOnly day) => new()
    {
        Condition = finding.Condition,
        Clause = finding.Citation.ClauseId,
        Zh = finding.Message?.Zh ?? finding.Label.Zh,
        En = finding.Message?.En ?? finding.Label.En,
        At = at,
        On = day,
        WantsPerson = pack.Condition(finding.Condition).Effect == Effect.Judge,
    };

    /// <summary>Nobody takes a second person's step on what they filed, amended or moved themselves; null where all is well.</summary>
    public static Refusal? CheckSecondPerson(this RegisterEntry entry, RegisterStep step, Caller caller)
    {
        // Who is the deputy of one of them counts as that one.
        var had = entry.FiledBy.Exists(caller.Counts)
            || entry.Steps.Exists(taken => taken.Act == EntryAct.Moved && (caller.Counts(taken.ActorSubject) || caller.Counts(taken.ForSubject)))
            || (caller.Organisation is not null && caller.Organisation == entry.Organisation);
        return step.SecondPerson && had
            ? new Refusal(
                RefusalKind.Forbidden,
                "same-person",
                step.Citation.ClauseId,
                $"“{step.Label.Zh}”须由他人办理：不得办理本人或本单位登记、修改或经办过的条目。",
                $"'{step.Label.En}' is another person's: nobody takes it on what they or their organisation filed, amended or moved.")
                .With("entryId", entry.Id)
                .With("step", step.Key)
            : null;
    }
}
