using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Calls;

/// <summary>The calls, newest first: to whoever signs in its jurisdiction's, to everybody without login all that were published.</summary>
internal static class ReadCalls
{
    public static Refusal NotFound(Guid id) => Refusal.NotFound("call", id, "申报通知");

    public static Task<Page<CallView>> ListAsync(
        string? programme, bool? open, PageQuery page, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        return PageAsync(db.Calls.AsNoTracking().Where(call => call.Jurisdiction == jurisdiction), programme, open, page, clock, cancellationToken);
    }

    public static async Task<Answer<CallView>> GetAsync(Guid id, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Jurisdiction == jurisdiction, cancellationToken);
        Outcome<CallView> outcome = call is null ? NotFound(id) : CallView.Of(call, clock.UtcNow);
        return outcome.ToHttp();
    }

    public static Task<Page<CallView>> ListPublicAsync(
        string? programme, string? jurisdiction, bool? open, PageQuery page, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var calls = db.Calls.AsNoTracking();
        return PageAsync(jurisdiction is null ? calls : calls.Where(call => call.Jurisdiction == jurisdiction), programme, open, page, clock, cancellationToken);
    }

    private static async Task<Page<CallView>> PageAsync(
        IQueryable<Call> calls, string? programme, bool? open, PageQuery page, BusinessClock clock, CancellationToken cancellationToken)
    {
        var (now, today) = (clock.UtcNow, clock.Today);
        calls = programme is null ? calls : calls.Where(call => call.Programme == programme);
        calls = open is null ? calls : calls.Where(call => (call.OpensOn <= today && call.ClosesOn >= today && (call.ClosedAt == null || call.ClosedAt > now)) == open);
        return (await calls.ToPageAsync(page, call => call.Id, cancellationToken, newestFirst: true)).Select(call => CallView.Of(call, now));
    }
}

/// <summary>A call as everybody reads it.</summary>
internal sealed record CallView(
    Guid Id,
    string Programme,
    string Jurisdiction,
    string Title,
    IReadOnlyList<string> Categories,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly LastDay,
    string DocumentNumber,
    string Materials,
    string Clause,
    DateTime PublishedAt,
    bool IsOpen,
    bool IsOver,
    DateTime? ClosedAt,
    string? CloseReason,
    long Version) : IETagged
{
    public static CallView Of(Call call, DateTime now) => new(
        call.Id,
        call.Programme,
        call.Jurisdiction,
        call.Title,
        call.Categories,
        call.OpensOn,
        call.ClosesOn,
        call.LastDay,
        call.DocumentNumber,
        call.Materials,
        call.Clause,
        call.PublishedAt,
        call.IsOpenAt(now),
        call.IsOverAt(now),
        call.ClosedAt,
        call.CloseReason,
        call.Version);
}
