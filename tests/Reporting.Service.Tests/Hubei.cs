using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Policies;
using Policies.Loading;
using Reporting.Data;
using ServiceDefaults.AccessLog;
using ServiceDefaults.Authentication;
using Shouldly;
using Testing;
using Testing.Identity;

namespace Reporting.Tests;

/// <summary>The province of Hubei and the city of Ezhou: their packs, their persons, and how they send a file.</summary>
internal static class Hubei
{
    public const string Programme = "hubei-transfer-zone";
    public const string Carriers = "ezhou-incubation-carriers";

    public static readonly TestUser Province = new("province", [Roles.CityReviewer], "hubei");
    public static readonly TestUser Province2 = new("province-2", [Roles.CityReviewer], "hubei");
    public static readonly TestUser Wuhan = new("wuhan", [Roles.DistrictReviewer], "hubei", "wuhan");
    public static readonly TestUser Yichang = new("yichang", [Roles.DistrictReviewer], "hubei", "yichang");

    private static readonly string[] Files = ["hubei-transfer-zone/2021-10-19.yaml", "ezhou-incubation-carriers/2024-02-13.yaml"];
    private static readonly byte[] Pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"u8.ToArray();

    public static PolicyPack Pack => Load(0);

    public static PolicyPack CarriersPack => Load(1);

    /// <summary>Both packs arrive from Registry.</summary>
    public static Task WithHubeiAsync(this ReportingHost reporting) => reporting.TellAsync(
        [.. new[] { Pack, CarriersPack }.Select(pack => new PolicyPublished { Programme = pack.Programme, From = pack.From, Hash = pack.Hash, Content = pack.Content })]);

    /// <summary>Sends a document as the body.</summary>
    public static async Task<(HttpStatusCode Status, JsonNode Body)> UploadAsync(this ReportingHost reporting, TestUser user, string path)
    {
        using var client = reporting.Host.As(user);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reporting{path}") { Content = new ByteArrayContent(Pdf) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        request.Headers.Add("X-File-Name", "evidence.pdf");
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    /// <summary>A person is here once, and the service remembers it.</summary>
    public static async Task SignedInAsync(this ReportingHost reporting, TestUser user)
    {
        await reporting.GetAsync(user, "/notifications");
        await Eventually.HoldsAsync(() => reporting.Host.InScopeAsync((ReportingDb db) => db.HasSeenAsync(user.Subject!, user.Jurisdiction!, default)));
    }

    private static PolicyPack Load(int file) => PackLoader.LoadFile(Path.Combine(AppContext.BaseDirectory, "policies", Files[file])).ShouldNotBeNull();
}
