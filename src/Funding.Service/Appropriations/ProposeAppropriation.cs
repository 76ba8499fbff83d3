using Contracts.Refusals;
using Contracts.Values;
using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Policies.Evaluation;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Funding.Appropriations;

/// <summary>A year's money, proposed under its budget document.</summary>
internal sealed record AppropriationProposal(
    string Programme, int FiscalYear, long AmountFen, string DocumentNumber, DateOnly DocumentDate, string FunctionalSubject);

/// <summary>Proposes a programme's money of a fiscal year under its budget document (指标文).</summary>
internal static class ProposeAppropriation
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/appropriations", async (AppropriationProposal request, FundingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken ct) =>
            (await db.WriteAsync(inner => RunAsync(request, db, packs, clock, http.Caller(), inner), ct))
            .ToCreated(row => AppropriationView.Of(row), view => $"/api/funding/appropriations/{view.Id}"))
        .RequireRoles(Roles.FinanceMaker).RequireIdempotencyKey();

    /// <summary>ZS-03: at most the cap of the fiscal year. The sheet that explains it, or the refusal with the figures.</summary>
    public static Outcome<CalculationSheet> Decide(AppropriationProposal request, PaymentRules rules)
    {
        var asked = Money.FromFen(request.AmountFen);
        if (rules.AnnualCap is { } most && asked > most.Value)
        {
            return Refusal.Conflict(
                    "annual-cap-exceeded",
                    most.ClauseId,
                    $"{request.FiscalYear}年度安排 {asked} 元超过每年上限 {most.Value} 元。",
                    $"The appropriation of {request.FiscalYear}, {asked} yuan, is above the yearly cap of {most.Value}.")
                .With("fiscalYear", request.FiscalYear).With("askedFen", asked.Fen).With("capFen", most.Value.Fen);
        }

        var sheet = rules.Pack.Sheet("年度安排", "Appropriation of a fiscal year").By(rules.Ground);
        if (rules.AnnualCap is { } shown)
        {
            sheet = sheet.Line(shown, Figure.Of(shown.Value));
        }

        sheet = sheet.Line("年度安排", "Appropriated", rules.CapClause, Figure.Of(asked), new SheetInput(new Label("年度", "Fiscal year"), Figure.Of(request.FiscalYear)));
        return (rules.AnnualCap is { } cap ? sheet.Line("距上限尚余", "Left below the cap", cap.ClauseId, Figure.Of(cap.Value.Above(asked))) : sheet).Build();
    }

    private static async Task<Outcome<Appropriation>> RunAsync(
        AppropriationProposal request, FundingDb db, PackShelf packs, BusinessClock clock, Caller caller, CancellationToken ct)
    {
        var today = clock.Today;
        if (Check(request, today) is { } wrong)
        {
            return wrong;
        }

        if (!(await packs.InForceAsync(request.Programme, caller.Jurisdiction, today, ct)).Accepted(out var pack, out var refused))
        {
            return refused;
        }

        var rules = new PaymentRules(pack, today, await packs.GroundAsync(pack, today, ct));
        if (!Decide(request, rules).Accepted(out var sheet, out refused))
        {
            return refused;
        }

        var appropriation = new Appropriation
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = pack.Jurisdiction,
            Programme = pack.Programme,
            FiscalYear = request.FiscalYear,
            CapFen = rules.AnnualCap?.Value.Fen,
            OpenedFen = request.AmountFen,
            AmountFen = request.AmountFen,
            DocumentNumber = request.DocumentNumber.Trim(),
            DocumentDate = request.DocumentDate,
            FunctionalSubject = request.FunctionalSubject,
            Proposed = caller.Signs(clock),
            Sheet = StoredSheet.Write(sheet),
        };
        return await AddAsync(appropriation, rules, db, ct) ?? (Outcome<Appropriation>)appropriation;
    }

    // The unique key decides, also between two proposals at once.
    private static async Task<Refusal?> AddAsync(Appropriation appropriation, PaymentRules rules, FundingDb db, CancellationToken ct)
    {
        db.Appropriations.Add(appropriation);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            return Refusal.Conflict(
                    "appropriation-exists",
                    rules.CapClause,
                    $"{appropriation.FiscalYear}年度已有年度安排；每个年度只设一项，须先撤回未批准的年度安排。",
                    $"Fiscal year {appropriation.FiscalYear} has its appropriation already; there is one a year, and only an unapproved one can be withdrawn.")
                .With("fiscalYear", appropriation.FiscalYear);
        }
    }

    private static Refusal? Check(AppropriationProposal request, DateOnly today) => Checks.First(
        Checks.Text("programme", request.Programme),
        Checks.Amount("amountFen", request.AmountFen),
        Checks.Text("documentNumber", request.DocumentNumber),
        Checks.FunctionalSubject("functionalSubject", request.FunctionalSubject),
        request.FiscalYear == today.Year || request.FiscalYear == today.Year + 1
            ? null
            : Refusal.BadInput(
                "fiscalYear",
                request.FiscalYear,
                $"只能提出本年度（{today.Year}）或下一年度的年度安排。",
                $"An appropriation is proposed for this fiscal year ({today.Year}) or the next."),
        Checks.DocumentDay("documentDate", request.DocumentDate, request.FiscalYear, today));
}
