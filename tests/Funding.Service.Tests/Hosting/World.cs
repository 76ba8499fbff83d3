using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Contracts.Registry;
using Contracts.Reporting;
using Funding.Data;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using Shouldly;
using Testing;
using Testing.Identity;

namespace Funding.Tests.Hosting;

/// <summary>A bureau of a test's own: jurisdiction, programme, people and bodies, on a service that others use as well.</summary>
internal sealed class World
{
    private int receipts;

    private World(FundingHost host, string name, DateOnly today)
    {
        (Host, Name, Today) = (host, name, today);
        Maker = As("maker", Roles.FinanceMaker);
        Approver = As("approver", Roles.FinanceApprover);
        Auditor = As("auditor", Roles.Auditor);
    }

    public FundingHost Host { get; }

    public string Name { get; }

    public DateOnly Today { get; private set; }

    public int Year => Today.Year;

    public HttpClient Maker { get; }

    public HttpClient Approver { get; }

    public HttpClient Auditor { get; }

    /// <summary>Opens a world under Zhoushan's pack, changed as <paramref name="change"/> says.</summary>
    public static async Task<World> OpenAsync(FundingHost host, Func<string, string>? change = null)
    {
        var name = $"w{Guid.CreateVersion7():N}";
        var clock = await host.Service.Anonymous().GetFromJsonAsync<JsonObject>("/dev/clock");
        var world = new World(host, name, DateOnly.Parse(clock!["today"]!.GetValue<string>(), null));
        await world.PublishAsync(change is null ? world.Pack : change(world.Pack));
        return world;
    }

    /// <summary>Opens a world under another programme's pack, changed as <paramref name="change"/> says.</summary>
    public static async Task<World> OpenAsync(FundingHost host, string programme, string jurisdiction, Func<string, string> change)
    {
        var name = $"w{Guid.CreateVersion7():N}";
        var clock = await host.Service.Anonymous().GetFromJsonAsync<JsonObject>("/dev/clock");
        var world = new World(host, name, DateOnly.Parse(clock!["today"]!.GetValue<string>(), null));
        await world.PublishAsync(change(Rules.Of(programme).With($"programme: {programme}", $"programme: {name}").With($"jurisdiction: {jurisdiction}", $"jurisdiction: {name}")));
        return world;
    }

    /// <summary>Publishes a version of the pack that rules from today.</summary>
    public Task ReviseAsync(Func<string, string> change) =>
        PublishAsync(change(Pack.With("status: in-force\nfrom: 2025-10-21", $"status: in-force\nfrom: {Today:yyyy-MM-dd}")));

    /// <summary>Makes Registry tell that the bureau let the plan go on until a day, or gave a draft effect (P-6).</summary>
    public Task DecideOnPlanAsync(string documentNumber, DateOnly? until = null, DateOnly? decidedOn = null) => Host.Publisher.PublishAsync(
        new PlanDecided { DecisionId = Guid.CreateVersion7(), Programme = Name, Until = until, DocumentNumber = documentNumber, DecidedOn = decidedOn ?? Today });

    private string Pack => Rules.Text.With($"programme: {Rules.Programme}", $"programme: {Name}").With("jurisdiction: zhoushan", $"jurisdiction: {Name}");

    private Task PublishAsync(string text)
    {
        var pack = Rules.Pack(text);
        return Host.Publisher.PublishAsync(new PolicyPublished { Programme = pack.Programme, From = pack.From, Hash = pack.Hash, Content = pack.Content });
    }

