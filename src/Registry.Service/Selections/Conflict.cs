using System.Text.Json;
using Registry.Applications;
using Registry.Experts;

namespace Registry.Selections;

/// <summary>Why an expert may not score an application: nobody scores what they or their organisation have a part in.</summary>
internal static class Conflict
{
    /// <summary>The conflict that the register itself shows; null where there is none. What it cannot know, the expert declares.</summary>
    public static (RecusalGround Ground, string? Party)? Find(Expert expert, Application application)
    {
        if (application.FiledBy.Contains(expert.Subject, StringComparer.Ordinal))
        {
            return (RecusalGround.Filing, null);
        }

        if (application.Steps.Exists(step => step.Kind == StepKind.Recommended && step.ActorSubject == expert.Subject))
        {
            return (RecusalGround.Recommendation, null);
        }

        return PartiesOf(application).FirstOrDefault(party => IsEmployer(party, expert)) is { } employer
            ? (RecusalGround.Organisation, employer.Name ?? employer.Code)
            : null;
    }

    private static bool IsEmployer(Party party, Expert expert) =>
        (party.Code is not null && party.Code == expert.OrganisationCode)
        || (party.Name is not null && expert.OrganisationName is not null && Plain(party.Name) == Plain(expert.OrganisationName));

    /// <summary>Whoever has a part in the application, by the code that it was filed with and by the name that the answers give.</summary>
    private static IEnumerable<Party> PartiesOf(Application application)
    {
        var answers = JsonElement.Parse(application.Answers);
        yield return new Party(application.Organisation, ApplicationFacts.Text(answers, ApplicationFacts.ImplementingBodyNameField));
        yield return new Party(application.CentreCode, ApplicationFacts.Text(answers, ApplicationFacts.CentreNameField));
        foreach (var body in ApplicationFacts.ReadLeadBodies(answers))
        {
            yield return new Party(body.Code, body.Name);
        }
    }

    /// <summary>A name without what people type differently: spaces, and brackets of either width.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c))).Replace('（', '(').Replace('）', ')').ToUpperInvariant();

    private sealed record Party(string? Code, string? Name);
}
