using System.Globalization;
using Policies.Loading;
using Shouldly;

namespace Policies.Tests;

/// <content>Examples of evaluations: what scores come to, and the grade on either side of a threshold.</content>
internal sealed partial class WorkedExample
{
    private (string, string) JudgeBody(PackEvaluation evaluation, string wanted)
    {
        cited.Add(evaluation.Citation.ClauseId);
        if (wanted == "subjects")
        {
            return (wanted, evaluation.Subjects);
        }

        var scoring = evaluation.Scoring.ShouldNotBeNull();
        return wanted switch
        {
            "indicators" => (wanted, string.Join(", ", scoring.Indicators.Select(i => i.Name))),
            "dispersed" => (wanted, scoring.IsDispersed(Totals(scoring)) ? "true" : "false"),
            "grade" => (wanted, scoring.GradeOf(Score(scoring))),
            _ => (wanted, (Score(scoring) / 100m).ToString("0.00", CultureInfo.InvariantCulture)),
        };
    }

    private int Score(Scoring scoring) =>
        Given().Entries.ContainsKey("score")
            ? (int)(decimal.Parse(Text(Given(), "score"), CultureInfo.InvariantCulture) * Scoring.Hundredths)
            : Scoring.Mean(Totals(scoring));

    private List<int> Totals(Scoring scoring) =>
        [.. ((SequenceNode)Given().Entries["scores"].Value).Items.Cast<MapNode>()
            .Select(sheet => scoring.Total(sheet.Entries.ToDictionary(s => s.Key, s => int.Parse(Scalar(s.Value.Value)), StringComparer.Ordinal)))];
}
