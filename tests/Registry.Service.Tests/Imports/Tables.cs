using System.Globalization;
using System.Text;
using Registry.Tests.Hosting;

namespace Registry.Tests.Imports;

/// <summary>Tables as a bureau would send them.</summary>
internal static class Tables
{
    public const string Titles = "机构名称*,类型*,所在区县*,实施主体名称*,实施主体统一社会信用代码*,状态*,状态起始日*,文号*,文件日期*,认定日期,认定文号,整改截止日";
    private static int names;

    /// <summary>A name that no other test uses.</summary>
    public static string NewName() => string.Create(CultureInfo.InvariantCulture, $"导入中心{Interlocked.Increment(ref names)}号");

    /// <summary>A row with nothing wrong.</summary>
    public static string Row(
        string? name = null, string type = "新材料", string? code = null, string standing = "已认定", string since = "2024-03-01", string rest = ",,", string district = "定海区") =>
        $"{name ?? NewName()},{type},{district},某某公司,{code ?? Papers.NewOrganisation()},{standing},{since},舟科〔2024〕8号,2024/3/1,{rest}";

    public static byte[] Utf8(params IEnumerable<string> rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Titles)));

    public static byte[] Gbk(params IEnumerable<string> rows) => CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes(string.Join("\r\n", rows.Prepend(Titles)));
}
