using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ServiceDefaults.Attachments;
using ServiceDefaults.Data;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace ServiceDefaults.Tests.Attachments;

public sealed class AttachmentTests
{
    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_file_comes_back_byte_for_byte_under_its_name(DatabaseProvider provider)
    {
        await using var shop = await Shop.OpenAsync(provider);
        using var client = shop.Host.As(Shop.Maker);
        var pdf = Pdf(5_000_001);

        using var sent = await SendAsync(client, "舟山 方案.pdf", pdf);
        var view = await sent.JsonAsync();
        using var got = await client.GetAsync(sent.Headers.Location);

        sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        view.Text("sha256").ShouldBe(Convert.ToHexStringLower(SHA256.HashData(pdf)));
        view.Text("mediaType").ShouldBe("application/pdf");
        (await got.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(pdf).ShouldBeTrue();
        got.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        got.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("舟山 方案.pdf");
        got.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        shop.Host.Logs.ShouldHaveNoError();
    }

    [Fact]
    public async Task What_is_not_what_its_name_says_is_refused()
    {
        await using var shop = await Shop.OpenAsync();
        using var client = shop.Host.As(Shop.Maker);
        (string Name, byte[] Bytes)[] wrong =
        [
            ("page.pdf", "<html><script>alert(1)</script>"u8.ToArray()),
            ("program.exe", "MZ"u8.ToArray()),
            ("table.xlsx", "%PDF-1.7"u8.ToArray()),
            ("binary.txt", [1, 2, 3]),
            ("empty.pdf", []),
            ("forged.docx", Zip("[Content_Types].xml", "xl/workbook.xml")),
            ("forged.xlsx", Zip("word/document.xml")),
            ("cut.zip", Zip("a.txt", "b.txt")[..60]),
            (string.Empty, Pdf(10)),
        ];

        foreach (var (name, bytes) in wrong)
        {
            using var answer = await SendAsync(client, name, bytes);
            await answer.ProblemAsync(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task The_kinds_that_are_taken_are_told_by_their_bytes()
    {
        await using var shop = await Shop.OpenAsync();
        using var client = shop.Host.As(Shop.Maker);
        (string Name, byte[] Bytes)[] right =
        [
            ("photo.PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
            ("photo.jpeg", [0xFF, 0xD8, 0xFF, 0xE0]),
            ("note.txt", Encoding.UTF8.GetBytes("意见\r\n")),
            ("plan.docx", Zip("[Content_Types].xml", "word/document.xml")),
            ("table.xlsx", Zip("_rels/.rels", "[Content_Types].xml", "xl/workbook.xml")),
            ("all.zip", Zip("a.txt")),
        ];

        foreach (var (name, bytes) in right)
        {
            using var answer = await SendAsync(client, name, bytes);
            answer.StatusCode.ShouldBe(HttpStatusCode.Created, name);
        }
    }

    [Fact]
    public async Task More_than_50_MB_is_refused_in_words()
    {
        await using var shop = await Shop.OpenAsync();
        using var client = shop.Host.As(Shop.Maker);

        using var answer = await SendAsync(client, "large.pdf", Pdf((int)AttachmentStore.MostBytes + 1));

        (await answer.ProblemAsync(HttpStatusCode.BadRequest))["inputs"]!["mostBytes"]!.GetValue<long>().ShouldBe(AttachmentStore.MostBytes);
    }

    [Theory]
    [InlineData("..\\..\\etc\\passwd.txt", "passwd.txt")]
    [InlineData("a/b/报告.pdf", "报告.pdf")]
    [InlineData("in\u202Egpj.exe", "ingpj.exe")]
    [InlineData(" . . ", null)]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("𠮷.pdf", "𠮷.pdf")]
    [InlineData(null, null)]
    public void A_name_is_made_harmless(string? given, string? clean) => FileNames.Clean(given).ShouldBe(clean);

    [Fact]
    public void A_long_name_keeps_its_extension() =>
        FileNames.Clean(new string('长', 300) + ".pdf").ShouldBe(new string('长', FileNames.Longest - 4) + ".pdf");

    [Theory]
    [InlineData("stream: OK\0", HttpStatusCode.Created)]
    [InlineData("stream: Eicar-Signature FOUND\0", HttpStatusCode.BadRequest)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", HttpStatusCode.ServiceUnavailable)]
    public async Task A_configured_scanner_sees_the_whole_file_and_decides(string verdict, HttpStatusCode status)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var scan = AnswerAsync(listener, verdict);
        await using var shop = await OpenAsync(listener.LocalEndpoint.ToString()!);
        using var client = shop.Host.As(Shop.Maker);
        var pdf = Pdf(200_000);

        using var answer = await SendAsync(client, "plan.pdf", pdf);

        answer.StatusCode.ShouldBe(status);
        (await scan).AsSpan().SequenceEqual(pdf).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_its_configured_scanner_nothing_is_stored()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = listener.LocalEndpoint.ToString()!;
        listener.Stop();
        await using var shop = await OpenAsync(address);
        using var client = shop.Host.As(Shop.Maker);

        using var answer = await SendAsync(client, "plan.pdf", Pdf(10));

        (await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable)).Text("code").ShouldBe("scanner-unavailable");
    }

    private static Task<Shop> OpenAsync(string scanner) =>
        Shop.OpenAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Clamd:Address"] = scanner });

    // clamd's INSTREAM: pieces with their length before them, big-endian, and an empty one at the end.
    private static async Task<byte[]> AnswerAsync(TcpListener listener, string verdict)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var wire = client.GetStream();
        var command = new byte["zINSTREAM\0".Length];
        await wire.ReadExactlyAsync(command);
        Encoding.ASCII.GetString(command).ShouldBe("zINSTREAM\0");
        using var file = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await wire.ReadExactlyAsync(length);
            var piece = new byte[System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(length)];
            if (piece.Length == 0)
            {
                await wire.WriteAsync(Encoding.ASCII.GetBytes(verdict));
                return file.ToArray();
            }

            await wire.ReadExactlyAsync(piece);
            file.Write(piece);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string name, byte[] bytes)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/shop/files", UriKind.Relative)) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add(AttachmentHttp.NameHeader, Uri.EscapeDataString(name));
        return client.SendAsync(request);
    }

    private static byte[] Pdf(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        "%PDF-1.7"u8.CopyTo(bytes);
        return bytes;
    }

    private static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
            {
                zip.CreateEntry(entry);
            }
        }

        return stream.ToArray();
    }
}
