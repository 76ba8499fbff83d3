using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace ServiceDefaults.AccessLog;

/// <summary>An entry of the access log.</summary>
/// <param name="Id">Its key.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Person">Whose token; null where nobody was signed in.</param>
/// <param name="PersonName">That person's name.</param>
/// <param name="Jurisdiction">That person's jurisdiction.</param>
/// <param name="Method">The HTTP method: GET reads, the others write.</param>
/// <param name="Route">The address's pattern.</param>
/// <param name="SubjectId">What it was about.</param>
/// <param name="Status">The HTTP status of the answer.</param>
public sealed record AccessView(
    Guid Id, DateTime At, string? Person, string? PersonName, string? Jurisdiction, string Method, string Route, string? SubjectId, int Status);

/// <summary>What an auditor asks the log for.</summary>
public sealed record AccessQuery
{
    /// <summary>What it was about: a key.</summary>
    public string? Subject { get; init; }

    /// <summary>Who: a token's subject or a name.</summary>
    public string? Person { get; init; }

    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>True for writes alone, false for reads alone.</summary>
    public bool? Writes { get; init; }

    /// <summary>True for what was refused or turned away alone.</summary>
    public bool? Refused { get; init; }

    /// <summary>The first day, in Shanghai.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>The log for auditors: each its jurisdiction's, an administrator the whole.</summary>
internal static class ReadAccessLog
{
    private const int FirstRefusal = StatusCodes.Status400BadRequest;

    public static async Task<Page<AccessView>> ListAsync(
        [AsParameters] AccessQuery query, PageQuery page, HttpContext context, PlatformDbContext db, CancellationToken cancellationToken) =>
        (await Chosen(query, context.Caller(), db).ToPageAsync(page, entry => entry.Id, cancellationToken, newestFirst: true)).Select(ViewOf);

    internal static AccessView ViewOf(AccessEntry entry) => new(
        entry.Id, entry.At, entry.Person, entry.PersonName, entry.Jurisdiction, entry.Method, entry.Route, entry.SubjectId, entry.Status);

    internal static IQueryable<AccessEntry> Chosen(AccessQuery query, Caller caller, PlatformDbContext db)
    {
        var (all, jurisdiction) = (caller.Is(Roles.Admin), caller.Jurisdiction);
        var entries = db.Set<AccessEntry>().AsNoTracking().Where(entry => all || (jurisdiction != null && entry.Jurisdiction == jurisdiction));
        entries = query.Subject is { } subject ? entries.Where(entry => entry.SubjectId == subject) : entries;
        entries = query.Person is { } person ? entries.Where(entry => entry.Person == person || entry.PersonName == person) : entries;
        entries = query.Method is { } method ? entries.Where(entry => entry.Method == method) : entries;
        entries = query.Writes is { } writes ? entries.Where(entry => entry.Method != HttpMethods.Get == writes) : entries;
        entries = query.Refused is { } refused ? entries.Where(entry => entry.Status >= FirstRefusal == refused) : entries;
        if (query.From is { } from)
        {
            var first = BusinessClock.StartOf(from);
            entries = entries.Where(entry => entry.At >= first);
        }

        if (query.To is { } to)
        {
            var end = BusinessClock.StartOf(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }
}
