namespace ServiceDefaults.Authentication;

/// <summary>The realm's roles. A pack may name others for its own posts.</summary>
public static class Roles
{
    /// <summary>Files applications, reports and spending for its own organisation.</summary>
    public const string Operator = "operator";

    /// <summary>Reviews for its own district or county.</summary>
    public const string DistrictReviewer = "district-reviewer";

    /// <summary>Looks after its own park and sees nothing else (EI-13).</summary>
    public const string ParkReviewer = "park-reviewer";

    /// <summary>Decides for the city bureau.</summary>
    public const string CityReviewer = "city-reviewer";

    /// <summary>Scores and grades.</summary>
    public const string Expert = "expert";

    /// <summary>Proposes what moves money.</summary>
    public const string FinanceMaker = "finance-maker";

    /// <summary>Approves what another person proposed.</summary>
    public const string FinanceApprover = "finance-approver";

    /// <summary>Looks, and approves rules.</summary>
    public const string Leader = "leader";

    /// <summary>Looks at everything of its jurisdiction.</summary>
    public const string Auditor = "auditor";

    /// <summary>Runs the platform and moves no money.</summary>
    public const string Admin = "admin";

    /// <summary>Another service of the platform (client credentials).</summary>
    public const string Service = "service";
}
