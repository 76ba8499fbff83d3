namespace ServiceDefaults.Authentication;

/// <summary>The names of the claims that the platform reads.</summary>
public static class Claims
{
    /// <summary>Who it is.</summary>
    public const string Subject = "sub";

    /// <summary>The user name.</summary>
    public const string Name = "preferred_username";

    /// <summary>The person's name, as documents and timelines show it.</summary>
    public const string FullName = "name";

    /// <summary>One realm role each, taken from <c>realm_access.roles</c>.</summary>
    public const string Role = "role";

    /// <summary>The jurisdiction.</summary>
    public const string Jurisdiction = "jurisdiction";

    /// <summary>The district or county.</summary>
    public const string District = "district";

    /// <summary>The park (EI-13).</summary>
    public const string Park = "park";

    /// <summary>Whose post a deputy acts in. No token carries it: the service adds it from a delegation that runs.</summary>
    public const string ActsFor = "acts-for";

    /// <summary>That person's name.</summary>
    public const string ActsForName = "acts-for-name";

    /// <summary>One further subject each whom the separation of persons takes for the caller.</summary>
    public const string CountsAs = "counts-as";

    /// <summary>The organisation's social credit code.</summary>
    public const string Organisation = "organisation";
}
