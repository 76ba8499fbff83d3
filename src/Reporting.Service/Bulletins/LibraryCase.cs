using System.Globalization;
using Policies;

namespace Reporting.Bulletins;

/// <summary>A case of the library (典型案例库, HB-30), as the bulletin told it when it was issued. Never changed.</summary>
internal sealed class LibraryCase
{
    public required Guid Id { get; init; }

    public required string Jurisdiction { get; init; }

    public required string Programme { get; init; }

    /// <summary>The bulletin that commended it.</summary>
    public required Guid BulletinId { get; init; }

    /// <summary>Its number as it is printed.</summary>
    public required string BulletinNumber { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The year that it is of.</summary>
    public required int Year { get; init; }

    public required CommendationGround Ground { get; init; }

    /// <summary>The unit or person.</summary>
    public required string Name { get; init; }

    public required string TitleZh { get; init; }

    public required string TitleEn { get; init; }

    public required string FactZh { get; init; }

    public required string FactEn { get; init; }

    public required string TextZh { get; init; }

    public required string TextEn { get; init; }

    /// <summary>What it is found by: name, title and text in small letters.</summary>
    public required string Search { get; init; }

    /// <summary>The cases of an issued bulletin.</summary>
    public static IEnumerable<LibraryCase> Of(Bulletin bulletin) => bulletin.ReadCases().Select(one => new LibraryCase
    {
        Id = Guid.CreateVersion7(),
        Jurisdiction = bulletin.Jurisdiction,
        Programme = bulletin.Programme,
        BulletinId = bulletin.Id,
        BulletinNumber = bulletin.NumberText!,
        IssuedOn = bulletin.IssuedOn!.Value,
        Year = bulletin.Year,
        Ground = one.Ground,
        Name = one.Name,
        TitleZh = one.Title.Zh,
        TitleEn = one.Title.En,
        FactZh = one.Fact.Zh,
        FactEn = one.Fact.En,
        TextZh = one.Text.Zh,
        TextEn = one.Text.En,
        Search = Searched(string.Join('\n', one.Name, one.Title.Zh, one.Title.En, one.Text.Zh, one.Text.En)),
    });

    /// <summary>A text as it is searched for.</summary>
    public static string Searched(string text) => text.Trim().ToLower(CultureInfo.InvariantCulture);
}

/// <summary>A case of the library.</summary>
internal sealed record LibraryCaseView(
    Guid Id, string Programme, int Year, CommendationGround Ground, string Name, Label Title, Label Fact, Label Text, Guid BulletinId, string BulletinNumber, DateOnly IssuedOn)
{
    public static LibraryCaseView Of(LibraryCase row) => new(
        row.Id,
        row.Programme,
        row.Year,
        row.Ground,
        row.Name,
        new Label(row.TitleZh, row.TitleEn),
        new Label(row.FactZh, row.FactEn),
        new Label(row.TextZh, row.TextEn),
        row.BulletinId,
        row.BulletinNumber,
        row.IssuedOn);
}
