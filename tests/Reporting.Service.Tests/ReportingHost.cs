using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Contracts.Funding;
using Contracts.Registry;
using Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Idempotency;
using Shouldly;
using Testing;
using Testing.Databases;
using Testing.Hosting;
using Testing.Identity;

namespace Reporting.Tests;

/// <summary>Reporting on a fresh database and a real broker, with the events of its neighbours sent over that broker.</summary>
internal sealed class ReportingHost(TestDatabase database, ServiceHost host, IReadOnlyDictionary<string, string?> settings) : IAsyncDisposable
{
    public const string Programme = "zhoushan-innovation-centres";
    public const string Organisation = "91330902MA2K3T7Q0K";
    public const string LeadBody = "12330902MA28A4B10J";
    public const string ThirdParty = "91330106MA27TP880N";
    public const string OtherThirdParty = "91330900MA2DQ6P10C";

    public static readonly TestUser Expert = new("expert", [Roles.Expert], "zhoushan");
    public static readonly TestUser City = new("city", [Roles.CityReviewer], "zhoushan");
    public static readonly TestUser City2 = new("city-2", [Roles.CityReviewer], "zhoushan");
    public static readonly TestUser Evaluator = new("evaluator", [Roles.Expert], "zhoushan", Organisation: ThirdParty);
    public static readonly TestUser District = new("district", [Roles.DistrictReviewer], "zhoushan", "dinghai");
    public static readonly TestUser Own = new("own", [Roles.Operator], "zhoushan", "dinghai", Organisation);

    private static readonly string Pack = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", Programme, "2025-10-21.yaml"));

    public ServiceHost Host => running;

    /// <summary>Nobody listens there: a neighbour that does not answer.</summary>
    private static readonly Uri Nobody = new("http://127.0.0.1:9");

    private ServiceHost running = host;

    public static async Task<ReportingHost> StartAsync(
        DatabaseProvider provider,
        string startsOn = "2026-03-02T09:00:00+08:00",
        Action<IServiceCollection>? services = null,
        IReadOnlyDictionary<string, string?>? more = null,
        Uri? neighbours = null)
    {
        var database = await MigratedDatabase.CreateAsync<ReportingDb>(provider, "reporting-db");
        var all = new Dictionary<string, string?>(more ?? new Dictionary<string, string?>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            ["Clock:StartsOn"] = startsOn,
            ["services:registry:http:0"] = (neighbours ?? Nobody).AbsoluteUri,
            ["services:funding:http:0"] = (neighbours ?? Nobody).AbsoluteUri,
            ["Resilience:Retries"] = "1",
            ["Resilience:FirstPause"] = "00:00:00.010",
        };
        var started = new ReportingHost(database, await ServiceHost.StartAsync<ReportingDb>(database, "reporting-db", all, services), all);
        await started.TellAsync(PackFrom("2025-10-21"));
        return started;
    }

    /// <summary>Stops the service and starts it again on what it has kept.</summary>
    public async Task RestartAsync()
    {
        await running.DisposeAsync();
        running = await ServiceHost.StartAsync<ReportingDb>(database, "reporting-db", settings);
    }

    /// <summary>The pack, as a version that rules from a day.</summary>
    public static PolicyPublished PackFrom(string day)
    {
        var content = Pack.Replace("\nfrom: 2025-10-21\n", $"\nfrom: {day}\n", StringComparison.Ordinal);
        Policies.Loading.PackLoader.Load(content, "pack").Accepted(out var pack, out var refusal).ShouldBeTrue(refusal?.En);
        return new PolicyPublished { Programme = Programme, From = pack!.From, Hash = pack.Hash, Content = content };
    }

    /// <summary>Sends an event as its publisher would, through an outbox and the broker.</summary>
    public Task SendAsync<TEvent>(TEvent message)
        where TEvent : class =>
        running.InScopeAsync<ReportingDb, int>(db =>
        {
            db.Publish("test", message);
            return db.SaveChangesAsync();
        });

    public async Task<JsonNode> GetAsync(TestUser user, string path)
    {
        using var client = running.As(user);
        return (await client.GetFromJsonAsync<JsonNode>($"/api/reporting{path}"))!;
    }

    /// <summary>Posts an act under a key of its own, or again under that of an earlier one.</summary>
    public async Task<HttpResponseMessage> PostAsync(TestUser user, string path, object body, long? version, string? key = null)
    {
        using var client = running.As(user);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reporting{path}") { Content = JsonContent.Create(body) };
        request.Headers.Add(IdempotencyKeys.Header, key ?? $"{Guid.CreateVersion7()}");
        if (version is not null)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        return await client.SendAsync(request);
    }

