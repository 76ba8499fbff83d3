using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Testing.Sheets;
using Xunit;

namespace SystemTests;

/// <summary>What is no figure, no table or too large, sent to a draft through the gateway: told in both languages, and nothing is lost.</summary>
public sealed class BadReportInputTests(PlatformFixture fixture) : IDisposable
{
    private const string Owner = "ez-operator-2";
    private const long TwoGigabytes = 2L << 30;
    private const int Mebibyte = 1 << 20;
    private const string Name = """<c r="A1" t="inlineStr"><is><t>数据项</t></is></c>""";
    private const string Value = """<c r="B1" t="inlineStr"><is><t>数值</t></is></c>""";

    private readonly HttpClient http = new() { BaseAddress = fixture.Gateway };
    private readonly string draft = $"/api/reporting/periodic-reports/{fixture.Reporting.YearlyReports.Extended}";

    [Theory]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":NaN}}""")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":"NaN"}}""")]
    [InlineData("""{"sections":{},"indicators":{"researchers":-1}}""")]
    [InlineData("""{"sections":{},"indicators":{"rdSpendFen":1e400}}""")]
    [InlineData("""{"sections":{},"indicators":{"floorArea":-120}}""")]
    public async Task A_figure_that_is_none_is_refused_and_the_draft_stays(string content)
    {
        var before = await fixture.Platform.GetAsync(Owner, draft);

        using var answer = await SendAsync(Owner, HttpMethod.Put, draft, new StringContent(content, Encoding.UTF8, "application/json"), before["version"] ?? before["report"]!["version"]);

        await ShouldBeToldAsync(answer, HttpStatusCode.BadRequest);
        (await fixture.Platform.GetAsync(Owner, draft)).ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Theory]
    [InlineData("wuhan-rd-share", "140")]
    [InlineData("wuhan-rd-share", "NaN")]
    [InlineData("carriers", "-1")]
    public async Task A_percentage_above_a_hundred_and_a_negative_count_are_no_targets_figure(string target, string value)
    {
        var refused = await fixture.Platform.PostRefusedAsync("hb-city", "/api/reporting/target-figures", new
        {
            programme = "hubei-transfer-zone", target, kind = "actual", year = 2024, district = (string?)null, value, amountFen = (long?)null, part = (long?)null, whole = (long?)null, source = "统计年鉴", reason = (string?)null,
        });

        (refused.Status, refused.Clause).ShouldBe((400, "value"));
    }

    [Fact]
    public async Task A_negative_area_in_a_quarterly_return_is_refused()
    {
        var returns = await fixture.Platform.GetAsync(Owner, "/api/reporting/periodic-reports?programme=ezhou-incubation-carriers&status=draft&limit=1");
        var report = returns["items"]![0]!;

        using var answer = await SendAsync(
            Owner,
            HttpMethod.Put,
            $"/api/reporting/periodic-reports/{report["id"]}",
            JsonContent.Create(new { sections = new { }, indicators = new { floorArea = -120 } }),
            report["version"]);

        (await ShouldBeToldAsync(answer, HttpStatusCode.BadRequest))["clause"]!.GetValue<string>().ShouldBe("EI-08");
    }

    [Fact]
    public async Task A_workbook_with_a_formula_names_its_cell()
    {
        var workbook = TestWorkbook.Of(Name + Value, """<c r="A2" t="inlineStr"><is><t>科研人员数</t></is></c><c r="B2"><f>40+1</f><v>41</v></c>""");

        using var answer = await UploadAsync("数据.xlsx", workbook);

        var problem = await ShouldBeToldAsync(answer, HttpStatusCode.BadRequest);
        problem["inputs"]!["problems"]!.AsArray().ShouldHaveSingleItem()!["zh"]!.GetValue<string>().ShouldContain("公式");
    }

    [Fact]
    public async Task A_workbook_without_a_column_names_the_column()
    {
        using var answer = await UploadAsync("数据.xlsx", TestWorkbook.Of(Name, """<c r="A2" t="inlineStr"><is><t>科研人员数</t></is></c>"""));

        (await ShouldBeToldAsync(answer, HttpStatusCode.BadRequest))["zh"]!.GetValue<string>().ShouldContain("数值");
    }

    [Fact]
    public async Task A_file_above_its_limit_is_refused_in_a_sentence()
    {
        using var table = await UploadAsync("数据.csv", new byte[6 * Mebibyte]);
        await ShouldBeToldAsync(table, HttpStatusCode.BadRequest);
        using var large = await UploadAsync("数据.csv", new byte[51 * Mebibyte]);
        await ShouldBeToldAsync(large, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("evidence?figure=researchers")]
    [InlineData("figure-table")]
    public async Task Two_gigabytes_are_refused_before_they_are_sent(string where)
    {
        using var nothing = new StreamContent(new EndlessZeros());
        nothing.Headers.ContentLength = TwoGigabytes;
        nothing.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        nothing.Headers.Add("X-File-Name", "large.pdf");

        using var answer = await SendAsync(Owner, HttpMethod.Post, $"{draft}/{where}", nothing, null, waits: true);

        await ShouldBeToldAsync(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Evidence_of_several_megabytes_is_taken()
    {
        var pdf = new byte[6 * Mebibyte];
        "%PDF-1.7\n"u8.CopyTo(pdf);
        "\n%%EOF\n"u8.CopyTo(pdf.AsSpan(pdf.Length - 7));

        var taken = await fixture.Platform.UploadAsync(Owner, $"{draft}/evidence?figure=researchers", "名册.pdf", "application/pdf", pdf);

        taken["file"]!["lengthBytes"]!.GetValue<long>().ShouldBe(pdf.Length);
    }

    public void Dispose() => http.Dispose();

    private Task<HttpResponseMessage> UploadAsync(string name, byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        body.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        return SendAsync(Owner, HttpMethod.Post, $"{draft}/figure-table", body, null);
    }

    private async Task<HttpResponseMessage> SendAsync(string user, HttpMethod method, string path, HttpContent body, JsonNode? version, bool waits = false)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await fixture.Platform.TokenAsync(user));
        request.Headers.ExpectContinue = waits;
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }

        if (version is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        return await http.SendAsync(request);
    }

    private static async Task<JsonNode> ShouldBeToldAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        answer.StatusCode.ShouldBe(status, problem.ToJsonString());
        problem["zh"]!.GetValue<string>().ShouldContain(c => c >= '\u4e00');
        problem["en"]!.GetValue<string>().ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    /// <summary>As much as is asked for.</summary>
    private sealed class EndlessZeros : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Clear();
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
