namespace Contracts.Registry;

/// <summary>
/// The full state of an institution after a change. A state event: the highest <see cref="Version"/> wins, whatever order
/// the events arrive in.
/// </summary>
[EventName("registry.institution-changed", "funding", "reporting")]
public sealed record InstitutionChanged
{
    /// <summary>The institution's key in every service.</summary>
    public required Guid InstitutionId { get; init; }

    /// <summary>1 at entry, one more at each change.</summary>
    public required long Version { get; init; }

    /// <summary>The programme it belongs to, as its pack names it: <c>zhoushan-innovation-centres</c>.</summary>
    public required string Programme { get; init; }

    /// <summary>The bureau it belongs to: <c>zhoushan</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The county or district, as the realm names it: <c>dinghai</c>.</summary>
    public required string District { get; init; }

    /// <summary>The name in use. A body under construction bears its project name, never that of ZS-17.</summary>
    public required string Name { get; init; }

    /// <summary>The key field or type within the programme.</summary>
    public required string Category { get; init; }

    /// <summary>The implementing body (实施主体) that receives the money: social credit code.</summary>
    public required string ImplementingBodyCode { get; init; }

    /// <summary>The implementing body's name.</summary>
    public required string ImplementingBodyName { get; init; }

    /// <summary>Whether city and county build it together (ZS-29).</summary>
    public required bool CoBuilt { get; init; }

    /// <summary>One of <see cref="Standings"/>.</summary>
    public required string Standing { get; init; }

    /// <summary>First day of that standing.</summary>
    public required DateOnly StandingSince { get; init; }

    /// <summary>The date of the document that announced its recognition; null before it (ZS-08).</summary>
    public DateOnly? RecognisedOn { get; init; }

    /// <summary>Number of the decision document behind this standing.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>Last day of its rectification (ZS-19); null where none runs.</summary>
    public DateOnly? RectificationUntil { get; init; }

    /// <summary>Social credit codes of its parties: lead bodies, implementing body, centre (ZS-09, ZS-10, ZS-25). Null from an older sender.</summary>
    public IReadOnlyList<string>? PartyCodes { get; init; }

    /// <summary>What the county puts in beside the city's money, in fen (ZS-29); null = not stated.</summary>
    public long? CountyShareFen { get; init; }

    /// <summary>Whether several parties build it together, and so need an agreement (ZS-24). Null from an older sender.</summary>
    public bool? IsJointlyBuilt { get; init; }

    /// <summary>The institutions that merged into it, whose years of support it carries on (ZS-04, ZS-21). Null = none.</summary>
    public IReadOnlyList<Guid>? Absorbed { get; init; }
}

/// <summary>What an institution is, legally, on a day. Text in events, so that a consumer survives a word it does not know.</summary>
public static class Standings
{
    /// <summary>Under construction by recorded city decision: may be paid, is not counted as recognised (ZS-30).</summary>
    public const string UnderConstruction = "under-construction";

    /// <summary>Recognised and announced (ZS-17).</summary>
    public const string Recognised = "recognised";

    /// <summary>On the register by filing (备案; EO-07, EO-08), where the programme recognises nobody.</summary>
    public const string Filed = "filed";

    /// <summary>Recognised, failed its evaluation and has a year to put things right (ZS-19).</summary>
    public const string UnderRectification = "under-rectification";

    /// <summary>Taken off the list after its rectification failed (摘牌, ZS-19).</summary>
    public const string Delisted = "delisted";

    /// <summary>Recognition revoked on one of the grounds of ZS-22.</summary>
    public const string Revoked = "revoked";

    /// <summary>Taken out of filing (不再纳入备案管理, EO-12).</summary>
    public const string Removed = "removed";

    /// <summary>Recognition cancelled after a major change (ZS-21).</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Merged into another institution, which carries it on (ZS-21).</summary>
    public const string Merged = "merged";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [UnderConstruction, Recognised, Filed, UnderRectification, Delisted, Revoked, Removed, Cancelled, Merged];

    /// <summary>Whether a body of this standing is a recognised or filed one; one under rectification still is.</summary>
    public static bool IsRecognised(string standing) => standing is Recognised or Filed or UnderRectification;

    /// <summary>Whether a body of this standing is gone for good: it becomes recognised again by a new application only.</summary>
    public static bool HasEnded(string standing) => standing is Delisted or Revoked or Cancelled or Merged or Removed;
}