    /// <summary>Moves the business clock forward to nine o'clock of a day, day by day, with all sweeps on the way.</summary>
    public async Task MoveToAsync(DateOnly day)
    {
        using var answer = await Host.As(new TestUser("admin", [Roles.Admin]))
            .PutAsJsonAsync("/dev/clock", new { now = $"{day:yyyy-MM-dd}T09:00:00+08:00" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Today = day;
    }

    public Task SweepAsync() => Host.As(new TestUser("admin", [Roles.Admin])).DoAsync("/api/funding/sweeps/recognition-deadlines");

    public HttpClient As(string person, params string[] roles) => Host.As(new TestUser($"{person}-{Name}", roles, Name));

    public HttpClient Operator(string organisation) => Host.As(new TestUser($"operator-{Name}", [Roles.Operator], Name, Organisation: organisation));

    /// <summary>Makes Registry tell of bodies and waits until their accounts are open.</summary>
    public async Task<IReadOnlyList<Guid>> BodiesAsync(int count, bool coBuilt = true)
    {
        var bodies = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToList();
        await Host.Publisher.PublishAsync(bodies.Select(id => Institution(id, coBuilt: coBuilt)));
        await Eventually.PassesAsync(async () => (await ListAsync(Maker, "/api/funding/accounts")).Select(a => a.Key("institutionId")).ShouldBeSubsetOfAndContain(bodies));
        return bodies;
    }

    public async Task<Guid> BodyAsync(bool coBuilt = true) => (await BodiesAsync(1, coBuilt))[0];

    /// <summary>Makes Registry tell that a body was recognised, and waits until Funding knows.</summary>
    public async Task RecognisedAsync(Guid body, DateOnly on, long version = 2)
    {
        Host.Registry.Say(body, Standings.Recognised, on);
        await Host.Publisher.PublishAsync(Institution(body, version, Standings.Recognised) with { RecognisedOn = on });
        await Eventually.PassesAsync(async () => (await AccountAsync(body))["recognisedOn"]!.GetValue<string>().ShouldBe($"{on:yyyy-MM-dd}"));
    }

    public InstitutionChanged Institution(Guid id, long version = 1, string standing = Standings.UnderConstruction, bool coBuilt = true, string code = "913309000000000001") => new()
    {
        InstitutionId = id,
        Version = version,
        Programme = Name,
        Jurisdiction = Name,
        District = "dinghai",
        Name = $"中心{id.ToString("N")[^6..]}",
        Category = "ships",
        ImplementingBodyCode = code,
        ImplementingBodyName = "舟山某科技有限公司",
        CoBuilt = coBuilt,
        Standing = standing,
        StandingSince = Today,
        DecisionNumber = "舟科〔2026〕1号",
    };

    public object Appropriation(int? year = null, long amountFen = 300_000_000) => new
    {
        programme = Name,
        fiscalYear = year ?? Year,
        amountFen,
        documentNumber = "舟财预〔2026〕1号",
        documentDate = Today,
        functionalSubject = "2060404",
    };

    /// <summary>Opens a year's appropriation by two persons.</summary>
    public async Task<Guid> OpenAppropriationAsync(int? year = null, long amountFen = 300_000_000)
    {
        // The pack arrives by an event.
        JsonObject? made = null;
        await Eventually.PassesAsync(async () => made = await Maker.DoAsync("/api/funding/appropriations", Appropriation(year, amountFen)));
        var id = made!.Key("id");
        await Approver.DoAsync($"/api/funding/appropriations/{id}/approve");
        return id;
    }

    public object Advance(Guid body, Guid appropriation, long amountFen, string? coBuildReason = null, DateOnly? allottedOn = null, Guid? replacesId = null) => new
    {
        institutionId = body,
        appropriationId = appropriation,
        amountFen,
        purpose = "建设与运行",
        allotmentNumber = "舟财教〔2026〕6号",
        allottedOn = allottedOn ?? Today,
        payeeName = "舟山某科技有限公司",
        payeeAccount = "3309020104000123",
        coBuildReason,
        replacesId,
    };

    public object TopUp(Guid body, Guid appropriation, long amountFen) => new
    {
        institutionId = body,
        appropriationId = appropriation,
        amountFen,
        purpose = "补差",
        allotmentNumber = "舟财教〔2026〕9号",
        allottedOn = Today,
        payeeName = "舟山某科技有限公司",
        payeeAccount = "3309020104000123",
        topUp = new { documentNumber = "舟科补〔2026〕1号", decidedOn = Today },
    };

    public async Task<Guid> ProposeAsync(Guid body, Guid appropriation, long amountFen) =>
        (await Maker.DoAsync("/api/funding/advances", Advance(body, appropriation, amountFen)))["advance"]!.Key("id");

    public async Task<Guid> ApprovedAsync(Guid body, Guid appropriation, long amountFen)
    {
        var id = await ProposeAsync(body, appropriation, amountFen);
        await Approver.DoAsync($"/api/funding/advances/{id}/approve");
        return id;
    }

    /// <summary>Gathers and seals approved advances.</summary>
    public async Task<Guid> ExportAsync(params Guid[] advances)
    {
        var first = await Maker.ReadAsync($"/api/funding/advances/{advances[0]}");
        var request = new { programme = Name, fiscalYear = first["advance"]!["fiscalYear"]!.GetValue<int>(), paymentIds = advances };
        var run = (await Maker.DoAsync("/api/funding/payment-runs", request))["run"]!.Key("id");
        await Approver.DoAsync($"/api/funding/payment-runs/{run}/seal");
        return run;
    }

    public object Result(Guid advance, string outcome, string? reference = null, DateOnly? on = null) => new
    {
        results = new[]
        {
            new { paymentId = advance, outcome, on = on ?? Today, bankReference = reference ?? $"B-{advance:N}", reason = outcome == "paid" ? null : "账号有误" },
        },
    };

    public Task<JsonObject> ReportAsync(Guid run, Guid advance, string outcome, DateOnly? on = null) =>
        Maker.DoAsync($"/api/funding/payment-runs/{run}/results", Result(advance, outcome, on: on));

    /// <summary>An advance through its whole life until the bank has paid it; the run that paid it.</summary>
    public async Task<(Guid Advance, Guid Run)> PaidAsync(Guid body, Guid appropriation, long amountFen)
    {
        var advance = await ApprovedAsync(body, appropriation, amountFen);
        var run = await ExportAsync(advance);
        await ReportAsync(run, advance, "paid");
        return (advance, run);
    }

    public ReviewPublished Review(Guid body, string grade, Guid? reviewId = null, long version = 1, int? year = null) => new()
    {
        ReviewId = reviewId ?? body,
        Version = version,
        InstitutionId = body,
        Programme = Name,
        FiscalYear = year ?? Year,
        Grade = grade,
        PublishedOn = Today,
        DocumentNumber = $"舟科评〔2026〕{version}号",
    };

    /// <summary>Publishes a review, waits until Funding knows its result, and settles the year by two persons.</summary>
    public async Task<JsonObject> ReviewedAsync(Guid body, string grade, long version = 1, int? year = null)
    {
        await PublishedAsync(Review(body, grade, year is null ? null : new Guid(year.Value, 0, 0, body.ToByteArray()[8..]), version, year));
        return await SettledAsync(body, year);
    }

    /// <summary>Makes Reporting tell of results, and waits until Funding keeps them.</summary>
    public async Task PublishedAsync(params IReadOnlyList<ReviewPublished> reviews)
    {
        await Host.Publisher.PublishAsync(reviews);
        foreach (var latest in reviews.GroupBy(r => (r.InstitutionId, r.FiscalYear)).Select(g => g.MaxBy(r => r.Version)!))
        {
            await Eventually.PassesAsync(async () =>
                (await PendingAsync(latest.InstitutionId, latest.FiscalYear)).ShouldHaveSingleItem()["reviewVersion"]!.GetValue<long>().ShouldBe(latest.Version));
        }
    }

    public Task<IReadOnlyList<JsonObject>> PendingAsync(Guid body, int? year = null) => ListAsync(Maker, $"/api/funding/pending-results?institution={body}&year={year ?? Year}");

    /// <summary>Opens a settlement run of bodies, or of the whole year.</summary>
    public Task<JsonObject> OpenRunAsync(int? year = null, params Guid[] bodies) => Maker.DoAsync(
        "/api/funding/settlement-runs", new { programme = Name, fiscalYear = year ?? Year, institutionIds = bodies.Length == 0 ? null : bodies });

    public Task<JsonObject> CommitRunAsync(JsonObject opened) => Approver.DoAsync($"/api/funding/settlement-runs/{opened["run"]!.Key("id")}/commit");

    /// <summary>Settles the body's result that waits.</summary>
    public async Task<JsonObject> SettledAsync(Guid body, int? year = null)
    {
        var settled = await CommitRunAsync(await OpenRunAsync(year, body));
        (settled["run"]!.Text("status"), settled["run"]!["settled"]!.GetValue<int>()).ShouldBe(("settled", 1));
        return (await ListAsync(Maker, $"/api/funding/settlements?institution={body}&year={year ?? Year}")).ShouldHaveSingleItem();
    }

    public async Task<JsonObject> ClawbackAsync(Guid body) => (await ListAsync(Maker, $"/api/funding/clawbacks?institution={body}")).ShouldHaveSingleItem();

    public async Task<JsonObject> DeadlineCaseAsync(Guid body) =>
        (await ListAsync(Maker, $"/api/funding/deadline-cases?institution={body}")).ShouldHaveSingleItem();

    public object Decision(DateOnly? decidedOn = null) => new { documentNumber = "舟科追〔2026〕1号", decidedOn = decidedOn ?? Today };

    /// <summary>Confirms the body's proposed deadline case.</summary>
    public async Task<JsonObject> ConfirmedAsync(Guid body)
    {
        var proposed = (await ListAsync(Maker, $"/api/funding/deadline-cases?institution={body}&status=proposed")).ShouldHaveSingleItem();
        return await Approver.DoAsync($"/api/funding/deadline-cases/{proposed.Key("id")}/confirm", Decision());
    }

    public object Voucher(string number, long amountFen, DateOnly? issuedOn = null, string seller = "舟山某仪器有限公司", string? sellerCode = null) =>
        new { number, sellerName = seller, sellerCode, amountFen, issuedOn = issuedOn ?? Today, purpose = "设备购置" };

    /// <summary>Hands in a statement.</summary>
    public Task<JsonObject> StatedAsync(Guid body, int year, params IEnumerable<object> vouchers) =>
        Operator("913309000000000001").DoAsync("/api/funding/spending-statements", new { institutionId = body, fiscalYear = year, vouchers });

    /// <summary>Accepts all of a statement.</summary>
    public Task<JsonObject> VerifiedAsync(JsonObject stated) => Maker.DoAsync($"/api/funding/spending-statements/{stated["statement"]!.Key("id")}/verify", Findings(stated));

    public static object Findings(JsonObject stated) => new { rows = stated["vouchers"]!.AsArray().Select(v => new { voucherId = v!.Key("id"), accepted = true }) };

    /// <summary>What a body spent, stated, verified and confirmed.</summary>
    public async Task SpentAsync(Guid body, int year, long amountFen, DateOnly? issuedOn = null)
    {
        var stated = await StatedAsync(body, year, Voucher($"V{Guid.CreateVersion7():N}", amountFen, issuedOn));
        await VerifiedAsync(stated);
        await Approver.DoAsync($"/api/funding/spending-statements/{stated["statement"]!.Key("id")}/confirm");
    }

    /// <summary>The bodies of the events of a type that were told of a body.</summary>
    public Task<List<JsonNode>> ToldAsync(string type, Guid body) => Host.Service.InScopeAsync(async (FundingDb db) =>
        (await db.Database.SqlQuery<string>($"SELECT \"Body\" AS \"Value\" FROM \"OutboxMessage\" WHERE \"Type\" = {type} AND \"StreamKey\" = {$"institution/{body}"} ORDER BY \"Sequence\"").ToListAsync())
            .ConvertAll(said => JsonNode.Parse(said)!));

    public object Receipt(long amountFen, string? number = null) =>
        new { amountFen, receiptNumber = number ?? $"R-{Name}-{Interlocked.Increment(ref receipts)}", receivedOn = Today };

    public async Task<JsonObject> AccountAsync(Guid body) => (await Maker.ReadAsync($"/api/funding/accounts/{body}"))["account"]!.AsObject();

    public Task<JsonObject> AppropriationAsync(Guid id) => Maker.ReadAsync($"/api/funding/appropriations/{id}");

    /// <summary>Fails unless chain, balances and cases all fit the postings.</summary>
    public async Task VerifyAsync()
    {
        var report = await Auditor.ReadAsync("/api/funding/ledger/verify");
        report["faults"]!.AsArray().Select(f => f!["en"]!.GetValue<string>()).ShouldBeEmpty();
        report["intact"]!.GetValue<bool>().ShouldBeTrue();
    }

    /// <summary>All pages of a list.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ListAsync(HttpClient caller, string path)
    {
        List<JsonObject> items = [];
        string? after = null;
        do
        {
            var page = await caller.ReadAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=100{(after is null ? "" : $"&after={after}")}");
            items.AddRange(page["items"]!.AsArray().Select(i => i!.AsObject()));
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);
        return items;
    }
}

/// <summary>How tests speak HTTP.</summary>
internal static class Speaking
{
    public static Guid Key(this JsonNode node, string name) => node[name]!.GetValue<Guid>();

    public static long Fen(this JsonNode node, string name) => node[name]!.GetValue<long>();

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    public static void ShouldBeSubsetOfAndContain(this IEnumerable<Guid> actual, IEnumerable<Guid> expected) => expected.Except(actual).ShouldBeEmpty();

    /// <summary>Sends a POST under a key of its own, or the given one.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client, string path, object? body = null, string? key = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        return await client.SendAsync(request, cancellationToken);
    }

    /// <summary>Sends a POST that must be accepted.</summary>
    public static async Task<JsonObject> DoAsync(this HttpClient client, string path, object? body = null, string? key = null)
    {
        using var answer = await client.SendAsync(path, body, key);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path} {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Sends a file; expects this answer.</summary>
    public static async Task<JsonObject> SendFileAsync(this HttpClient client, string path, string name, string content, HttpStatusCode? expected = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)) };
        request.Headers.Add("X-File-Name", name);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        (expected is null ? answer.IsSuccessStatusCode : answer.StatusCode == expected).ShouldBeTrue($"{path} {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>Sends a POST that must be refused with this status and code.</summary>
    public static async Task<JsonObject> RefusedAsync(this HttpClient client, string path, object? body, HttpStatusCode status, string code)
    {
        using var answer = await client.SendAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, text);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(text)!.AsObject();
        problem.Text("code").ShouldBe(code, text);
        problem.Text("zh").ShouldNotBeNullOrWhiteSpace();
        problem.Text("en").ShouldNotBeNullOrWhiteSpace();
        problem.Text("clause").ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    /// <summary>Reads what is answered as a whole list.</summary>
    public static async Task<JsonArray> ReadAllAsync(this HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!.AsArray();

    public static async Task<JsonObject> ReadAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path} {text}");
        return JsonNode.Parse(text)!.AsObject();
    }
}