    /// <summary>The answer of a call that must go through.</summary>
    public async Task<JsonNode> DoneAsync(TestUser user, string path, object body, long? version = null)
    {
        using var answer = await PostAsync(user, path, body, version);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The refusal of a call that must not go through.</summary>
    public async Task<Refused> RefusedAsync(TestUser user, string path, object body, long? version = null)
    {
        using var answer = await PostAsync(user, path, body, version);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeFalse($"{path}: {text}");
        return new Refused(answer.StatusCode, JsonNode.Parse(text)!);
    }

    /// <summary>Puts a JSON text.</summary>
    public async Task<HttpResponseMessage> PutAsync(TestUser user, string path, string json, long version)
    {
        using var client = running.As(user);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/reporting{path}") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        return await client.SendAsync(request);
    }

    /// <summary>Deletes what has a version.</summary>
    public async Task<HttpResponseMessage> DeleteAsync(TestUser user, string path, long version)
    {
        using var client = running.As(user);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/reporting{path}");
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        return await client.SendAsync(request);
    }

    /// <summary>Sends a file.</summary>
    public async Task<HttpResponseMessage> SendFileAsync(TestUser user, string path, string name, byte[] content)
    {
        using var client = running.As(user);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/reporting{path}") { Content = new ByteArrayContent(content) };
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        return await client.SendAsync(request);
    }

    /// <summary>The bodies of the events of a type that were published so far, in order.</summary>
    public Task<List<JsonNode>> PublishedAsync(string type) => running.InScopeAsync(async (ReportingDb db) =>
        (await db.Database.SqlQuery<string>($"SELECT \"Body\" AS \"Value\" FROM \"OutboxMessage\" WHERE \"Type\" = {type} ORDER BY \"Sequence\"").ToListAsync())
            .ConvertAll(body => JsonNode.Parse(body)!));

    /// <summary>Moves the business clock; sweeps run on each day of the way.</summary>
    /// <summary>Moves the business clock, which runs on from there: leave it the time that the next request needs before a day's end.</summary>
    public async Task MoveToAsync(string now)
    {
        using var client = running.As("admin", Roles.Admin);
        using var answer = await client.PutAsJsonAsync("/dev/clock", new { now });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Runs a sweep by its name; how many things it did.</summary>
    public async Task<int> SweepAsync(string name)
    {
        using var client = running.As("admin", Roles.Admin);
        using var answer = await client.PostAsync(new Uri($"/api/reporting/sweeps/{name}", UriKind.Relative), content: null);
        var text = await answer.Content.ReadAsStringAsync();
        running.Logs.ShouldHaveNoError();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonNode.Parse(text)!["count"]!.GetValue<int>();
    }

    /// <summary>Sends an event and waits until everything that it causes has happened.</summary>
    public async Task TellAsync<TEvent>(params TEvent[] messages)
        where TEvent : class
    {
        foreach (var message in messages)
        {
            await SendAsync(message);
        }

        await SettledAsync();
    }

    /// <summary>Waits until nothing is on its way any more.</summary>
    public Task SettledAsync() => Eventually.HoldsAsync(async () => (await QuietAsync())["quiet"]!.GetValue<bool>());

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

    /// <summary>The institution after its standing changed, by default to recognised.</summary>
    public static InstitutionChanged Became(Guid id, long version, string since, string standing = Standings.Recognised, string name = "舟山市海洋新材料产业创新中心") =>
        Institution(id, version, name) with
        {
            Standing = standing,
            StandingSince = DateOnly.Parse(since, CultureInfo.InvariantCulture),
            RecognisedOn = Standings.IsRecognised(standing) ? DateOnly.Parse(since, CultureInfo.InvariantCulture) : null,
            PartyCodes = [Organisation, LeadBody],
            IsJointlyBuilt = true,
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
        await running.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task<JsonNode> GetPlainAsync(string path)
    {
        using var client = running.As("admin", Roles.Admin);
        return (await client.GetFromJsonAsync<JsonNode>(path))!;
    }
}

/// <summary>A refusal on the wire.</summary>
internal sealed record Refused(HttpStatusCode Status, JsonNode Problem)
{
    public string Code => Problem["code"]!.GetValue<string>();

    public string Clause => Problem["clause"]!.GetValue<string>();

    public JsonNode Inputs => Problem["inputs"]!;
}
