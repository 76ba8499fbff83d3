using Funding.Accounts;
using ServiceDefaults.Problems;

namespace Funding.Deadlines;

/// <summary>A warning that was written.</summary>
internal sealed record DeadlineWarningView(DateOnly Deadline, int Days, DateOnly DueOn, DateOnly WrittenOn);

/// <summary>A body's time for its recognition (ZS-08).</summary>
/// <param name="InstitutionId">The body.</param>
/// <param name="Name">Its name.</param>
/// <param name="Programme">Its programme.</param>
/// <param name="District">Its county or district.</param>
/// <param name="Standing">What it is.</param>
/// <param name="RecognisedOn">When it was recognised; null before.</param>
/// <param name="AllottedOn">From when the clock runs.</param>
/// <param name="Deadline">The last day on which a recognition is in time.</param>
/// <param name="DaysLeft">0 on the last day; null once recognised or missed.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="LaterDeadlines">Those of later allotments, where each has its own clock.</param>
/// <param name="Warnings">The warnings written so far.</param>
/// <param name="OpenCaseId">The case that waits to be confirmed.</param>
internal sealed record DeadlineView(
    Guid InstitutionId,
    string Name,
    string Programme,
    string District,
    string Standing,
    DateOnly? RecognisedOn,
    DateOnly? AllottedOn,
    DateOnly? Deadline,
    int? DaysLeft,
    DeadlineStage? Stage,
    IReadOnlyList<DateOnly> LaterDeadlines,
    IReadOnlyList<DeadlineWarningView> Warnings,
    Guid? OpenCaseId)
{
    public static DeadlineView Of(FundingAccount row, IReadOnlyList<ClockReading> clocks, IEnumerable<DeadlineWarning> warnings, Guid? openCaseId)
    {
        var first = clocks.Count > 0 ? clocks[0] : null;
        return new DeadlineView(
            row.InstitutionId,
            row.Name,
            row.Programme,
            row.District,
            row.Standing,
            row.RecognisedOn,
            row.FirstAllottedOn,
            first?.Deadline,
            first?.DaysLeft,
            first?.Stage,
            [.. clocks.Skip(1).Select(c => c.Deadline)],
            [.. warnings.OrderBy(w => w.DueOn).Select(w => new DeadlineWarningView(w.Deadline, w.Days, w.DueOn, w.WrittenOn))],
            openCaseId);
    }
}

/// <summary>A deadline case as lists show it.</summary>
/// <param name="Id">The key.</param>
/// <param name="Version">The version.</param>
/// <param name="InstitutionId">The body.</param>
/// <param name="InstitutionName">Its name.</param>
/// <param name="Programme">The programme.</param>
/// <param name="AllottedOn">From when the clock ran.</param>
/// <param name="Deadline">The last day that was missed.</param>
/// <param name="Number">1 for the first case of a deadline.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ProposedOn">When the sweep proposed it.</param>
/// <param name="AmountFen">Proposed: what would be claimed; confirmed: what is claimed now.</param>
/// <param name="DecidedFen">What was claimed at the confirmation.</param>
/// <param name="CutOff">Until when spending counts.</param>
/// <param name="DocumentNumber">The decision.</param>
/// <param name="DecidedOn">Its date.</param>
/// <param name="Confirmed">Who confirmed it.</param>
/// <param name="VoidCause">Why it is void.</param>
/// <param name="VoidOn">Since when.</param>
internal sealed record DeadlineCaseView(
    Guid Id,
    long Version,
    Guid InstitutionId,
    string InstitutionName,
    string Programme,
    DateOnly AllottedOn,
    DateOnly Deadline,
    int Number,
    DeadlineCaseStatus Status,
    DateOnly ProposedOn,
    long AmountFen,
    long DecidedFen,
    DateOnly CutOff,
    string? DocumentNumber,
    DateOnly? DecidedOn,
    SignatureView? Confirmed,
    VoidCause? VoidCause,
    DateOnly? VoidOn) : IETagged
{
    public static DeadlineCaseView Of(DeadlineCase row, string name) => new(
        row.Id,
        row.Version,
        row.InstitutionId,
        name,
        row.Programme,
        row.AllottedOn,
        row.Deadline,
        row.Number,
        row.Status,
        row.ProposedOn,
        row.AmountFen,
        row.DecidedFen,
        row.CutOff,
        row.DocumentNumber,
        row.DecidedOn,
        SignatureView.Of(row.Confirmed),
        row.VoidCause,
        row.VoidOn);
}

/// <summary>One change of what a case claims of a year.</summary>
internal sealed record DeadlineEntryView(int FiscalYear, DeadlineEntryKind Kind, long AmountFen, DateOnly BookedOn);

/// <summary>A deadline case with what it claimed, year by year, and the clawbacks that carry it.</summary>
internal sealed record DeadlineCaseDetail(DeadlineCaseView DeadlineCase, IReadOnlyList<DeadlineEntryView> Entries, IReadOnlyList<Guid> ClawbackIds) : IETagged
{
    public long Version => DeadlineCase.Version;
}
