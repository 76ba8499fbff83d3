using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Missing;

/// <summary>The missing reports of a span.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Year">The year.</param>
/// <param name="Round">The span's number within the year.</param>
/// <param name="Consequence">What a confirmed miss is a ground for, where the pack has it.</param>
/// <param name="Missing">The reports that are missing today.</param>
/// <param name="Lists">The lists that the city recorded, the newest first.</param>
internal sealed record MissingView(
    string Programme, int Year, int Round, ConsequenceView? Consequence, IReadOnlyList<MissingRow> Missing, IReadOnlyList<MissingListView> Lists);

/// <summary>A ground of the pack.</summary>
internal sealed record ConsequenceView(Label Label, string Measure, string Clause);

/// <summary>A report that is missing; listed where it stands on a list already.</summary>
internal sealed record MissingRow(
    Guid ReportId, Guid InstitutionId, string InstitutionName, string District, DateOnly DueOn, int DaysLate, bool ExtensionProposed, bool Listed);

/// <summary>What the city recorded; <c>Own</c> where the caller did, and another person confirms it (P-5).</summary>
internal sealed record MissingListView(
    Guid Id,
    string DocumentNumber,
    DateOnly DecidedOn,
    MissingStatus Status,
    string RecordedByName,
    DateTime RecordedAt,
    string? ConfirmedByName,
    DateTime? ConfirmedAt,
    IReadOnlyList<ListedMiss> Reports,
    bool Own,
    long Version) : IETagged
{
    public static MissingListView Of(MissingList list, Caller caller) => new(
        list.Id,
        list.DocumentNumber,
        list.DecidedOn,
        list.Status,
        list.RecordedByName,
        list.RecordedAt,
        list.ConfirmedByName,
        list.ConfirmedAt,
        [.. list.Reports.OrderBy(miss => miss.ReportId).Select(miss => new ListedMiss(
            miss.ReportId, miss.Report.InstitutionId, miss.Report.Institution.Name, miss.Report.Institution.District, miss.DueOn, miss.Report.SubmittedOn))],
        caller.Counts(list.RecordedBy),
        list.Version);
}

/// <summary>A report on the list; with the day on which it came after all.</summary>
internal sealed record ListedMiss(Guid ReportId, Guid InstitutionId, string InstitutionName, string District, DateOnly DueOn, DateOnly? HandedInOn);
