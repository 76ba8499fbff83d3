using System.Text.Json;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Reporting.LeagueTables;

/// <summary>Where a league table stands.</summary>
internal enum LeagueTableStatus
{
    /// <summary>Made by one person; another has to issue it.</summary>
    Proposed,

    /// <summary>Issued, and never changed again.</summary>
    Issued,

    /// <summary>Taken back before it was issued.</summary>
    Withdrawn,
}

/// <summary>A league table of a span (考核评比, SD-07, EI-08). What it shows is frozen; later figures make a further edition.</summary>
internal sealed class LeagueTable : IVersioned
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>The comparison's name in the pack.</summary>
    public required string Comparison { get; init; }

    public required int Year { get; init; }

    /// <summary>The span's number within the year.</summary>
    public required int Round { get; init; }

    /// <summary>1 at first, one more for each that was made of the same span.</summary>
    public required int Edition { get; init; }

    public required LeagueTableStatus Status { get; set; }

    /// <summary>What it shows, JSON: a <see cref="LeagueContent"/>.</summary>
    public required string Content { get; init; }

    /// <summary>Who made it: does not issue it.</summary>
    public required Hands ProposedBy { get; init; }

    public required string ProposedByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime ProposedAt { get; init; }

    public string? IssuedByName { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public long Version { get; set; }

    /// <summary>What it shows.</summary>
    public LeagueContent Read() => JsonSerializer.Deserialize<LeagueContent>(Content, StrictJson.Options)!;

    /// <summary>A content as it is kept and compared.</summary>
    public static string Write(LeagueContent content) => JsonSerializer.Serialize(content, StrictJson.Options);
}

/// <summary>A league table in a list.</summary>
internal sealed record LeagueTableView(
    Guid Id,
    string Programme,
    string Comparison,
    int Year,
    int Round,
    int Edition,
    LeagueTableStatus Status,
    string ProposedByName,
    DateTime ProposedAt,
    string? IssuedByName,
    DateOnly? IssuedOn,
    long Version)
{
    public static LeagueTableView Of(LeagueTable row) => new(
        row.Id, row.Programme, row.Comparison, row.Year, row.Round, row.Edition, row.Status, row.ProposedByName, row.ProposedAt, row.IssuedByName, row.IssuedOn, row.Version);
}

/// <summary>A league table with what it shows.</summary>
/// <param name="Table">Its head.</param>
/// <param name="Content">What it shows.</param>
/// <param name="MayIssue">Whether the caller may issue it: not who made it (P-5).</param>
/// <param name="Version">Its version.</param>
internal sealed record LeagueTableDetail(LeagueTableView Table, LeagueContent Content, bool MayIssue, long Version) : IETagged
{
    public static LeagueTableDetail Of(LeagueTable row, ServiceDefaults.Authentication.Caller caller) => new(
        LeagueTableView.Of(row),
        row.Read(),
        row.Status == LeagueTableStatus.Proposed && caller.IsAny(LeagueTableRoutes.Issuers) && !caller.Counts(row.ProposedBy),
        row.Version);
}
