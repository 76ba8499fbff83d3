using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using ServiceDefaults.Attachments;
using ServiceDefaults.Tests.Hosting;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Attachments;

/// <summary>Archives that would harm who opens them, and files that are not what was sent.</summary>
public sealed class ArchiveTests
{
    [Fact]
    public async Task An_archive_that_unpacks_to_hundreds_of_times_its_size_is_refused()
    {
        var (fault, _) = await InspectAsync(Zip(("zeros.txt", new byte[Archives.HarmlessBytes + 1])));
        fault.ShouldBe(Archives.Fault.UnpacksTooFar);
        (await InspectAsync(Zip(("zeros.txt", new byte[Archives.HarmlessBytes])))).Fault.ShouldBeNull("what is small harms nobody");
    }

    [Fact]
    public async Task Bombs_inside_archives_are_counted_together()
    {
        var part = Zip(("zeros.txt", new byte[Archives.HarmlessBytes / 2]));
        (await InspectAsync(Zip(("a.zip", part)))).Fault.ShouldBeNull();
        (await InspectAsync(Zip(("a.zip", part), ("b.zip", part), ("c.zip", part)))).Fault.ShouldBe(Archives.Fault.UnpacksTooFar);
    }

    [Fact]
    public async Task A_length_that_the_archive_states_itself_is_not_believed()
    {
        var lying = Zip(("zeros.txt", new byte[Archives.HarmlessBytes + 1]));
        // The central directory says that it unpacks to one byte.
        BitConverter.GetBytes(1).CopyTo(lying, LastIndexOf(lying, [0x50, 0x4B, 1, 2]) + 24);
        (await InspectAsync(lying)).Fault.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Archives.MostDepth, null)]
    [InlineData(Archives.MostDepth + 1, "NestedTooDeep")]
    public async Task Archives_lie_in_archives_only_so_deep(int depth, string? fault)
    {
        var archive = Zip(("a.txt", [1]));
        for (var level = 1; level < depth; level++)
        {
            archive = Zip(("inner.zip", archive));
        }

        (await InspectAsync(archive)).Fault?.ToString().ShouldBe(fault);
        ((await InspectAsync(archive)).Fault is null).ShouldBe(fault is null);
    }

    [Theory]
    [InlineData(Archives.MostEntries, false)]
    [InlineData(Archives.MostEntries + 1, true)]
    public async Task An_archive_holds_only_so_many_files(int entries, bool refused) =>
        ((await InspectAsync(Zip([.. Enumerable.Range(0, entries).Select(i => ($"{i}.txt", Array.Empty<byte>()))]))).Fault == Archives.Fault.TooManyEntries).ShouldBe(refused);

    [Fact]
    public async Task What_its_reader_should_know_is_noted()
    {
        var docx = Zip(("[Content_Types].xml", []), ("word/document.xml", []), ("word/vbaProject.bin", [1]), ("word/embeddings/oleObject1.bin", [1]));
        (await InspectAsync(Zip(("方案.docx", docx), ("setup.exe", [1])))).Content.Cautions
            .ShouldBe([Cautions.EmbeddedObjects, Cautions.Macros, Cautions.Programs], ignoreOrder: true);
    }

    [Fact]
    public async Task A_bomb_is_refused_in_words_and_a_macro_is_told_of()
    {
        await using var shop = await Shop.OpenAsync();
        using var client = shop.Host.As(Shop.Maker);

        using var bomb = await SendAsync(client, "all.zip", Zip(("zeros.txt", new byte[Archives.HarmlessBytes + 1])));
        (await bomb.ProblemAsync(HttpStatusCode.BadRequest)).Text("zh").ShouldContain("解开后过大");
        using var macro = await SendAsync(client, "方案.docx", Zip(("[Content_Types].xml", []), ("word/document.xml", []), ("word/vbaProject.bin", [1])));
        (await macro.JsonAsync())["cautions"]!.ToJsonString().ShouldBe("[\"macros\"]");
    }

    [Fact]
    public async Task Another_content_than_its_checksum_says_is_refused()
    {
        await using var shop = await Shop.OpenAsync();
        using var client = shop.Host.As(Shop.Maker);
        var pdf = "%PDF-1.7 plan"u8.ToArray();
        var sha256 = Convert.ToHexString(SHA256.HashData(pdf));

        using var damaged = await SendAsync(client, "plan.pdf", [.. pdf, 0], sha256);
        (await damaged.ProblemAsync(HttpStatusCode.BadRequest)).Text("zh").ShouldContain("SHA-256");
        using var whole = await SendAsync(client, "plan.pdf", pdf, sha256);
        whole.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static Task<(Archives.Fault? Fault, Archives.Content Content)> InspectAsync(byte[] archive) =>
        Archives.InspectAsync(new MemoryStream(archive), TestContext.Current.CancellationToken);

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string name, byte[] bytes, string? sha256 = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/shop/files", UriKind.Relative)) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add(AttachmentHttp.NameHeader, Uri.EscapeDataString(name));
        if (sha256 is not null)
        {
            request.Headers.Add(AttachmentHttp.ChecksumHeader, sha256);
        }

        return client.SendAsync(request);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static int LastIndexOf(byte[] bytes, byte[] sought) => bytes.AsSpan().LastIndexOf(sought);
}
