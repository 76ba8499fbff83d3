using System.Text.Json;
using Registry.Applications;
using Registry.Experts;

namespace Registry.Selections;

/// <summary>Who has a part in an application: nobody scores what they or their organisation have a stake in.</summary>
internal sealed class Stakes
{
    private readonly Application application;
    private readonly HashSet<string> codes;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private Stakes(Application application)
    {
        this.application = application;
        var answers = JsonElement.Parse(application.Answers);
        codes = AnsweredCodes.Of(answers).Append(application.Organisation).Concat(application.LeadBodyCodes).ToHashSet(StringComparer.Ordinal);
        if (application.CentreCode is { } centre)
        {
            codes.Add(centre);
        }

        foreach (var name in NamesIn(answers).Where(name => name.Length > 0))
        {
            names.TryAdd(Plain(name), name);
        }
    }

    /// <summary>Reads them once; each expert is then held against them.</summary>
    public static Stakes Of(Application application) => new(application);

    /// <summary>The conflict that the register itself shows; null where there is none. What it cannot know, the expert declares.</summary>
    public (RecusalGround Ground, string? Party)? Find(Expert expert)
    {
        if (application.FiledBy.Contains(expert.Subject, StringComparer.Ordinal))
        {
            return (RecusalGround.Filing, null);
        }

        if (application.Steps.Exists(step => step.Kind == StepKind.Recommended && step.ActorSubject == expert.Subject))
        {
            return (RecusalGround.Recommendation, null);
        }

        if (expert.OrganisationName is { } employer && names.TryGetValue(Plain(employer), out var named))
        {
            return (RecusalGround.Organisation, named);
        }

        return expert.OrganisationCode is { } code && codes.Contains(code) ? (RecusalGround.Organisation, expert.OrganisationName ?? code) : null;
    }

    /// <summary>The parties' names that every pack's form gives in the same fields; all other parties are known by their codes.</summary>
    private static IEnumerable<string> NamesIn(JsonElement answers) =>
        ApplicationFacts.ReadLeadBodies(answers).Select(body => body.Name)
            .Append(ApplicationFacts.Text(answers, ApplicationFacts.ImplementingBodyNameField) ?? "")
            .Append(ApplicationFacts.Text(answers, ApplicationFacts.CentreNameField) ?? "");

    /// <summary>A name without what people type differently: spaces, and brackets of either width.</summary>
    private static string Plain(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c))).Replace('（', '(').Replace('）', ')').ToUpperInvariant();
}
