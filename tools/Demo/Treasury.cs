using System.Text.Json.Nodes;

namespace Demo;

/// <summary>A bureau's treasury: the year's appropriation, claims and rewards to be paid, and the bank, each step by two persons.</summary>
internal sealed class Treasury(Stage stage, string programme, string maker, string approver)
{
    private const string Funding = "/api/funding";

    private readonly Platform platform = stage.Platform;
    private string appropriation = "";

    /// <summary>Opens the year's appropriation.</summary>
    public async Task OpenAsync(DateOnly day, long amountFen, string documentNumber)
    {
        appropriation = Stage.Id(await platform.PostAsync(
            maker,
            $"{Funding}/appropriations",
            new { programme, fiscalYear = day.Year, amountFen, documentNumber, documentDate = Stage.Iso(day), functionalSubject = "2060404" }));
        await platform.PostAsync(approver, $"{Funding}/appropriations/{appropriation}/approve", new { });
        stage.Tell.Done($"{documentNumber}安排{day.Year}年{Stage.Yuan(amountFen)}元，由另一人批准开立", $"{Stage.Yuan(amountFen)} yuan opened for {day.Year} by a second person");
    }

    /// <summary>A maker accepts all payments of a claim and answers what only a person can find; the assessed claim.</summary>
    public Task<JsonNode> AssessAsync(JsonNode claim, long? amountFen = null, string? documentNumber = null, DateOnly? decidedOn = null) =>
        platform.PostAsync(maker, Assess(claim), Assessment(claim, amountFen, documentNumber, decidedOn));

    /// <summary>Tries to assess a claim whose money must not be paid.</summary>
    public Task RefuseAssessmentAsync(string what, JsonNode claim) => stage.RefuseAsync(what, maker, Assess(claim), Assessment(claim, null, null, null));

    /// <summary>Refuses a claim for good.</summary>
    public Task TurnDownAsync(JsonNode claim, string reason) => platform.PostAsync(maker, $"{Funding}/claims/{Id(claim)}/refuse", new { reason });

    /// <summary>Another person approves the assessed claims' payments, and the bank pays them.</summary>
    public Task PayClaimsAsync(DateOnly day, params IReadOnlyList<JsonNode> claims) => PayAsync(day, [.. claims.Select(claim => claim["claim"]!["grantId"]!.GetValue<string>())]);

    /// <summary>The year's decision on amounts is recorded by one person and confirmed by another; the decision.</summary>
    public async Task<string> DecideAsync(string award, int year, string documentNumber, DateOnly decidedOn, params IReadOnlyList<(string Key, long AmountFen, string? Basis)> amounts)
    {
        var recorded = await platform.PostAsync(maker, $"{Funding}/reward-decisions", new
        {
            programme,
            award,
            year,
            documentNumber,
            decidedOn = Stage.Iso(decidedOn),
            amounts = amounts.Select(amount => new { key = amount.Key, amountFen = amount.AmountFen, basis = amount.Basis }),
        });
        var decision = Stage.Id(recorded["decision"]!);
        await platform.PostAsync(approver, $"{Funding}/reward-decisions/{decision}/confirm", new { });
        return decision;
    }

    /// <summary>A body is paid its reward under a decision.</summary>
    public async Task RewardAsync(DateOnly day, string decision, string institutionId, string payeeName, string payeeAccount, params IReadOnlyList<object> shares)
    {
        var granted = await platform.PostAsync(
            maker,
            $"{Funding}/reward-decisions/{decision}/grants",
            new { appropriationId = appropriation, bodies = new[] { new { institutionId, payeeName, payeeAccount, shares } } });
        await PayAsync(day, Stage.Id(granted["grants"]![0]!));
    }

    private async Task PayAsync(DateOnly day, params IReadOnlyList<string> payments)
    {
        foreach (var payment in payments)
        {
            await platform.PostAsync(approver, $"{Funding}/grants/{payment}/approve", new { });
        }

        var gathered = await platform.PostAsync(maker, $"{Funding}/payment-runs", new { programme, fiscalYear = day.Year, paymentIds = payments });
        var run = $"{Funding}/payment-runs/{Stage.Id(gathered["run"]!)}";
        await platform.PostAsync(approver, $"{run}/seal", new { });
        var results = payments.Select(payment => new { paymentId = payment, outcome = "paid", on = Stage.Iso(day), bankReference = $"{programme[..2].ToUpperInvariant()}{payment[^12..]}" });
        await platform.PostAsync(maker, $"{run}/results", new { results });
    }

    private object Assessment(JsonNode claim, long? amountFen, string? documentNumber, DateOnly? decidedOn) => new
    {
        appropriationId = appropriation,
        rows = claim["proofs"]!.AsArray().Select(proof => new { proofId = Stage.Id(proof!), accepted = true }),
        flags = claim["flags"]!.AsArray().Select(flag => new { condition = flag!["condition"], reason = "现场查验并核对原件，属实。" }),
        amountFen,
        documentNumber,
        decidedOn = decidedOn is { } day ? Stage.Iso(day) : null,
    };

    private static string Assess(JsonNode claim) => $"{Funding}/claims/{Id(claim)}/assess";

    private static string Id(JsonNode claim) => Stage.Id(claim["claim"]!);
}
