using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Funding.Tests.Hosting;
using Shouldly;

namespace Funding.Tests.Claims;

/// <summary>A company that buys technology under Hubei's pack, and the two who look at its claims.</summary>
internal sealed class Claimant(World world, Guid appropriation, string code = "91420106MA2N6W2H0G")
{
    public const string Programme = "hubei-transfer-zone";

    public const string Extension = "鄂政办函〔2026〕8号";

    /// <summary>Hubei's plan, which the bureau lets go on, so that claims are taken on the tests' day (P-6).</summary>
    public static async Task<World> OpenAsync(FundingHost host, Func<string, string>? change = null)
    {
        var world = await World.OpenAsync(host, Programme, "hubei", change ?? (text => text));
        await world.DecideOnPlanAsync(Extension, until: new DateOnly(2027, 12, 31));
        return world;
    }

    public HttpClient Client { get; } = world.Operator(code);

    public object Payment(string number, long amountFen) =>
        new { invoiceNumber = number, invoiceSeller = "湖北某大学", amountFen, paidOn = world.Today };

    /// <summary>A draft with its answers and the files that every claim needs, but none for its payments.</summary>
    public async Task<Guid> DraftAsync(params object[] payments)
    {
        var started = await Client.DoAsync("/api/funding/claims", new { programme = world.Name, kind = "technology-purchase", claimantName = "武汉某光通信公司" });
        var id = started["claim"]!.Key("id");
        await SaveAsync(started["claim"]!, payments);
        await AttachAsync(id, "contract");
        await AttachAsync(id, "useEvidence");
        return id;
    }

    /// <summary>A claim that is handed in, with evidence for each payment.</summary>
    public async Task<JsonObject> SubmittedAsync(params (string Number, long AmountFen)[] payments)
    {
        var id = await DraftAsync([.. payments.Select(p => Payment(p.Number, p.AmountFen))]);
        foreach (var (number, _) in payments)
        {
            await AttachAsync(id, "paymentEvidence", number);
        }

        return await Client.DoAsync($"/api/funding/claims/{id}/submit");
    }

    /// <summary>All accepted and found to be put to use, as a maker sends it.</summary>
    public object Assessment(JsonObject claim, long? cityFen = null) => new
    {
        appropriationId = appropriation,
        rows = claim["proofs"]!.AsArray().Select(p => new { proofId = p!.Key("id"), accepted = true }),
        flags = new[] { new { condition = "put-to-use-in-hubei", reason = "现场查验，产线已投产" } },
        shares = cityFen is null ? [] : new[] { new { payer = "city", amountFen = cityFen.Value } },
    };

    public Task<JsonObject> AssessedAsync(JsonObject claim, long? cityFen = null) =>
        world.Maker.DoAsync($"/api/funding/claims/{claim["claim"]!.Key("id")}/assess", Assessment(claim, cityFen));

    /// <summary>Approves an assessed claim's payment; the payment.</summary>
    public async Task<Guid> ApprovedAsync(JsonObject claim)
    {
        var payment = claim["claim"]!.Key("grantId");
        await world.Approver.DoAsync($"/api/funding/grants/{payment}/approve");
        return payment;
    }

    /// <summary>Exports a payment and records the bank's answer.</summary>
    public async Task AnsweredAsync(Guid payment, string outcome)
    {
        var run = (await world.Maker.DoAsync("/api/funding/payment-runs", new { programme = world.Name, fiscalYear = world.Year, paymentIds = new[] { payment } }))["run"]!.Key("id");
        await world.Approver.DoAsync($"/api/funding/payment-runs/{run}/seal");
        await world.ReportAsync(run, payment, outcome);
    }

    public async Task<JsonObject> RoomAsync() =>
        JsonNode.Parse(await Client.GetStringAsync(new Uri($"/api/funding/claim-rooms?programme={world.Name}", UriKind.Relative)))!.AsArray().ShouldHaveSingleItem()!.AsObject();

    public async Task SaveAsync(JsonNode claim, object[] payments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/funding/claims/{claim.Key("id")}")
        {
            Content = JsonContent.Create(new
            {
                answers = new
                {
                    resultName = "硅光芯片耦合技术",
                    sellerName = "湖北某大学",
                    contractNumber = "2026420100009",
                    contractedOn = world.Today,
                    contractFen = 2_000_000_000,
                    payments,
                    usedInHubei = true,
                    usePlace = "武汉市东湖高新区",
                },
                payeeName = "武汉某光通信公司",
                payeeAccount = "4201020104000123",
            }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{claim["version"]!.GetValue<long>()}\"");
        using var answer = await Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public async Task AttachAsync(Guid id, string field, string? proof = null)
    {
        using var content = new ByteArrayContent("%PDF-1.7\n%%EOF\n"u8.ToArray());
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/api/funding/claims/{id}/attachments?field={field}{(proof is null ? "" : $"&proof={Uri.EscapeDataString(proof)}")}") { Content = content };
        request.Headers.Add("X-File-Name", "paper.pdf");
        using var answer = await Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }
}
