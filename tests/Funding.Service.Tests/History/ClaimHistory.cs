using System.Net;
using System.Text.Json.Nodes;
using Funding.Tests.Claims;
using Funding.Tests.Hosting;
using Shouldly;

namespace Funding.Tests.History;

/// <summary>A claim as the model knows it: its payments, and where it stands.</summary>
internal sealed class ModelClaim(int company, JsonObject made, IReadOnlyList<int> invoices)
{
    public int Company { get; } = company;

    public Guid Id { get; } = made["claim"]!.Key("id");

    public IReadOnlyList<int> Invoices { get; } = invoices;

    public string Status { get; set; } = "submitted";

    /// <summary>The payment that was proposed for it last, what it comes to, and how far it is.</summary>
    public (Guid Id, long Fen, string Status)? Payment { get; set; }

    /// <summary>The run that its payment left with.</summary>
    public Guid Run { get; set; }

    public bool HoldsInvoices => Status is "assessed" or "approved";

    public bool TakesRoom => Payment?.Status is "approved" or "exported" or "paid";
}

/// <summary>
/// Two companies that claim a tenth of what they paid for technology (HB-04), from a pool of invoices that each would like to use twice, up to a ceiling
/// of their own and an appropriation that cannot pay both in full. Each act is done to the service and to the model.
/// </summary>
internal sealed class ClaimHistory(World world, Random random, Guid appropriation)
{
    public const long AppropriationFen = 170_000_000;
    private const long CeilingFen = 100_000_000;
    private const int PoolSize = 14;
    private readonly Claimant[] companies = [new(world, appropriation), new(world, appropriation, "91420100MA4L0Y8F3X")];
    private readonly List<ModelClaim> claims = [];

    public async Task<string> StepAsync()
    {
        while (true)
        {
            var act = random.Next(10) switch { 0 or 1 => SubmitAsync(), 2 or 3 => AssessAsync(), 4 or 5 => ApproveAsync(), 6 => ReturnAsync(), 7 => BankReturnsAsync(), _ => PayAsync() };
            if (await act is { } told)
            {
                return told;
            }
        }
    }

    /// <summary>Rooms, appropriation, claims and ledger are as the model says.</summary>
    public async Task CompareAsync()
    {
        foreach (var company in Enumerable.Range(0, companies.Length).Where(c => claims.Exists(claim => claim.Company == c && claim.Payment is not null)))
        {
            (await companies[company].RoomAsync()).Fen("usedFen").ShouldBe(Used(company));
        }

        (await world.AppropriationAsync(appropriation)).Fen("committedFen").ShouldBe(Committed);
        var shown = (await World.ListAsync(world.Maker, "/api/funding/claims")).ToDictionary(c => c.Key("id"), c => c.Text("status"));
        claims.ToDictionary(c => c.Id, c => c.Status).ShouldBe(shown, ignoreOrder: true);
        await world.VerifyAsync();
    }

    private long Committed => claims.Where(c => c.TakesRoom).Sum(c => c.Payment!.Value.Fen);

    private static long Fen(int invoice) => 37_000_011L * (1 + invoice);

    // The same number, spelt in two ways.
    private string Number(int invoice) => $"{(random.Next(2) == 0 ? "00" : "")}{88_000 + invoice}";

    private long Used(int company) => claims.Where(c => c.Company == company && c.TakesRoom).Sum(c => c.Payment!.Value.Fen);

    private long Due(ModelClaim claim) => Math.Min(claim.Invoices.Sum(Fen) / 10, CeilingFen - Used(claim.Company));

