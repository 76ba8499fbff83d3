using Contracts.Registry;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Institutions;
using Reporting.Missing;
using Reporting.PeriodicReports;
using Reporting.Registers;
using Reporting.Targets;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;

namespace Reporting.Dashboards;

/// <summary>A figure with the console's list behind it.</summary>
/// <param name="Name">What it counts; an amount's name ends in <c>Fen</c>.</param>
/// <param name="Value">The figure; null where there is none.</param>
/// <param name="Link">Path of the list that it is the sum or the count of.</param>
internal sealed record BoardFigure(string Name, long? Value, string Link);

/// <summary>A programme's money of one year.</summary>
internal sealed record MoneyView(string Programme, int FiscalYear, IReadOnlyList<BoardFigure> Figures);

/// <summary>How many bodies of a programme have a standing, or are in a district.</summary>
internal sealed record CountView(string Programme, string Key, int Count, string Link);

/// <summary>Reports of a programme that are late.</summary>
internal sealed record LatenessView(string Programme, IReadOnlyList<BoardFigure> Figures);

/// <summary>A programme's targets: how many are met, and how many not.</summary>
internal sealed record TargetProgressView(string Programme, int Met, int Behind, int UnderWay, int Unmeasured, string Link);

/// <summary>What a bureau's leaders look at first.</summary>
/// <param name="On">The day.</param>
/// <param name="Year">The fiscal year of the money, and the year in which reports were due.</param>
/// <param name="Years">The years that have money, or in which reports are due.</param>
/// <param name="Programmes">The programmes that are shown.</param>
/// <param name="Money">Money by programme.</param>
/// <param name="Standings">Bodies by programme and standing.</param>
/// <param name="Districts">Recognised and filed bodies by programme and district.</param>
/// <param name="Lateness">What is late, by programme.</param>
/// <param name="Targets">Targets by programme.</param>
internal sealed record DashboardView(
    DateOnly On,
    int Year,
    IReadOnlyList<int> Years,
    IReadOnlyList<string> Programmes,
    IReadOnlyList<MoneyView> Money,
    IReadOnlyList<CountView> Standings,
    IReadOnlyList<CountView> Districts,
    IReadOnlyList<LatenessView> Lateness,
    IReadOnlyList<TargetProgressView> Targets);

/// <summary>Money, standing, lateness and targets at a glance (SD-12); each figure leads to its list.</summary>
internal static class GetDashboard
{
    private static readonly string[] Readers = [Roles.Leader, Roles.CityReviewer, Roles.FinanceMaker, Roles.FinanceApprover, Roles.Auditor];

    public static void MapDashboards(this IEndpointRouteBuilder service) => service
        .MapGroup("/dashboard").WithTags("Dashboards")
        .MapGet("/", HandleAsync)
        .RequireRoles(Readers)
        .WithSummary("Money, standing, lateness and targets of the bureau's programmes");

