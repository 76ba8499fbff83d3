using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>A line of the list of reviews.</summary>
internal sealed record SelectionRow
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string? Track { get; init; }

    public required string? Category { get; init; }

    public required string Title { get; init; }

    public required int? Places { get; init; }

    public required SelectionStatus Status { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required string? DocumentNumber { get; init; }

    public required DateOnly? DecidedOn { get; init; }

    public required int Applications { get; init; }
}

/// <summary>A review with its applications and sheets. The scores stay closed until it is concluded: nobody steers by them.</summary>
internal sealed record SelectionView : IETagged
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string? Track { get; init; }

    public required string? Category { get; init; }

    public required string Title { get; init; }

    public required int? Places { get; init; }

    public required int ReviewersPerApplication { get; init; }

    public required int? PassingScore { get; init; }

    /// <summary>Whether every expert must find the conditions met, or more than half of them; null where their finding decides nothing.</summary>
    public required bool? Unanimous { get; init; }

    /// <summary>How far first opinions may lie apart before further experts are heard; null = however far.</summary>
    public required int? DispersionLimit { get; init; }

    public required int ThirdOpinions { get; init; }

    /// <summary>The drawings by lot, each with all that is needed to repeat it.</summary>
    public required IReadOnlyList<Drawing> Drawings { get; init; }

    public required SelectionStatus Status { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public required string OpenedByName { get; init; }

    public required DateTime? ConcludedAt { get; init; }

    public required string? ConcludedByName { get; init; }

    /// <summary>Whether equal scores lie across the last place, so that the city must strike until the places suffice.</summary>
    public required bool LastPlaceTied { get; init; }

    public required string? DocumentNumber { get; init; }

    public required DateOnly? DecidedOn { get; init; }

    public required string? DecidedByName { get; init; }

    public required long Version { get; init; }

    /// <summary>By rank once concluded, those that do not pass after those that do.</summary>
    public required IReadOnlyList<EntryView> Entries { get; init; }

    public static SelectionView Of(Selection selection) => new()
    {
        Id = selection.Id,
        Programme = selection.Programme,
        Track = selection.Track,
        Category = selection.Category,
        Title = selection.Title,
        Places = selection.Places,
        ReviewersPerApplication = selection.ReviewersPerApplication,
        PassingScore = selection.PassingScore,
        Unanimous = selection.Unanimous,
        DispersionLimit = selection.DispersionLimit,
        ThirdOpinions = selection.ThirdOpinions,
        Drawings = selection.Drawings,
        Status = selection.Status,
        OpenedOn = selection.OpenedOn,
        OpenedByName = selection.OpenedByName,
        ConcludedAt = selection.ConcludedAt,
        ConcludedByName = selection.ConcludedByName,
        LastPlaceTied = selection.LastPlaceTied,
        DocumentNumber = selection.DocumentNumber,
        DecidedOn = selection.DecidedOn,
        DecidedByName = selection.DecidedByName,
        Version = selection.Version,
        Entries = [.. selection.Entries.OrderBy(e => e.Rank ?? int.MaxValue).ThenByDescending(e => e.MeanHundredths).ThenBy(e => e.Number).Select(e => EntryView.Of(e, selection))],
    };
}

/// <summary>
/// One application of a review. While it is open, how far the scores lie apart is told only where further opinions are wanted: nobody
/// steers by it.
/// </summary>
internal sealed record EntryView(
    Guid ApplicationId,
    int Number,
    string Title,
    string Organisation,
    EntryOutcome Outcome,
    Shortfall? Shortfall,
    int? Rank,
    int? MeanHundredths,
    int Scores,
    int FoundMet,
    int? Spread,
    int ThirdOpinionsWanted,
    string? Reason,
    IReadOnlyList<EntrySheetView> Sheets)
{
    public static EntryView Of(SelectionEntry entry, Selection selection) => new(
        entry.ApplicationId,
        entry.Number,
        entry.Title,
        entry.Organisation,
        entry.Outcome,
        entry.Shortfall,
        entry.Rank,
        entry.MeanHundredths,
        entry.Scores,
        entry.FoundMet,
        selection.Status == SelectionStatus.Open && Dispersion.IsAboveLimit(selection, entry.ApplicationId) ? Dispersion.SpreadOf(selection, entry.ApplicationId) : entry.Spread,
        selection.Status == SelectionStatus.Open ? Dispersion.Wanted(selection, entry.ApplicationId) : 0,
        entry.Reason,
        [.. selection.Sheets.Where(sheet => sheet.ApplicationId == entry.ApplicationId).OrderBy(sheet => sheet.Id).Select(sheet => EntrySheetView.Of(sheet, selection))]);
}

/// <summary>One expert's sheet as the city sees it: its score only once the review is concluded, and never a recused expert's.</summary>
internal sealed record EntrySheetView(
    Guid Id,
    Guid ExpertId,
    string ExpertName,
    SheetStatus Status,
    bool ThirdOpinion,
    RecusalGround? RecusalGround,
    string? RecusalReason,
    int? Score,
    bool? MeetsConditions,
    string? Justification,
    long Version)
{
    public static EntrySheetView Of(ScoreSheet sheet, Selection selection)
    {
        var shown = selection.Status != SelectionStatus.Open && sheet.Status == SheetStatus.Scored;
        return new EntrySheetView(
            sheet.Id,
            sheet.ExpertId,
            sheet.ExpertName,
            sheet.Status,
            sheet.FirstSpread is not null,
            sheet.RecusalGround,
            sheet.RecusalReason,
            shown ? sheet.Score : null,
            shown ? sheet.MeetsConditions : null,
            shown ? sheet.Justification : null,
            sheet.Version);
    }
}
