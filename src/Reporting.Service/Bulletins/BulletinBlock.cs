using System.Globalization;
using System.Text.Json.Serialization;
using Policies;
using Reporting.Evidence;

namespace Reporting.Bulletins;

/// <summary>What a block of a bulletin is.</summary>
internal enum BlockKind
{
    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A table of figures; nobody edits it.</summary>
    Table,

    /// <summary>A chart of figures; nobody edits it.</summary>
    Chart,
}

/// <summary>A row of bars in a chart.</summary>
internal sealed record BulletinSeries(Label Name, IReadOnlyList<decimal?> Values);

/// <summary>What a chart shows.</summary>
internal sealed record BulletinChart(IReadOnlyList<Label> Categories, IReadOnlyList<BulletinSeries> Series);

/// <summary>A block of a bulletin.</summary>
/// <param name="Key">Its name within the bulletin, by which an edit keeps a table or chart.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; the caption of a table or chart.</param>
/// <param name="Columns">The titles of a table.</param>
/// <param name="Rows">The cells of a table.</param>
/// <param name="Chart">What a chart shows.</param>
/// <param name="Note">What the marks in a table mean; nobody edits it.</param>
internal sealed record BulletinBlock(
    string Key, BlockKind Kind, Label Text, IReadOnlyList<Label> Columns, IReadOnlyList<IReadOnlyList<Label>> Rows, BulletinChart? Chart, Label? Note = null)
{
    private static readonly Label ClaimedNote = new(
        $"{ClaimedFigures.Mark} 含自报数据（没有证明材料）", $"{ClaimedFigures.Mark} with figures that are claimed (without evidence)");

    /// <summary>Whether it shows figures: nobody edits those.</summary>
    [JsonIgnore]
    public bool IsGenerated => Kind is BlockKind.Table or BlockKind.Chart;

    /// <summary>Whether another shows the same figures, whatever its caption says.</summary>
    public bool ShowsAs(BulletinBlock other) => Bulletin.WriteBlocks([this with { Text = other.Text }]) == Bulletin.WriteBlocks([other]);

    public static BulletinBlock Heading(string key, string zh, string en) => new(key, BlockKind.Heading, new Label(zh, en), [], [], null);

    public static BulletinBlock Paragraph(string key, string zh, string en) => new(key, BlockKind.Paragraph, new Label(zh, en), [], [], null);

    /// <summary>A table; <paramref name="claimed"/>: some of its cells are marked, and it says what the mark means.</summary>
    public static BulletinBlock Table(
        string key, string zh, string en, IReadOnlyList<Label> columns, IReadOnlyList<IReadOnlyList<Label>> rows, bool claimed = false) =>
        new(key, BlockKind.Table, new Label(zh, en), columns, rows, null, claimed ? ClaimedNote : null);

    public static BulletinBlock ChartOf(string key, string zh, string en, IReadOnlyList<Label> categories, params IReadOnlyList<BulletinSeries> series) =>
        new(key, BlockKind.Chart, new Label(zh, en), [], [], new BulletinChart(categories, series));

    /// <summary>EI-08: a cell of figures, with its mark where something in them has no evidence; its table says what the mark means.</summary>
    public static Label Figure(object? value, bool claimed) => claimed ? Cell($"{Cell(value).Zh}{ClaimedFigures.Mark}") : Cell(value);

    /// <summary>A cell that reads alike in both languages.</summary>
    public static Label Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return new Label(text, text);
    }
}
