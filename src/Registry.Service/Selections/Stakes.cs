using Registry.Applications;
using Registry.Experts;
using Registry.Meetings;
using ServiceDefaults.Authentication;

namespace Registry.Selections;

/// <summary>Who has a part in an application: nobody scores what they or their organisation have a stake in.</summary>
internal sealed class Stakes
{
    private readonly Application application;
    private readonly Parties parties;

    private Stakes(Application application) => (this.application, parties) = (application, new Parties().Of(application));

    /// <summary>Reads them once; each expert is then held against them.</summary>
    public static Stakes Of(Application application) => new(application);

    /// <summary>
    /// The conflict that the register itself shows; null where there is none. What it cannot know, the expert declares. Where the expert is
    /// calling, who is its deputy or whose deputy it is counts as the expert.
    /// </summary>
    public (RecusalGround Ground, string? Party)? Find(Expert expert, Caller? caller = null)
    {
        if (application.FiledBy.Exists(Is))
        {
            return (RecusalGround.Filing, null);
        }

        if (application.Steps.Exists(step => step.Kind == StepKind.Recommended && (Is(step.ActorSubject) || Is(step.ForSubject))))
        {
            return (RecusalGround.Recommendation, null);
        }

        return parties.Find(expert.OrganisationCode, expert.OrganisationName) is { } party ? (RecusalGround.Organisation, party) : null;

        bool Is(string? subject) => caller?.Counts(subject) ?? (subject == expert.Subject);
    }
}
