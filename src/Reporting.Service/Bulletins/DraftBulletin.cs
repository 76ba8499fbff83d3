using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.LeagueTables;
using Reporting.Monitoring;
using Reporting.Packs;
using Reporting.PeriodicReports;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Reporting.Bulletins;

/// <summary>
/// The city has a bulletin generated: of an issued league table, of the reports that are missing, of a span's figures, or of whom it commends.
/// </summary>
internal static class DraftBulletin
{
    /// <summary>Of what.</summary>
    /// <param name="Kind">What it is made of.</param>
    /// <param name="LeagueTableId">The league table; of that kind alone.</param>
    /// <param name="Programme">The programme; of the other kinds.</param>
    /// <param name="Year">The span's year.</param>
    /// <param name="Round">The span's number.</param>
    /// <param name="Cases">Whom it commends and for what; of a commendation alone.</param>
    internal sealed record Request(BulletinKind Kind, Guid? LeagueTableId, string? Programme, int? Year, int? Round, IReadOnlyList<CommendedLine>? Cases = null);

    private sealed record Source(string Programme, string Jurisdiction, int Year, int Round, WrittenBulletin Written, IReadOnlyList<CommendedCase> Cases);

    public static void Map(IEndpointRouteBuilder bulletins) => bulletins
        .MapPost("/", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .RequireIdempotencyKey()
        .WithSummary("Generates the draft of a bulletin");

    /// <summary>What a span's bulletin would be written like now.</summary>
    public static async Task<Outcome<WrittenBulletin>> AgainAsync(
        Bulletin bulletin, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var request = new Request(bulletin.Kind, null, bulletin.Programme, bulletin.Year, bulletin.Round);
        return (await OfSpanAsync(request, db, packs, caller, today, cancellationToken)).Accepted(out var source, out var refusal) ? source.Written : refusal;
    }

    private static async Task<CreatedAnswer<BulletinDetail>> HandleAsync(
        Request request, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<Bulletin>>(
            async ct =>
            {
                var found = request.Kind switch
                {
                    BulletinKind.LeagueTable => await OfTableAsync(request, db, packs, caller, clock.Today, ct),
                    BulletinKind.Commendation => await OfCasesAsync(request, db, packs, caller, clock.Today, ct),
                    _ => await OfSpanAsync(request, db, packs, caller, clock.Today, ct),
                };
                if (!found.Accepted(out var source, out var refusal))
                {
                    return refusal;
                }

                var bulletin = new Bulletin
                {
                    Id = Guid.CreateVersion7(),
                    Jurisdiction = source.Jurisdiction,
                    Programme = source.Programme,
                    Kind = request.Kind,
                    LeagueTableId = request.Kind == BulletinKind.LeagueTable ? request.LeagueTableId : null,
                    Year = source.Year,
                    Round = source.Round,
                    Clause = source.Written.Clause,
                    Status = BulletinStatus.Draft,
                    TitleZh = source.Written.Title.Zh,
                    TitleEn = source.Written.Title.En,
                    Blocks = Bulletin.WriteBlocks(source.Written.Blocks),
                    Cases = Bulletin.WriteCases(source.Cases),
                    Writers = [.. caller.Hands().Subjects()],
                    Named = [.. source.Written.Named],
                    DraftedByName = caller.SignedName(),
                    DraftedAt = clock.UtcNow,
                };
                db.Add(bulletin);
                return bulletin;
            },
            cancellationToken);
        return outcome.ToCreated(bulletin => BulletinDetail.Of(bulletin, caller), view => $"/api/reporting/bulletins/{view.Bulletin.Id}");
    }

    private static async Task<Outcome<Source>> OfTableAsync(
        Request request, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var table = await db.LeagueTables.AsNoTracking().VisibleTo(caller).SingleOrDefaultAsync(t => t.Id == request.LeagueTableId, cancellationToken);
        if (table is null)
        {
            return Refusal.NotFound("league table", request.LeagueTableId ?? Guid.Empty, "评比表");
        }

        var content = table.Read();
        return table.Status == LeagueTableStatus.Issued
            ? new Source(
                table.Programme,
                table.Jurisdiction,
                table.Year,
                table.Round,
                WriteBulletin.Of(
                    content,
                    await StillMissingAsync(table, content, db, today, cancellationToken),
                    await packs.RulingAsync(table.Programme, content.To, cancellationToken)),
                [])
            : Refusal.Conflict("wrong-status", content.Citation.ClauseId, "评比表发布后方可通报。", "A league table is issued before a bulletin tells of it.").With("status", table.Status);
    }

    // P-5: whoever has handed in since the table was made, or was extended, is not named by it once more.
    private static Task<List<MissingBody>> StillMissingAsync(
        LeagueTable table, LeagueContent content, ReportingDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var names = content.Rows.SelectMany(row => row.Missing).ToList();
        return db.PeriodicReports.AsNoTracking()
            .Where(r => r.Programme == table.Programme && r.Institution.Jurisdiction == table.Jurisdiction && r.Year == table.Year && r.Round == table.Round)
            .MissingOn(today)
            .Where(r => names.Contains(r.Institution.Name))
            .OrderBy(r => r.Institution.Name).ThenBy(r => r.InstitutionId)
            .Take(SpanReturns.MostBodies)
            .Select(r => new MissingBody(r.InstitutionId, r.Institution.Name))
            .ToListAsync(cancellationToken);
    }

    private static async Task<Outcome<Source>> OfSpanAsync(
        Request request, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await MonitoredRound.FindAsync(packs, request.Programme ?? "", request.Year, request.Round, caller, today, cancellationToken);
        if (!found.Accepted(out var monitored, out var refusal))
        {
            return refusal;
        }

        var clause = monitored.Pack.ClauseOf(PackQuestions.Monitoring);
        if (CheckSpan(request.Kind, monitored, clause, today) is { } early)
        {
            return early;
        }

        var returns = await SpanReturns.OfAsync(monitored, db, today, cancellationToken);
        if (returns.TrueForAll(one => request.Kind == BulletinKind.MissingReports ? one.State != ReturnState.Missing : one.State != ReturnState.Accepted))
        {
            return Refusal.Conflict("nothing-to-tell", clause, "本期没有可通报的内容。", "There is nothing to tell of this span.");
        }

        return new Source(
            monitored.Pack.Programme,
            monitored.Pack.Jurisdiction,
            monitored.Year,
            monitored.Span.Number,
            request.Kind == BulletinKind.MissingReports
                ? WriteBulletin.OfMissing(monitored, returns, clause)
                : WriteBulletin.OfMonitoring(monitored, returns, clause),
            []);
    }

    // HB-30: a programme whose procedure has no commendation commends nobody here.
    private static async Task<Outcome<Source>> OfCasesAsync(
        Request request, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var ruling = await packs.RulingWithAsync(request.Programme ?? "", PackQuestions.Commendation, caller, today, cancellationToken);
        if (!ruling.Accepted(out var pack, out var unknown))
        {
            return unknown;
        }

        var year = request.Year ?? today.Year;
        if (CheckYear(year, pack, today) is { } wrong)
        {
            return wrong;
        }

        return (await CommendationCases.DecideAsync(request.Cases, pack, year, db, packs, caller, today, cancellationToken)).Accepted(out var cases, out var refusal)
            ? new Source(pack.Programme, pack.Jurisdiction, year, 0, Commendation.Write(pack, year, cases, pack.ClauseOf(PackQuestions.Commendation)), cases)
            : refusal;
    }

    /// <summary>The refusal of a year that the programme has not come to; null where it has.</summary>
    public static Refusal? CheckYear(int year, PolicyPack pack, DateOnly today) => year >= pack.FirstYear() && year <= today.Year
        ? null
        : Refusal.BadInput("year", year, $"年度应在 {pack.FirstYear()} 至 {today.Year} 之间。", $"The year is one from {pack.FirstYear()} to {today.Year}.");

    /// <summary>Why the span is not told of yet: a report is missing from the first day after its last (P-2); null where it may be.</summary>
    public static Refusal? CheckSpan(BulletinKind kind, MonitoredRound monitored, string clause, DateOnly today)
    {
        var last = kind == BulletinKind.MissingReports ? monitored.Span.DueOn : monitored.Span.To;
        return today > last
            ? null
            : Refusal.Conflict("round-not-over", clause, $"{last:yyyy-MM-dd} 之后方可通报。", $"The bulletin can be written after {last:yyyy-MM-dd}.").With("to", last);
    }
}
