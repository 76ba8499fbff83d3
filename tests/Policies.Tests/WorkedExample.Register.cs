using System.Text.Json;
using Policies.Evaluation;
using Shouldly;

namespace Policies.Tests;

/// <content>Examples of registers: what may be filed or taken as a step, what is refused, what an entry is flagged with.</content>
internal sealed partial class WorkedExample
{
    /// <summary>
    /// The entry is what the example gives, or else the file's complete one of that register; with a <c>step</c>, the step is taken on it.
    /// </summary>
    private (string, string) HoldEntry(string wanted)
    {
        var name = Text(Given(), "register");
        var register = pack.Register(name) ?? throw new FormatException($"line {example.Line}: there is no register '{name}'.");
        var complete = Given().Entries.ContainsKey("answers") ? Given() : Map(Map(file, "registers"), name);
        var taken = Given().Entries.ContainsKey("step") ? Map(Given(), "step") : null;
        var step = taken is null ? null : register.Steps.Single(s => s.Key == Text(taken, "key"));
        var today = GivenDay("today");
        var files = Attached(complete).Concat(taken is null ? [] : Attached(taken)).ToList();
        var facts = new EntryFacts(
            Changed(register.Fields, Map(complete, "answers")), files,
            step is null ? null : JsonSerializer.SerializeToElement(Json(step.Fields, Map(taken!, "answers"))),
            Given().Entries.TryGetValue("live", out var live) ? long.Parse(Scalar(live.Value)) : 1,
            Map(Given(), "balances").Entries.ToDictionary(b => register.Balances.Single(own => own.Name == b.Key).Name, b => Yuan(Scalar(b.Value.Value)).Fen))
        {
            Linked = Linked(Given()),
            StepLinked = taken is null ? null : Linked(taken),
            Overlapping = Map(Given(), "overlapping").Entries.ToDictionary(o => register.Fields.Single(own => own.Name == o.Key).Name, o => long.Parse(Scalar(o.Value.Value))),
        };
        return wanted == "problems" ? Problems(register, step, facts, today) : CheckEntry(register, step?.Key ?? RegisterCheck.Filing, facts, today, wanted);
    }

    /// <summary>What a reminder asks of whom on a day, or whether it reminds of the register's entry in a state: its first one where none is given.</summary>
    private (string, string) Remind(Reminder reminder, string wanted)
    {
        cited.Add(reminder.Citation.ClauseId);
        var today = GivenDay("today");
        if (reminder.Kind == ReminderKind.Missing)
        {
            return (wanted, wanted switch
            {
                "of" => string.Join(", ", reminder.Categories.DefaultIfEmpty(reminder.Of!)),
                "turn" => pack.TurnOwed(reminder, today, pack.Until)?.From.Year.ToString() ?? "none",
                _ => string.Join(", ", [reminder.Register, .. reminder.Includes?.AllOf ?? []]),
            });
        }

        var register = pack.Register(reminder.Register)!;
        var state = Given().Entries.ContainsKey("state") ? Text(Given(), "state") : reminder.States[0];
        register.States.ShouldContain(s => s.Key == state);
        var answers = Changed(register.Fields, Map(Map(Map(file, "registers"), register.Name), "answers"));
        var overdue = pack.Overdue(register, state, answers, today).SingleOrDefault(o => o.Reminder == reminder);
        return (wanted, wanted == "last-day" ? Iso(overdue!.LastDay) : overdue is null ? "false" : "true");
    }

    private (string, string) Problems(Register register, RegisterStep? step, EntryFacts facts, DateOnly today)
    {
        var problems = step is null
            ? pack.ValidateEntry(register, facts.Answers, facts.Files, today)
            : pack.ValidateStep(step, facts.StepAnswers!.Value, facts.Files, today);
        cited.UnionWith(problems.Count == 0 ? [step?.Citation.ClauseId ?? register.Citation.ClauseId] : problems.Select(p => p.ClauseId));
        return ("problems", string.Join(", ", problems.Select(p => p.Field)));
    }

    private (string, string) CheckEntry(Register register, string at, EntryFacts facts, DateOnly today, string wanted)
    {
        // What comes out is of an entry that may be filed, or of a step that may be taken.
        Problems(register, register.Steps.FirstOrDefault(s => s.Key == at), facts, today).ShouldHaveNone(example.Line);
        cited.UnionWith(register.Checks.Where(c => c.At.Contains(at)).Select(c => pack.Condition(c.Condition).Citation.ClauseId));
        if (!pack.CheckEntry(register, at, facts, today).Accepted(out var flags, out var refusal))
        {
            return ("refused", (string)refusal.Inputs["condition"]!);
        }

        return (wanted == "refused" ? "flags" : wanted, string.Join(", ", flags.Select(f => f.Condition)));
    }
}
