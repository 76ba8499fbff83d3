namespace Funding.ShadowRuns;

/// <summary>A bureau's workbook to try a shadow run with; what is wrong in it is told in <c>samples/README.md</c>.</summary>
internal static class SampleFile
{
    private const string Name = "舟山市产业创新中心资金台账(示例).xlsx";

    /// <summary>The workbook.</summary>
    public static Stream Open() => typeof(SampleFile).Assembly.GetManifestResourceStream("sample.xlsx")!;

    public static IResult Download() =>
        Results.Stream(Open(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Name);
}
