using System.Globalization;
using System.Text.Json;
using Contracts.Refusals;
using Policies;
using Policies.Evaluation;

namespace Registry.Applications;

/// <summary>What is asked of a submission beside the form itself.</summary>
internal static class SubmissionChecks
{
    /// <summary>ZS-13: a commitment is a signed paper and the lead body that signed it.</summary>
    public static Inputs Commitment(SubmitApplication.Papers papers, DateOnly today)
    {
        var signed = papers.Files.Any(file => file.Field == ApplicationFacts.CommitmentField);
        var signedBy = signed ? ApplicationFacts.Text(papers.Answers, ApplicationFacts.CommitmentSignedByField) : null;
        return Inputs.At(ReferenceDay.Application, today).Text("signed-by", signedBy);
    }

    /// <summary>Who applies is who signed in, and the district named is the one that will review.</summary>
    public static IEnumerable<FieldProblem> Applicant(Application application, JsonElement answers, PolicyPack pack)
    {
        (string Field, string Expected)[] bound =
        [
            (ApplicationFacts.ImplementingBodyCodeField, application.Organisation),
            (ApplicationFacts.DistrictField, application.District),
        ];
        foreach (var (name, expected) in bound)
        {
            if (pack.Fields.FirstOrDefault(f => f.Name == name) is { } field
                && ApplicationFacts.Text(answers, name) is { Length: > 0 } given
                && !given.Equals(expected, StringComparison.OrdinalIgnoreCase))
            {
                yield return new FieldProblem(
                    name,
                    field.Citation.ClauseId,
                    field.Citation.Quote,
                    $"“{field.Label.Zh}”应与申报账号所属单位一致（{expected}）。",
                    $"'{field.Label.En}' must be that of the account which applies ({expected}).");
            }
        }
    }

    /// <summary>The refusal that lists every answer at fault with its clause.</summary>
    public static Refusal Incomplete(IReadOnlyList<FieldProblem> problems, PolicyPack pack) =>
        new Refusal(
                RefusalKind.BadInput,
                "answers-refused",
                problems[0].ClauseId,
                string.Create(CultureInfo.InvariantCulture, $"申报材料有 {problems.Count} 处需要补正：{string.Concat(problems.Select(p => p.Zh))}"),
                string.Create(CultureInfo.InvariantCulture, $"{problems.Count} item(s) of the application need mending: {string.Join(' ', problems.Select(p => p.En))}"))
            .With("problems", problems)
            .With("policyHash", pack.Hash);
}
