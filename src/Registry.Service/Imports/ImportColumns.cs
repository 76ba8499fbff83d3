using Policies;

namespace Registry.Imports;

/// <summary>A column of the table.</summary>
/// <param name="Key">Its key; also taken as its title.</param>
/// <param name="Label">Its titles.</param>
/// <param name="Required">Whether every row fills it.</param>
/// <param name="Most">The longest text.</param>
internal sealed record ImportColumn(string Key, Label Label, bool Required, int Most);

/// <summary>The columns of the table: titles in Chinese, English or as keys, in any order.</summary>
internal static class ImportColumns
{
    public const string Name = "name";
    public const string Type = "type";
    public const string Field = "field";
    public const string District = "district";
    public const string BodyName = "bodyName";
    public const string BodyCode = "bodyCode";
    public const string CentreName = "centreName";
    public const string CentreCode = "centreCode";
    public const string HostName = "hostName";
    public const string HostCode = "hostCode";
    public const string Place = "place";
    public const string Standing = "standing";
    public const string StandingSince = "standingSince";
    public const string DocumentNumber = "documentNumber";
    public const string DocumentDate = "documentDate";
    public const string RectificationUntil = "rectificationUntil";
    public const string RecognisedOn = "recognisedOn";
    public const string RecognitionNumber = "recognitionNumber";

    private const int Words = 100;
    private const int Code = 18;

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new(Name, new("机构名称", "Name"), Required: true, Words),
        new(Type, new("类型", "Type"), Required: true, Words),
        new(Field, new("领域", "Field"), Required: false, Words),
        new(District, new("所在区县", "District"), Required: true, 40),
        new(BodyName, new("实施主体名称", "Implementing body"), Required: true, Words),
        new(BodyCode, new("实施主体统一社会信用代码", "Implementing body's social credit code"), Required: true, Code),
        new(CentreName, new("机构自身法人名称", "Institution's own legal person"), Required: false, Words),
        new(CentreCode, new("机构自身统一社会信用代码", "Institution's own social credit code"), Required: false, Code),
        new(HostName, new("依托单位名称", "Host"), Required: false, Words),
        new(HostCode, new("依托单位统一社会信用代码", "Host's social credit code"), Required: false, Code),
        new(Place, new("所在地", "Place"), Required: false, 50),
        new(Standing, new("状态", "Standing"), Required: true, Words),
        new(StandingSince, new("状态起始日", "Standing since"), Required: true, Words),
        new(DocumentNumber, new("文号", "Document number"), Required: true, Words),
        new(DocumentDate, new("文件日期", "Document date"), Required: true, Words),
        new(RectificationUntil, new("整改截止日", "Rectification until"), Required: false, Words),
        new(RecognisedOn, new("认定日期", "Recognised on"), Required: false, Words),
        new(RecognitionNumber, new("认定文号", "Recognition document"), Required: false, Words),
    ];

    /// <summary>The column of a title; null where there is none.</summary>
    public static ImportColumn? Of(string title)
    {
        var wanted = title.TrimEnd('*', '＊').Trim();
        return All.FirstOrDefault(column =>
            string.Equals(wanted, column.Key, StringComparison.OrdinalIgnoreCase)
            || string.Equals(wanted, column.Label.Zh, StringComparison.Ordinal)
            || string.Equals(wanted, column.Label.En, StringComparison.OrdinalIgnoreCase));
    }
}