    private static async Task<DashboardView> HandleAsync(
        string? programme, int? year, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var (caller, today) = (http.Caller(), clock.Today);
        var money = await db.ProgrammeYears.AsNoTracking()
            .Where(y => y.Jurisdiction == caller.Jurisdiction && (programme == null || y.Programme == programme))
            .OrderBy(y => y.Programme).ThenBy(y => y.FiscalYear).ToListAsync(cancellationToken);
        var bodies = await db.Institutions.VisibleTo(caller).Where(i => (programme == null || i.Programme == programme) && Standings.All.Contains(i.Standing))
            .GroupBy(i => new { i.Programme, i.Standing, i.District })
            .Select(g => new { g.Key.Programme, g.Key.Standing, g.Key.District, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var programmes = money.Select(y => y.Programme).Concat(bodies.Select(b => b.Programme)).Distinct().Order(StringComparer.Ordinal).ToList();
        var dueYears = await DueYearsAsync(programmes, db, cancellationToken);

        // Before a year has money or reports of its own, the one before it is what there is to see.
        var asked = year ?? money.Select(y => y.FiscalYear).Concat(dueYears).Where(y => y <= today.Year).DefaultIfEmpty(today.Year).Max();
        return new DashboardView(
            today,
            asked,
            [.. money.Select(y => y.FiscalYear).Concat(dueYears).Append(today.Year).Distinct().OrderDescending()],
            programmes,
            [.. money.Where(y => y.FiscalYear == asked).Select(Money)],
            [.. bodies.GroupBy(b => (b.Programme, b.Standing)).OrderBy(g => g.Key).Select(g => new CountView(
                g.Key.Programme, g.Key.Standing, g.Sum(b => b.Count), Links.Institutions(g.Key.Programme, [g.Key.Standing])))],
            [.. bodies.Where(b => Standings.IsRecognised(b.Standing)).GroupBy(b => (b.Programme, b.District)).OrderBy(g => g.Key).Select(g => new CountView(
                g.Key.Programme, g.Key.District, g.Sum(b => b.Count), Links.Institutions(g.Key.Programme, StandingOn.Recognised, g.Key.District)))],
            await LatenessAsync(programme, asked, db, caller, today, cancellationToken),
            await TargetsAsync(programmes, db, packs, caller, today, cancellationToken));
    }

    // Cycles leave no year out: the first and the last day on which a report is due tell them all, each by one look into an index.
    private static async Task<IReadOnlyList<int>> DueYearsAsync(List<string> programmes, ReportingDb db, CancellationToken cancellationToken)
    {
        var years = new HashSet<int>();
        foreach (var programme in programmes)
        {
            var due = db.PeriodicReports.Where(r => r.Programme == programme).Select(r => (DateOnly?)r.DueOn);
            if (await due.MinAsync(cancellationToken) is { } first && await due.MaxAsync(cancellationToken) is { } last)
            {
                years.UnionWith(Enumerable.Range(first.Year, last.Year - first.Year + 1));
            }
        }

        return [.. years];
    }

    private static MoneyView Money(ProgrammeYear year) => new(
        year.Programme,
        year.FiscalYear,
        [
            new("capFen", year.CapFen, Links.Of("/appropriations", year.Programme, year.FiscalYear)),
            new("appropriatedFen", year.AppropriatedFen, Links.Of("/appropriations", year.Programme, year.FiscalYear)),
            new("committedFen", year.CommittedFen, Links.Of("/ledger/balances", year.Programme, year.FiscalYear)),
            new("paidFen", year.PaidFen, Links.Of("/ledger/balances", year.Programme, year.FiscalYear)),
            new("entitledFen", year.EntitledFen, Links.Of("/settlements", year.Programme, year.FiscalYear)),
            new("recoveredFen", year.RecoveredFen, Links.Of("/ledger/balances", year.Programme, year.FiscalYear)),
            new("outstandingFen", year.OutstandingFen, $"{Links.Of("/clawbacks", year.Programme, year.FiscalYear)}&status=open"),
        ]);

    private static async Task<IReadOnlyList<LatenessView>> LatenessAsync(
        string? programme, int year, ReportingDb db, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        // What waits or is overdue today, of whatever span (January's are last year's); what was late or missing by the year of its last day.
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var reports = await db.PeriodicReports.VisibleTo(caller)
            .Where(r => (programme == null || r.Programme == programme) && (r.Status == ReportStatus.Draft || r.Status == ReportStatus.Submitted || (r.DueOn >= first && r.DueOn <= last)))
            .Select(r => new
            {
                r.Programme,
                // As PeriodicReport.IsOverdue and IsLate.
                Overdue = r.SubmittedOn == null && r.DueOn < today && StandingOn.Reporting.Contains(r.Institution.Standing) ? 1 : 0,
                Late = r.DueOn >= first && r.DueOn <= last && r.SubmittedOn > r.DueOn ? 1 : 0,
                Unread = r.Status == ReportStatus.Submitted ? 1 : 0,
            })
            .GroupBy(r => r.Programme)
            .Select(g => new { g.Key, Overdue = g.Sum(r => r.Overdue), Late = g.Sum(r => r.Late), Unread = g.Sum(r => r.Unread) })
            .OrderBy(g => g.Key).ToListAsync(cancellationToken);
        var missing = await db.PeriodicReports.VisibleTo(caller).Where(r => r.DueOn >= first && r.DueOn <= last && (programme == null || r.Programme == programme)).ConfirmedMissing(db)
            .GroupBy(r => r.Programme).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return
        [
            .. reports.Select(r => new LatenessView(
                r.Key,
                [
                    new("reportsOverdue", r.Overdue, $"/periodic-reports?programme={r.Key}&overdue=true"),
                    new("reportsMissing", missing.GetValueOrDefault(r.Key), $"/periodic-reports?programme={r.Key}&due={year}&missing=true"),
                    new("reportsLate", r.Late, $"/periodic-reports?programme={r.Key}&due={year}&late=true"),
                    new("reportsUnread", r.Unread, $"/periodic-reports?programme={r.Key}&status=submitted"),
                ])),
        ];
    }

    private static async Task<IReadOnlyList<TargetProgressView>> TargetsAsync(
        List<string> programmes, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var ruling = await packs.RulingAsync(programmes, today, cancellationToken);
        var aiming = ruling.Values.Where(pack => pack.Targets.Count > 0 && pack.Jurisdiction == caller.Jurisdiction).ToDictionary(pack => pack.Programme);
        var names = aiming.Keys.ToList();
        var counted = (await db.Institutions.AsNoTracking()
            .Where(i => i.Jurisdiction == caller.Jurisdiction && names.Contains(i.Programme) && StandingOn.Recognised.Contains(i.Standing))
            .Select(i => new { i.Programme, Body = new CountedBody(i.Id, i.Name, i.District, i.Category, i.Standing, i.RecognisedOn) })
            .ToListAsync(cancellationToken)).ToLookup(i => i.Programme, i => i.Body);
        var figures = (await LastFigures.OfAsync(db, caller.Jurisdiction ?? "", names, today.Year, cancellationToken)).ToLookup(f => f.Programme);
        var registers = await RegisterFacts.OfAsync(db, aiming.Values, cancellationToken);
        var before = new Dictionary<string, IReadOnlyDictionary<int, IReadOnlyList<Tally>>>();
        foreach (var (name, pack) in aiming)
        {
            var institutions = db.Institutions.AsNoTracking().Where(i => i.Programme == name && i.Jurisdiction == caller.Jurisdiction);
            var due = pack.Targets.Where(target => target.IsCounted && target.By.Year < today.Year).Select(target => target.By.Year).Distinct();
            before[name] = await Tallies.OfAsync(institutions, due, today, cancellationToken);
        }

        return
        [
            .. names.Order(StringComparer.Ordinal).Select(name =>
            {
                var facts = TargetFacts.OnDay(today, [.. counted[name]], [.. figures[name]], before[name]) with { Register = registers.GetValueOrDefault(name) ?? RegisterFacts.None };
                var targets = aiming[name].Targets.Select(target => TargetMeasure.Of(target, aiming[name], facts)).ToList();
                return new TargetProgressView(
                    name,
                    targets.Count(t => t.Met == true),
                    targets.Count(t => t.Met == false && t.By < today),
                    targets.Count(t => t.Met == false && t.By >= today),
                    targets.Count(t => t.Met is null),
                    $"/targets?programme={name}");
            }),
        ];
    }

    /// <summary>Lists of the console, with their filters.</summary>
    private static class Links
    {
        public static string Of(string list, string programme, int year) => $"{list}?programme={programme}&year={year}";

        /// <summary>The bodies of these standings, in a district or in all.</summary>
        public static string Institutions(string programme, IReadOnlyList<string> standings, string? district = null) =>
            $"/institutions?programme={programme}{(district is null ? "" : $"&district={district}")}&standing={string.Join(',', standings)}";
    }
}
