using Policies.Calendars;

namespace Policies.Tests;

/// <content>Examples of terms, grounds, cycles and targets: the days and counts around each boundary.</content>
internal sealed partial class WorkedExample
{
    private static readonly CalendarLibrary Calendars = CalendarLibrary.FromFolder(Path.Combine(Repository.PoliciesFolder, "calendars"));

    /// <summary>A term of the pack counted from a day: its last day, or whether a day is still within it.</summary>
    private (string, string) CountTerm(Parameter parameter, string wanted)
    {
        var (from, reference) = (GivenDay("from"), Days().On(parameter.ReferenceDay));
        cited.Add(pack.Value(parameter, reference).ClauseId);
        if (parameter.Kind == ParameterKind.WorkingDays)
        {
            return Calendars.AddWorkingDays(from, pack.WorkingDays(parameter.Name, reference).Value).Accepted(out var end, out var refusal)
                ? Term(end, wanted)
                : ("refused", refusal.Code);
        }

        return Term(
            parameter.Kind == ParameterKind.Period ? pack.Period(parameter.Name, reference).Value.LastDay(from) : from.AddDays(pack.Days(parameter.Name, reference).Value),
            wanted);
    }

    private (string, string) EstablishGround(Ground ground, string wanted)
    {
        cited.Add(ground.Citation.ClauseId);
        return wanted switch
        {
            "measure" => (wanted, ground.Measure),
            "subjects" => (wanted, string.Join(", ", ground.Subjects)),
            "term" => (wanted, ground.Term ?? "none"),
            _ => Term(pack.Establish(ground.Name, GivenDay("decided-on")).LastDay!.Value, wanted),
        };
    }

    private (string, string) TakeRound(Cycle cycle, string wanted)
    {
        cited.Add(cycle.Citation.ClauseId);
        return Term(pack.Rounds(cycle.Name, int.Parse(Text(Given(), "year"))).Single(r => r.Number == int.Parse(Text(Given(), "round"))).DueOn, wanted);
    }

    private (string, string) MeasureTarget(Target target)
    {
        cited.Add(target.Citation.ClauseId);
        var reached = target.Value.Ratio is null
            ? target.IsReachedBy(long.Parse(Text(Given(), "actual")))
            : target.IsReachedBy(long.Parse(Text(Given(), "part")), long.Parse(Text(Given(), "whole")));
        return ("reached", reached ? "true" : "false");
    }

    /// <summary>The heads of a league table with their points.</summary>
    private (string, string) Weigh(PackComparison comparison)
    {
        cited.Add(comparison.Citation.ClauseId);
        return ("weights", string.Join(", ", comparison.Heads.Select(h => $"{h.Name} {h.Weight}")));
    }

    /// <summary>A term by its last day, by the first day after it, or by whether a day is within it (P-2).</summary>
    private (string, string) Term(DateOnly last, string wanted) => wanted switch
    {
        "within" => (wanted, GivenDay("on") <= last ? "true" : "false"),
        "first-free-day" => (wanted, Iso(last.AddDays(1))),
        _ => ("last-day", Iso(last)),
    };
}
