using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Contracts.Funding;
using Contracts.Registry;
using Messaging.Outbox;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using Testing;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;

namespace Reporting.Tests;

/// <summary>Reporting on a fresh database and a real broker, with the events of its neighbours sent over that broker.</summary>
internal sealed class ReportingHost(TestDatabase database, ServiceHost host) : IAsyncDisposable
{
    public const string Programme = "zhoushan-innovation-centres";
    public const string Organisation = "91330902MA2K3T7Q0K";

    public static readonly TestUser Expert = new("expert", [Roles.Expert], "zhoushan");
    public static readonly TestUser City = new("city", [Roles.CityReviewer], "zhoushan");

    private static readonly string Pack = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", Programme, "2025-10-21.yaml"));

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal) { ["Clock:StartsOn"] = "2026-03-02T09:00:00+08:00" };

    public ServiceHost Host => host;

    public static async Task<ReportingHost> StartAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var started = new ReportingHost(database, await ServiceHost.StartAsync<ReportingDb>(database, "reporting-db", Settings));
        await started.SendAsync(new PolicyPublished
        {
            Programme = Programme,
            From = new DateOnly(2025, 10, 21),
            Hash = Policies.Loading.PackLoader.Load(Pack, "pack").Accepted(out var pack, out _) ? pack.Hash : "",
            Content = Pack,
        });
        return started;
    }

    /// <summary>Sends an event as its publisher would, through an outbox and the broker.</summary>
    public Task SendAsync<TEvent>(TEvent message)
        where TEvent : class =>
        host.InScopeAsync<ReportingDb, int>(db =>
        {
            db.Publish("test", message);
            return db.SaveChangesAsync();
        });

    public async Task<JsonNode> GetAsync(TestUser user, string path)
    {
        using var client = host.As(user);
        return (await client.GetFromJsonAsync<JsonNode>($"/api/reporting{path}"))!;
    }

    public async Task<HttpResponseMessage> PostAsync(TestUser user, string path, object body, long? version)
    {
        using var client = host.As(user);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reporting{path}") { Content = JsonContent.Create(body) };
        if (version is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        return await client.SendAsync(request);
    }

    /// <summary>Whether nothing is on its way any more.</summary>
    public Task<JsonNode> QuietAsync() => GetPlainAsync("/dev/quiet");

    /// <summary>The only review, once one with this much paid is there.</summary>
    public async Task<JsonNode> ReviewAsync(long paidFen)
    {
        JsonNode? review = null;
        await Eventually.HoldsAsync(
            async () =>
            {
                review = (await GetAsync(City, "/reviews"))["items"]!.AsArray().SingleOrDefault();
                return review?["paidFen"]!.GetValue<long>() == paidFen;
            },
            what: $"a review of {paidFen} fen");
        return review!;
    }

    public static InstitutionChanged Institution(Guid id, long version = 1, string name = "定海海洋新材料中试基地") => new()
    {
        InstitutionId = id,
        Version = version,
        Programme = Programme,
        Jurisdiction = "zhoushan",
        District = "dinghai",
        Name = name,
        Category = "new-materials",
        ImplementingBodyCode = Organisation,
        ImplementingBodyName = "定海海洋新材料创新中心有限公司",
        CoBuilt = true,
        Standing = Standings.UnderConstruction,
        StandingSince = new DateOnly(2026, 1, 5),
        DecisionNumber = "舟科〔2026〕1号",
    };

    public static AdvancePaid Paid(Guid institution, Guid advance, long amountFen) => new()
    {
        AdvanceId = advance,
        InstitutionId = institution,
        Programme = Programme,
        FiscalYear = 2026,
        AmountFen = amountFen,
        PaidOn = new DateOnly(2026, 2, 2),
    };

    public static PaymentReversed Reversed(Guid institution, Guid advance, long amountFen) => new()
    {
        AdvanceId = advance,
        InstitutionId = institution,
        Programme = Programme,
        FiscalYear = 2026,
        AmountFen = amountFen,
        ReversedOn = new DateOnly(2026, 2, 9),
    };

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<JsonNode> GetPlainAsync(string path)
    {
        using var client = host.As("admin", Roles.Admin);
        return (await client.GetFromJsonAsync<JsonNode>(path))!;
    }
}
