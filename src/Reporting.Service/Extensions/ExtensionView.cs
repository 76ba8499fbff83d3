using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Extensions;

/// <summary>An extension with its decision; <c>Own</c> where the caller recorded it, and another person confirms it (P-5).</summary>
internal sealed record ExtensionView(
    Guid Id,
    Guid ReportId,
    int Number,
    DateOnly From,
    DateOnly Until,
    string DocumentNumber,
    DateOnly DecidedOn,
    string Reason,
    ExtensionStatus Status,
    string ProposedByName,
    DateTime ProposedAt,
    string? ConfirmedByName,
    DateTime? ConfirmedAt,
    bool Own,
    long Version) : IETagged
{
    public static ExtensionView Of(DeadlineExtension one, Caller caller) => new(
        one.Id,
        one.ReportId,
        one.Number,
        one.From,
        one.Until,
        one.DocumentNumber,
        one.DecidedOn,
        one.Reason,
        one.Status,
        one.ProposedByName,
        one.ProposedAt,
        one.ConfirmedByName,
        one.ConfirmedAt,
        caller.Counts(one.ProposedBy),
        one.Version);
}

/// <summary>An extension in a list over bodies.</summary>
internal sealed record ExtensionRow(ExtensionView Extension, string InstitutionName, string District, string Programme, int Year, int Round)
{
    public static ExtensionRow Of(DeadlineExtension one, Caller caller) => new(
        ExtensionView.Of(one, caller), one.Institution.Name, one.Institution.District, one.Report.Programme, one.Report.Year, one.Report.Round);
}
