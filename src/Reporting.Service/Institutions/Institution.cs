namespace Reporting.Institutions;

/// <summary>What Reporting knows of an institution: the newest state that Registry published.</summary>
internal sealed class Institution
{
    /// <summary>
    /// The standing of a body that Registry does not keep among its institutions: one named at the opening of an evaluation (HB-13, HB-23,
    /// HB-26). Its category is that evaluation; it counts nowhere else.
    /// </summary>
    public const string Named = "named";

    public required Guid Id { get; init; }

    /// <summary>The version of the state below; an older one never overwrites it.</summary>
    public required long Version { get; set; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; set; }

    public required string Name { get; set; }

    /// <summary>Social credit code of the implementing body: its operators see this institution.</summary>
    public required string Organisation { get; set; }

    /// <summary>The key field within the programme (ZS-01).</summary>
    public string Category { get; set; } = "";

    public required string Standing { get; set; }

    /// <summary>First day of that standing.</summary>
    public DateOnly StandingSince { get; set; }

    /// <summary>Date of the document that announced its recognition; null before it.</summary>
    public DateOnly? RecognisedOn { get; set; }

    /// <summary>Last day of its rectification (ZS-19); null where none runs.</summary>
    public DateOnly? RectificationUntil { get; set; }

    /// <summary>Whether several parties build it together, and so need an agreement (ZS-24).</summary>
    public bool IsJointlyBuilt { get; set; }

    /// <summary>Social credit codes of its parties: none of them evaluates it.</summary>
    public List<string> PartyCodes { get; set; } = [];

    /// <summary>The version of its papers on file that is known here.</summary>
    public long PapersVersion { get; set; }

    /// <summary>Every standing that Registry told of it.</summary>
    public List<StandingEntry> Standings { get; } = [];

    /// <summary>The key under which events wait for an institution that is not known yet.</summary>
    public static string WaitingKey(Guid id) => $"institution:{id:N}";
}
