using ServiceDefaults.Sheets;

namespace Registry.Imports;

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

    public static IReadOnlyList<SheetColumn> All { get; } =
    [
        new(Name, "机构名称", "Name", Required: true, Words),
        new(Type, "类型", "Type", Required: true, Words),
        new(Field, "领域", "Field", Required: false, Words),
        new(District, "所在区县", "District", Required: true, 40),
        new(BodyName, "实施主体名称", "Implementing body", Required: true, Words),
        new(BodyCode, "实施主体统一社会信用代码", "Implementing body's social credit code", Required: true, Code),
        new(CentreName, "机构自身法人名称", "Institution's own legal person", Required: false, Words),
        new(CentreCode, "机构自身统一社会信用代码", "Institution's own social credit code", Required: false, Code),
        new(HostName, "依托单位名称", "Host", Required: false, Words),
        new(HostCode, "依托单位统一社会信用代码", "Host's social credit code", Required: false, Code),
        new(Place, "所在地", "Place", Required: false, 50),
        new(Standing, "状态", "Standing", Required: true, Words),
        new(StandingSince, "状态起始日", "Standing since", Required: true, Words),
        new(DocumentNumber, "文号", "Document number", Required: true, Words),
        new(DocumentDate, "文件日期", "Document date", Required: true, Words),
        new(RectificationUntil, "整改截止日", "Rectification until", Required: false, Words),
        new(RecognisedOn, "认定日期", "Recognised on", Required: false, Words),
        new(RecognitionNumber, "认定文号", "Recognition document", Required: false, Words),
    ];
}
