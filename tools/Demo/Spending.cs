namespace Demo;

/// <summary>What a body did with its money, invoice by invoice; an invoice counts once (ZS-08).</summary>
internal sealed class Spending(Stage stage)
{
    private const string Statements = "/api/funding/spending-statements";

    private readonly Platform platform = stage.Platform;

    /// <summary>A statement is handed in, verified by one person, confirmed by another; a voucher without accepting is told why.</summary>
    public async Task StateAsync(Body body, int year, params IReadOnlyList<Invoice> invoices)
    {
        var made = await platform.PostAsync(body.Operator, Statements, new
        {
            institutionId = stage.Facts.Institutions[body],
            fiscalYear = year,
            vouchers = invoices.Select(i => new { number = i.Number, sellerName = i.Seller, amountFen = i.AmountFen, issuedOn = Stage.Iso(i.IssuedOn), purpose = i.Purpose }),
        });
        var address = $"{Statements}/{Stage.Id(made["statement"]!)}";
        object Rows(bool strict) => new
        {
            rows = made["vouchers"]!.AsArray().Zip(invoices, (voucher, invoice) => new
            {
                voucherId = Stage.Id(voucher!),
                accepted = invoice.Accepted || !strict,
                reason = invoice.Accepted || !strict ? null : "该发票已在其他年度报表中认可。",
            }),
        };
        if (invoices.Any(i => !i.Accepted))
        {
            await stage.RefuseAsync("the same invoice twice", "zs-maker", $"{address}/verify", Rows(strict: false));
        }

        await platform.PostAsync("zs-maker", $"{address}/verify", Rows(strict: true));
        var confirmed = await platform.PostAsync("zs-approver", $"{address}/confirm", new { });
        var acceptedFen = confirmed["statement"]!["acceptedFen"]!.GetValue<long>();
        stage.Tell.Done($"{body.ProjectName}{year}年度支出报表：核实{Stage.Yuan(acceptedFen)}元", $"{body.En}'s spending of {year}: {Stage.Yuan(acceptedFen)} yuan verified by two persons (ZS-08)");
    }

    /// <summary>An invoice of the story.</summary>
    internal sealed record Invoice(string Number, string Seller, long AmountFen, DateOnly IssuedOn, string Purpose, bool Accepted = true);
}
