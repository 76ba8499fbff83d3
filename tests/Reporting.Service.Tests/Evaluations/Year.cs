using System.Text.Json.Nodes;
using static Reporting.Tests.ReportingHost;

namespace Reporting.Tests.Evaluations;

/// <summary>The steps of a year's evaluation, as its persons do them.</summary>
internal static class Year
{
    public const string Document = "舟科评〔2027〕8号";

    public static object Round(int year, string thirdParty = ThirdParty, string programme = Programme) =>
        new { programme, year, thirdPartyName = "浙江清源科技评价有限公司", thirdPartyCode = thirdParty, documentNumber = "舟科评〔2027〕1号" };

    public static object Commission(string thirdParty = ThirdParty) =>
        new { thirdPartyName = "浙江清源科技评价有限公司", thirdPartyCode = thirdParty, documentNumber = "舟科评〔2027〕2号" };

    public static object Grade(string grade) => new { grade, justification = "依据年度报告、财务资料与现场核查综合评定。" };

    /// <summary>Opens the year's round; its detail.</summary>
    public static Task<JsonNode> OpenAsync(this ReportingHost reporting, int year) => reporting.DoneAsync(City, "/evaluation-rounds", Round(year));

    /// <summary>Opens 2026's round for one body; its detail.</summary>
    public static async Task<JsonNode> OpenWithOneBodyAsync(this ReportingHost reporting)
    {
        await reporting.RecognisedAsync("2026-05-01");
        return await reporting.OpenAsync(2026);
    }

    /// <summary>The evaluation of a body in a round's detail.</summary>
    public static JsonNode EvaluationOf(this JsonNode round, Guid body) =>
        round["evaluations"]!.AsArray().Single(e => e!["institutionId"]!.GetValue<Guid>() == body)!;

    public static string Id(this JsonNode row) => row["id"]!.GetValue<string>();

    public static long Version(this JsonNode row) => row["version"]!.GetValue<long>();

    public static string Word(this JsonNode row, string name) => row[name]!.GetValue<string>();

    /// <summary>The third party grades and the city publishes; the evaluation after it.</summary>
    public static async Task<JsonNode> PassJudgementAsync(this ReportingHost reporting, JsonNode evaluation, string grade, string document = Document)
    {
        var graded = await reporting.DoneAsync(Evaluator, $"/evaluations/{evaluation.Id()}/grade", Grade(grade), evaluation.Version());
        return await reporting.DoneAsync(City, $"/evaluations/{evaluation.Id()}/publish", new { documentNumber = document }, graded.Version());
    }

    /// <summary>A body that is recognised since a day.</summary>
    public static async Task<Guid> RecognisedAsync(this ReportingHost reporting, string since, string name = "舟山市海洋新材料产业创新中心")
    {
        var body = Guid.CreateVersion7();
        await reporting.TellAsync(Became(body, 2, since, name: name));
        return body;
    }
}
