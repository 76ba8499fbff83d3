using ServiceDefaults.Data;

namespace Registry.Selections;

/// <summary>Where a selection stands.</summary>
internal enum SelectionStatus
{
    /// <summary>The experts score.</summary>
    Open,

    /// <summary>The scores are in and locked; there is a proposal list (ZS-15).</summary>
    Concluded,

    /// <summary>The city has decided on the proposal list (ZS-26); what it kept may be posted.</summary>
    Decided,
}

/// <summary>
/// The comprehensive review (综合评审) of recommended applications, of one track where there are tracks (ZS-01, ZS-15): experts score, the ranking is the
/// proposal list, the city decides on it (ZS-26).
/// </summary>
internal sealed class Selection : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    /// <summary>The track (ZS-01), an option of the form; null where the programme has no tracks.</summary>
    public string? Track { get; init; }

    /// <summary>The key field or type that it is confined to; null = any.</summary>
    public string? Category { get; init; }

    public required string Title { get; init; }

    /// <summary>How many are taken at most, the best first; null where all that meet the conditions are (ZS-01: 定向布局).</summary>
    public int? Places { get; init; }

    /// <summary>How many experts must score each application: the pack's figure on the day of opening.</summary>
    public required int ReviewersPerApplication { get; init; }

    /// <summary>The mean that must be reached: the pack's figure on the day of opening; null where it has none.</summary>
    public required int? PassingScore { get; init; }

    /// <summary>
    /// Whether every expert must find the conditions met, or more than half of them: the pack's choice on the day of opening; null where
    /// the experts' finding decides nothing.
    /// </summary>
    public required bool? Unanimous { get; init; }

    /// <summary>How far first opinions may lie apart; above it further experts are heard. Null where the pack has no such limit.</summary>
    public int? DispersionLimit { get; init; }

    /// <summary>How many further experts.</summary>
    public int ThirdOpinions { get; init; }

    public SelectionStatus Status { get; set; } = SelectionStatus.Open;

    public required DateOnly OpenedOn { get; init; }

    public required string OpenedBySubject { get; init; }

    public required string OpenedByName { get; init; }

    public DateTime? ConcludedAt { get; set; }

    public string? ConcludedBySubject { get; set; }

    public string? ConcludedByName { get; set; }

    /// <summary>
    /// Whether equal scores lie across the last place: all of them are on the proposal list, and the city strikes until the
    /// places suffice. Nobody is cut by chance.
    /// </summary>
    public bool LastPlaceTied { get; set; }

    /// <summary>The city's decision on the proposal list (ZS-26).</summary>
    public string? DocumentNumber { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string? DecidedBySubject { get; set; }

    public string? DecidedByName { get; set; }

    public List<SelectionEntry> Entries { get; init; } = [];

    public List<ScoreSheet> Sheets { get; init; } = [];

    /// <summary>Every drawing of experts by lot, oldest first.</summary>
    public List<Drawing> Drawings { get; init; } = [];

    public long Version { get; set; }
}
