using Contracts.Refusals;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Bulletins;

/// <summary>Whom a commendation names: what the records give ground for, and the list of a draft as the city changes it (HB-30).</summary>
internal static class CommendationCases
{
    /// <summary>The whole list.</summary>
    internal sealed record Request(IReadOnlyList<CommendedLine> Cases);

    public static void Map(IEndpointRouteBuilder bulletins)
    {
        bulletins.MapGet("/commendable", ListAsync).RequireRoles(Roles.CityReviewer).WithSummary("What a year's records give ground to commend: duties done early, targets exceeded");
        bulletins.MapPut("/{id:guid}/cases", HandleAsync).RequireRoles(Roles.CityReviewer).WithSummary("Saves whom the draft of a commendation names, and for what");
    }

    /// <summary>The cases of a draft, held against the records of its year.</summary>
    public static async Task<Outcome<IReadOnlyList<CommendedCase>>> DecideAsync(
        IReadOnlyList<CommendedLine>? lines, PolicyPack pack, int year, ReportingDb db, PackShelf packs, Caller caller, DateOnly today, CancellationToken cancellationToken) =>
        (await Commendation.FindAsync(pack, year, db, packs, caller, today, cancellationToken)).Accepted(out var known, out var refusal)
            ? Commendation.Decide(lines, known, pack.ClauseOf(PackQuestions.Commendation))
            : refusal;

    private static async Task<Answer<Page<Commendable>>> ListAsync(
        string programme, int year, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var ruling = await packs.RulingWithAsync(programme, PackQuestions.Commendation, caller, clock.Today, cancellationToken);
        if (!ruling.Accepted(out var pack, out var unknown))
        {
            return ((Outcome<Page<Commendable>>)unknown).ToHttp();
        }

        if (DraftBulletin.CheckYear(year, pack, clock.Today) is { } wrong)
        {
            return ((Outcome<Page<Commendable>>)wrong).ToHttp();
        }

        var found = await Commendation.FindAsync(pack, year, db, packs, caller, clock.Today, cancellationToken);
        return (found.Accepted(out var known, out var refusal) ? (Outcome<Page<Commendable>>)new Page<Commendable>(known, Next: null) : refusal).ToHttp();
    }

    private static async Task<Answer<BulletinDetail>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<Bulletin>>(
            async ct =>
            {
                if (!(await db.FindBulletinAsync(id, seen, caller, ct)).Accepted(out var bulletin, out var unknown))
                {
                    return unknown;
                }

                if (bulletin.CheckDraft() is { } closed)
                {
                    return closed;
                }

                if (bulletin.Kind != BulletinKind.Commendation)
                {
                    return Refusal.Conflict("no-commendation", bulletin.Clause, "只有通报表扬列有受表扬名单。", "Only a commendation names whom it commends.").With("kind", bulletin.Kind);
                }

                var pack = await packs.RulingAsync(bulletin.Programme, clock.Today, ct);
                if (!(await DecideAsync(request.Cases, pack, bulletin.Year, db, packs, caller, clock.Today, ct)).Accepted(out var cases, out var refusal))
                {
                    return refusal;
                }

                bulletin.Take(cases, caller);
                return bulletin;
            },
            cancellationToken);
        return outcome.ToHttp(bulletin => BulletinDetail.Of(bulletin, caller));
    }

    /// <summary>Takes the cases over; where an editor left their table out it stands at the end.</summary>
    private static void Take(this Bulletin bulletin, IReadOnlyList<CommendedCase> cases, Caller caller)
    {
        var (table, blocks) = (Commendation.Table(cases), bulletin.ReadBlocks());
        bulletin.Cases = Bulletin.WriteCases(cases);
        bulletin.Blocks = Bulletin.WriteBlocks(blocks.Any(block => block.Key == Commendation.Cases)
            ? [.. blocks.Select(block => block.Key == Commendation.Cases ? table with { Text = block.Text } : block)]
            : [.. blocks, table]);
        bulletin.WrittenBy(caller);
    }
}
