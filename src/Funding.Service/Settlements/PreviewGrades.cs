using Contracts.Refusals;
using Funding.Data;
using Funding.Packs;
using Microsoft.EntityFrameworkCore;
using Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.Settlements;

/// <summary>
/// What a year's money would come to under grades that nobody has published yet (ZS-06): Reporting shows it to whoever publishes. Nothing
/// is stored; the settlement calculates again when it is due.
/// </summary>
internal static class PreviewGrades
{
    private const int MostBodies = 500;

    /// <summary>The grades.</summary>
    internal sealed record Request(string Programme, int FiscalYear, IReadOnlyList<Line> Bodies);

    /// <summary>A body's grade, a key of the pack.</summary>
    internal sealed record Line(Guid InstitutionId, string Grade);

    /// <summary>A body's year under a grade; its figures, or why there are none. Amounts in fen.</summary>
    internal sealed record GradeInMoney(
        Guid InstitutionId, string Grade, long PaidFen, long? EntitledFen, long? ClawbackFen, long? EntitledBeforeFen, string? RefusedZh, string? RefusedEn);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/settlement-previews", HandleAsync)
        .RequireRoles(Roles.Service)
        .WithSummary("What a year's money would come to under grades not yet published");

    /// <summary>The figures of one body; the sums that a settlement of today would come to.</summary>
    public static GradeInMoney Of(YearToSettle year, string grade, PaymentRules rules) =>
        year.Figures(grade, rules).Accepted(out var figures, out var refused)
            ? new GradeInMoney(year.Account.InstitutionId, grade, year.PaidFen, figures.Entitled.Fen, year.Claims(figures), year.Settlement?.EntitledFen, null, null)
            : new GradeInMoney(year.Account.InstitutionId, grade, year.PaidFen, null, null, year.Settlement?.EntitledFen, refused.Zh, refused.En);

    private static async Task<Answer<Page<GradeInMoney>>> HandleAsync(
        Request request, FundingDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        if (request.Bodies.Count is 0 or > MostBodies || request.Bodies.Select(line => line.InstitutionId).Distinct().Count() != request.Bodies.Count)
        {
            return ((Outcome<Page<GradeInMoney>>)Refusal.BadInput(
                "bodies", request.Bodies.Count, $"请列出 1 至 {MostBodies} 个单位，且不得重复。", $"Name 1 to {MostBodies} bodies, each once.")).ToHttp();
        }

        var grades = request.Bodies.ToDictionary(line => line.InstitutionId, line => line.Grade);
        var accounts = await db.Accounts.AsNoTracking().Include(a => a.Years)
            .Where(a => a.Programme == request.Programme && grades.Keys.Contains(a.InstitutionId)).ToListAsync(cancellationToken);
        var rules = new PaymentRules(await packs.RulingAsync(request.Programme, clock.Today, cancellationToken), clock.Today);
        var years = await db.YearsToSettleAsync(accounts, [request.FiscalYear], cancellationToken);
        Outcome<Page<GradeInMoney>> outcome = new Page<GradeInMoney>(
            [.. years.Where(year => year.PaidFen > 0 || year.Settlement is not null).Select(year => Of(year, grades[year.Account.InstitutionId], rules))], Next: null);
        return outcome.ToHttp();
    }
}
