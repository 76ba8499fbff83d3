using System.Globalization;
using System.IO.Compression;
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

    /// <summary>A workbook whose one sheet has these rows of cells, as XML; style 1 shows days.</summary>
    public static byte[] Xlsx(params IEnumerable<string> rows)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
            const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Put(archive, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Put(archive, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(archive, "xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Put(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{relations}/styles" Target="styles.xml"/></Relationships>""");
            Put(archive, "xl/styles.xml", $"""<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            Put(archive, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{main}"><sheetData>{string.Concat(rows.Select((row, at) => $"<row r=\"{at + 1}\">{row}</row>"))}</sheetData></worksheet>""");
        }

        return file.ToArray();
    }

    private static void Put(ZipArchive archive, string name, string content)
    {
        using var part = new StreamWriter(archive.CreateEntry(name).Open());
        part.Write(content);
    }
}
