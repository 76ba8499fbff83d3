namespace Policies.Loading;

/// <summary>Reads what moves the entries of one register from state to state.</summary>
internal sealed class RegisterStepReader(PackWords words, FormReader forms, IReadOnlyList<Ground> grounds, IReadOnlyList<RegisterState> states)
{
    internal IReadOnlyList<RegisterStep> Read(Section register)
    {
        var steps = register.List("steps", ReadStep);
        PackWords.CheckUnique(register, "steps", steps.Select(s => s.Key));
        foreach (var state in states.Skip(1).Where(s => !steps.Any(step => step.To == s.Key)))
        {
            register.Wrong("states", $"没有步骤通向状态“{state.Key}”。", $"No step leads to the state '{state.Key}'.");
        }

        return steps;
    }

    private RegisterStep ReadStep(Section section)
    {
        var step = new RegisterStep
        {
            Key = section.Name("key"),
            Label = section.Label(),
            Citation = words.Sources.Cite(section),
            From = section.Required("from") ? section.Texts("from") : [],
            To = section.Text("to"),
            Roles = words.RoleNames(section),
            SecondPerson = section.OptionalFlag("second-person") ?? false,
            Document = section.OptionalFlag("document") ?? false,
            Meeting = section.OptionalFlag("meeting") ?? false,
            Ground = section.OptionalText("ground"),
            Fields = forms.Read(section),
        };
        Check(section, step);
        return step;
    }

    private void Check(Section section, RegisterStep step)
    {
        if (step.Key == RegisterCheck.Filing)
        {
            section.Wrong("key", "filing 指登记本身，不能作步骤名。", "'filing' is the filing itself and cannot be a step's key.");
        }

        if (step.From.Count == 0 || step.From.Any(from => !states.Any(s => s.Key == from && !s.Final)))
        {
            section.Wrong("from", "应取自尚未终结的状态。", "This must be of the states that are not final.");
        }

        if (step.To.Length > 0 && !states.Any(s => s.Key == step.To))
        {
            section.Wrong("to", $"没有状态“{step.To}”。", $"There is no state '{step.To}'.");
        }

        if (step.Ground is { } ground && !grounds.Any(g => g.Name == ground))
        {
            section.Wrong("ground", $"没有情形“{ground}”。", $"There is no ground '{ground}'.");
        }
    }
}
