using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Contracts.Values;

namespace Registry.Tests.Hosting;

/// <summary>What an applicant hands in.</summary>
internal static class Papers
{
    public const string LeadBody = "定海区人民政府";
    private static int organisations;

    /// <summary>The social credit code of a body that no other test uses.</summary>
    public static string NewOrganisation()
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"91330902MA{Interlocked.Increment(ref organisations):D7}");
        return first + SocialCreditCode.CheckCharacter(first);
    }

    /// <summary>Answers with nothing missing but the attached commitment; the lead body is this application's alone, so that no other test bars it.</summary>
    public static JsonObject Answers(string organisation, string district = "dinghai") => new()
    {
        ["purpose"] = "construction",
        ["track"] = "directed",
        ["projectName"] = $"船舶设计创新平台{organisation[^8..]}",
        ["keyField"] = "ships-and-offshore",
        ["district"] = district,
        ["constructionSummary"] = "建设船舶设计、概念验证和中试平台",
        ["implementingBodyName"] = "舟山某船舶创新有限公司",
        ["implementingBodyCode"] = organisation,
        ["leadBodies"] = new JsonArray(new JsonObject { ["name"] = LeadBody, ["code"] = NewOrganisation(), ["kind"] = "county-government" }),
        ["coBuilt"] = true,
        ["countyShareFen"] = 100_000_000,
        ["commitmentSignedBy"] = LeadBody,
        ["commitmentSignedOn"] = "2025-10-21",
    };

    /// <summary>A small real PDF.</summary>
    public static byte[] Pdf(string text = "commitment") => Encoding.UTF8.GetBytes($"%PDF-1.4\n% {text}\ntrailer<</Root 1 0 R>>\n%%EOF\n");
}
