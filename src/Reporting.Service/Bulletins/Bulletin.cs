using System.Globalization;
using System.Text.Json;
using Policies;
using Reporting.LeagueTables;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace Reporting.Bulletins;

/// <summary>What a bulletin is made of.</summary>
internal enum BulletinKind
{
    /// <summary>An issued league table.</summary>
    LeagueTable,

    /// <summary>The reports of a span that are missing.</summary>
    MissingReports,

    /// <summary>The figures of a span's monitoring.</summary>
    Monitoring,

    /// <summary>Units and persons that are commended, each for its case (HB-30).</summary>
    Commendation,
}

/// <summary>Where a bulletin stands.</summary>
internal enum BulletinStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Numbered, issued, and never changed again.</summary>
    Issued,

    /// <summary>Given up before it was issued.</summary>
    Withdrawn,
}

/// <summary>A bulletin (通报, SD-07, EI-08): generated from figures, edited by the city, issued by another person under a number without gaps.</summary>
internal sealed class Bulletin : IVersioned
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    public required BulletinKind Kind { get; init; }

    /// <summary>The league table that it tells of.</summary>
    public Guid? LeagueTableId { get; init; }

    /// <summary>The span that it tells of: its year …</summary>
    public required int Year { get; init; }

    /// <summary>… and its number; 0 where it tells of the year.</summary>
    public required int Round { get; init; }

    /// <summary>The clause that asks for it.</summary>
    public required string Clause { get; init; }

    public required BulletinStatus Status { get; set; }

    public required string TitleZh { get; set; }

    public required string TitleEn { get; set; }

    /// <summary>Its blocks, JSON.</summary>
    public required string Blocks { get; set; }

    /// <summary>Whom it commends and for what, JSON; empty in every other kind.</summary>
    public string Cases { get; set; } = "[]";

    /// <summary>Subjects of all who wrote in it: none of them issues it.</summary>
    public List<string> Writers { get; init; } = [];

    /// <summary>The bodies that it was generated to name as missing.</summary>
    public List<Guid> Named { get; init; } = [];

    public required string DraftedByName { get; init; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime DraftedAt { get; init; }

    /// <summary>The year of its number; null before it is issued.</summary>
    public int? NumberYear { get; set; }

    /// <summary>Its number of the year, without gaps.</summary>
    public int? Number { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public string? IssuedByName { get; set; }

    public long Version { get; set; }

    /// <summary>Its blocks.</summary>
    public IReadOnlyList<BulletinBlock> ReadBlocks() => JsonSerializer.Deserialize<IReadOnlyList<BulletinBlock>>(Blocks, StrictJson.Options)!;

    /// <summary>Whom it commends.</summary>
    public IReadOnlyList<CommendedCase> ReadCases() => JsonSerializer.Deserialize<IReadOnlyList<CommendedCase>>(Cases, StrictJson.Options)!;

    /// <summary>Cases as they are kept.</summary>
    public static string WriteCases(IReadOnlyList<CommendedCase> cases) => JsonSerializer.Serialize(cases, StrictJson.Options);

    /// <summary>Notes who wrote in it.</summary>
    public void WrittenBy(Caller caller)
    {
        Writers.AddRange(caller.Hands().Subjects().Except(Writers, StringComparer.Ordinal).ToList());
    }

    /// <summary>Blocks as they are kept.</summary>
    public static string WriteBlocks(IReadOnlyList<BulletinBlock> blocks) => JsonSerializer.Serialize(blocks, StrictJson.Options);

    /// <summary>The number as it is printed: 通报〔2026〕1号.</summary>
    public string? NumberText => Number is null ? null : string.Create(CultureInfo.InvariantCulture, $"通报〔{NumberYear}〕{Number}号");
}

/// <summary>A bulletin in a list.</summary>
internal sealed record BulletinView(
    Guid Id,
    string Programme,
    BulletinKind Kind,
    Guid? LeagueTableId,
    int Year,
    int Round,
    string Clause,
    BulletinStatus Status,
    Label Title,
    string? Number,
    DateOnly? IssuedOn,
    string DraftedByName,
    DateTime DraftedAt,
    string? IssuedByName,
    long Version)
{
    public static BulletinView Of(Bulletin row) => new(
        row.Id,
        row.Programme,
        row.Kind,
        row.LeagueTableId,
        row.Year,
        row.Round,
        row.Clause,
        row.Status,
        new Label(row.TitleZh, row.TitleEn),
        row.NumberText,
        row.IssuedOn,
        row.DraftedByName,
        row.DraftedAt,
        row.IssuedByName,
        row.Version);
}

/// <summary>A bulletin with its blocks.</summary>
/// <param name="Bulletin">Its head.</param>
/// <param name="Blocks">What it says.</param>
/// <param name="Cases">Whom it commends; empty in every other kind.</param>
/// <param name="MayEdit">Whether the caller may write in it.</param>
/// <param name="MayIssue">Whether the caller may issue it: nobody who wrote in it (P-5).</param>
/// <param name="Version">Its version.</param>
internal sealed record BulletinDetail(
    BulletinView Bulletin, IReadOnlyList<BulletinBlock> Blocks, IReadOnlyList<CommendedCase> Cases, bool MayEdit, bool MayIssue, long Version) : IETagged
{
    public static BulletinDetail Of(Bulletin row, Caller caller) => new(
        BulletinView.Of(row),
        row.ReadBlocks(),
        row.ReadCases(),
        row.Status == BulletinStatus.Draft && caller.Is(Roles.CityReviewer),
        row.Status == BulletinStatus.Draft && caller.IsAny(LeagueTableRoutes.Issuers) && !row.Writers.Exists(caller.Counts),
        row.Version);
}
