using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>A line of the list of reviews.</summary>
internal sealed record SelectionRow
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Track { get; init; }

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

    public required string Track { get; init; }

    public required string Title { get; init; }

    public required int? Places { get; init; }

    public required int ReviewersPerApplication { get; init; }

    public required int PassingScore { get; init; }

    /// <summary>Whether every expert must find the conditions met, or more than half of them.</summary>
    public required bool Unanimous { get; init; }

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
        Title = selection.Title,
        Places = selection.Places,
        ReviewersPerApplication = selection.ReviewersPerApplication,
        PassingScore = selection.PassingScore,
        Unanimous = selection.Unanimous,
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

/// <summary>One application of a review.</summary>
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
        entry.Reason,
        [.. selection.Sheets.Where(sheet => sheet.ApplicationId == entry.ApplicationId).OrderBy(sheet => sheet.Id).Select(sheet => EntrySheetView.Of(sheet, selection))]);
}

/// <summary>One expert's sheet as the city sees it: its score only once the review is concluded, and never a recused expert's.</summary>
internal sealed record EntrySheetView(
    Guid Id,
    Guid ExpertId,
    string ExpertName,
    SheetStatus Status,
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
            sheet.RecusalGround,
            sheet.RecusalReason,
            shown ? sheet.Score : null,
            shown ? sheet.MeetsConditions : null,
            shown ? sheet.Justification : null,
            sheet.Version);
    }
}