    private async Task<string?> SubmitAsync()
    {
        var (company, invoices) = (random.Next(companies.Length), Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(PoolSize)).Distinct().ToList());
        claims.Add(new ModelClaim(company, await companies[company].SubmittedAsync([.. invoices.Select(i => (Number(i), Fen(i)))]), invoices));
        return $"company {company} claims for {string.Join(", ", invoices)}";
    }

    private async Task<string?> AssessAsync()
    {
        if (Any(c => c.Status == "submitted") is not { } claim)
        {
            return null;
        }

        var (due, row) = (Due(claim), await world.Maker.ReadAsync($"/api/funding/claims/{claim.Id}"));
        var code = due == 0 ? "nothing-due"
            : claims.Exists(c => c != claim && c.HoldsInvoices && c.Invoices.Intersect(claim.Invoices).Any()) ? "invoice-accepted-before"
            : null;
        if (code is not null)
        {
            await world.Maker.RefusedAsync($"/api/funding/claims/{claim.Id}/assess", companies[claim.Company].Assessment(row), HttpStatusCode.Conflict, code);
            return $"assess {Told(claim)}: {code}";
        }

        var made = await companies[claim.Company].AssessedAsync(row);
        made["claim"]!.Fen("dueFen").ShouldBe(due);
        (claim.Status, claim.Payment) = ("assessed", (made["claim"]!.Key("grantId"), due, "proposed"));
        return $"assess {Told(claim)}: {due}";
    }

    private async Task<string?> ApproveAsync()
    {
        if (Any(c => c.Payment?.Status == "proposed") is not { Payment: { } payment } claim)
        {
            return null;
        }

        var code = Due(claim) != payment.Fen ? "claim-amount-changed" : Committed + payment.Fen > AppropriationFen ? "annual-cap-exceeded" : null;
        if (code is not null)
        {
            await world.Approver.RefusedAsync($"/api/funding/grants/{payment.Id}/approve", null, HttpStatusCode.Conflict, code);
            return $"approve {Told(claim)}: {code}";
        }

        await world.Approver.DoAsync($"/api/funding/grants/{payment.Id}/approve");
        (claim.Status, claim.Payment) = ("approved", payment with { Status = "approved" });
        return $"approve {Told(claim)}: {payment.Fen}";
    }

    // Sent back by the bureau, and handed in again by the company in another claim.
    private async Task<string?> ReturnAsync()
    {
        if (Any(c => c.Status is "submitted" or "assessed") is not { } claim)
        {
            return null;
        }

        await world.Maker.DoAsync($"/api/funding/claims/{claim.Id}/return", new { reason = "随机" });
        (claim.Status, claim.Payment) = ("returned", null);
        return $"return {Told(claim)}";
    }

    // All that is approved leaves together, and the bank answers all at once.
    private async Task<string?> PayAsync()
    {
        var leaving = claims.Where(c => c.Payment?.Status == "approved").ToList();
        if (leaving.Count == 0)
        {
            return null;
        }

        var request = new { programme = world.Name, fiscalYear = world.Year, paymentIds = leaving.Select(c => c.Payment!.Value.Id) };
        var made = (await world.Maker.DoAsync("/api/funding/payment-runs", request))["run"]!;
        made.Fen("totalFen").ShouldBe(leaving.Sum(c => c.Payment!.Value.Fen));
        await world.Approver.DoAsync($"/api/funding/payment-runs/{made.Key("id")}/seal");
        var answers = leaving.Select(claim => (Claim: claim, Outcome: random.Next(3) == 0 ? "failed" : "paid")).ToList();
        await AnswerAsync(made.Key("id"), answers);
        return $"pay {string.Join("; ", answers.Select(a => $"{Told(a.Claim)} {a.Outcome}"))}";
    }

    // What was paid comes back from the bank (退汇), several of one run at once.
    private async Task<string?> BankReturnsAsync()
    {
        if (Any(c => c.Payment?.Status == "paid") is not { } any || random.Next(2) == 0)
        {
            return null;
        }

        var back = claims.Where(c => c.Run == any.Run && c.Payment?.Status == "paid" && (c == any || random.Next(2) == 0)).Select(c => (c, "returned")).ToList();
        await AnswerAsync(any.Run, back);
        return $"returned {string.Join("; ", back.Select(b => Told(b.c)))}";
    }

    private async Task AnswerAsync(Guid run, IReadOnlyList<(ModelClaim Claim, string Outcome)> answers)
    {
        var results = answers.Select(a => new
        {
            paymentId = a.Claim.Payment!.Value.Id,
            outcome = a.Outcome,
            on = world.Today,
            bankReference = $"B-{a.Claim.Payment.Value.Id:N}",
            reason = a.Outcome == "paid" ? null : "账号有误",
        }).ToList();
        var answer = await world.Maker.DoAsync($"/api/funding/payment-runs/{run}/results", new { results });
        answer["news"]!.GetValue<int>().ShouldBe(answers.Count);
        foreach (var (claim, outcome) in answers)
        {
            (claim.Run, claim.Payment) = (run, claim.Payment!.Value with { Status = outcome });
            claim.Status = outcome == "paid" ? "approved" : "submitted";
        }
    }

    private ModelClaim? Any(Func<ModelClaim, bool> which) => claims.Where(which).ToList() is { Count: > 0 } found ? found[random.Next(found.Count)] : null;

    private static string Told(ModelClaim claim) => $"{claim.Company}:{string.Join("+", claim.Invoices)}";
}
