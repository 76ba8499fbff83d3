using Contracts.Registry;
using Registry.Applications;

namespace Registry.Institutions;

internal sealed partial class Institution
{
    /// <summary>A new institution of an application; it has no standing until it <see cref="Becomes"/> something.</summary>
    public static Institution Found(Application application, ApplicationFacts facts, string name)
    {
        var institution = new Institution
        {
            Programme = application.Programme,
            Jurisdiction = application.Jurisdiction,
            District = application.District,
            Name = name,
            Category = facts.Category,
            ImplementingBodyCode = application.Organisation,
            ImplementingBodyName = facts.ImplementingBodyName,
            CoBuilt = facts.CoBuilt,
            ApplicationId = application.Id,
            Standing = Standings.UnderConstruction,
            StandingSince = DateOnly.MinValue,
            DecisionNumber = "",
        };
        institution.TakeFactsOf(application, facts);
        return institution;
    }

    /// <summary>What was examined and decided is what the body is from then on: its parties, field and place.</summary>
    public void TakeFactsOf(Application application, ApplicationFacts facts)
    {
        (ApplicationId, District, Category, Field) = (application.Id, application.District, facts.Category, facts.Field ?? Field);
        (ImplementingBodyCode, ImplementingBodyName) = (application.Organisation, facts.ImplementingBodyName);
        (CentreCode, CentreName, LeadBodies) = (facts.CentreCode ?? CentreCode, facts.CentreName ?? CentreName, [.. facts.LeadBodies]);
        (HostCode, HostName, Place, Park) = (facts.HostCode, facts.HostName, facts.Place, facts.Park ?? Park);
        (CoBuilt, CountyShareFen, IsJointlyBuilt) = (facts.CoBuilt, facts.CountyShareFen, facts.IsJointlyBuilt);
    }
}
