using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ServiceDefaults.Sheets;

/// <summary>
/// A workbook with one sheet of texts, which no spreadsheet runs as formulas. Written by hand because the library's package keeps the
/// whole sheet in memory until it is closed; it is made in a file that goes with it and then sent.
/// </summary>
public sealed class XlsxSheet : SheetWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The rows that a sheet can have.</summary>
    public const int MostRows = 1_048_576;

    private readonly Stream target;
    private readonly FileStream made = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });

    private readonly ZipArchive archive;
    private readonly XmlWriter sheet;

    /// <summary>Begins a workbook that is sent to <paramref name="target"/> at its end.</summary>
    public XlsxSheet(Stream target)
    {
        this.target = target;
        archive = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true);
        Put("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Put("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Put("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>""");
        Put("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        sheet = XmlWriter.Create(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true, Async = true });
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetData", Main);
    }

    /// <inheritdoc />
    public override Task AddAsync(IReadOnlyList<string?> cells, CancellationToken cancellationToken)
    {
        sheet.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            sheet.WriteStartElement("c", Main);
            sheet.WriteAttributeString("t", "inlineStr");
            sheet.WriteStartElement("is", Main);
            sheet.WriteStartElement("t", Main);
            sheet.WriteAttributeString("xml", "space", ns: null, "preserve");
            sheet.WriteString(Clean(cell));
            sheet.WriteEndElement();
            sheet.WriteEndElement();
            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task EndAsync(CancellationToken cancellationToken)
    {
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        await sheet.DisposeAsync();
        await archive.DisposeAsync();
        made.Position = 0;
        await made.CopyToAsync(target, cancellationToken);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await sheet.DisposeAsync();
        await archive.DisposeAsync();
        await made.DisposeAsync();
    }

    private void Put(string name, string content)
    {
        using var part = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        part.Write(content);
    }
}
