using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace ServiceDefaults.Idempotency;

/// <summary>
/// The key row is inserted first, in the transaction of the work: of two equal requests at once the second waits on that row
/// and then finds the answer of the first. If the first is refused or fails, its row goes with it and the second does the work.
/// </summary>
internal sealed class IdempotencyFilter : IEndpointFilter
{
    private const int Attempts = 3;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var db = http.RequestServices.GetRequiredService<PlatformDbContext>();
        var record = new IdempotencyRecord
        {
            Subject = http.Caller().Subject,
            Endpoint = IdempotencyKeys.EndpointOf(http),
            Key = IdempotencyKeys.KeyOf(http.Request),
            RequestHash = await IdempotencyKeys.HashAsync(http.Request, http.RequestAborted),
            StoredAt = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
        };

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.WriteAsync(ct => FirstAsync(db, record, context, next, ct), http.RequestAborted);
            }
            catch (KeyTakenException) when (attempt < Attempts)
            {
                // The other one has committed; its answer is there, unless it is just being forgotten.
            }

            if (await Same(db, record).AsNoTracking().SingleOrDefaultAsync(http.RequestAborted) is { } stored)
            {
                return stored.RequestHash == record.RequestHash
                    ? new StoredAnswer(stored, Replayed: true)
                    : Refused(record);
            }
        }
    }

    private static async Task<IResult> FirstAsync(
        PlatformDbContext db, IdempotencyRecord record, EndpointFilterInvocationContext context, EndpointFilterDelegate next, CancellationToken ct)
    {
        await TakeKeyAsync(db, record, ct);
        await AnswerBuffer.FillAsync(context.HttpContext, record, await next(context));
        if (record.Status is < 200 or > 299)
        {
            db.RefuseWrite();
        }
        else
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                UPDATE "IdempotencyRecords"
                SET "Status" = {record.Status}, "ContentType" = {record.ContentType}, "Location" = {record.Location}, "ETag" = {record.ETag}, "Body" = {record.Body}
                WHERE "Subject" = {record.Subject} AND "Endpoint" = {record.Endpoint} AND "Key" = {record.Key}
                """,
                ct);
        }

        return new StoredAnswer(record, Replayed: false);
    }

    // In plain SQL, as is the answer's: neither concerns the change tracker, which the handler may clear, nor needs a savepoint.
    private static async Task TakeKeyAsync(PlatformDbContext db, IdempotencyRecord record, CancellationToken ct)
    {
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "IdempotencyRecords" ("Subject", "Endpoint", "Key", "RequestHash", "StoredAt", "Status", "Body")
                VALUES ({record.Subject}, {record.Endpoint}, {record.Key}, {record.RequestHash}, {record.StoredAt}, {record.Status}, {record.Body})
                """,
                ct);
        }
        catch (DbException e) when (e.IsUniqueViolation())
        {
            throw new KeyTakenException(e);
        }
    }

    private static IQueryable<IdempotencyRecord> Same(PlatformDbContext db, IdempotencyRecord record) =>
        db.Set<IdempotencyRecord>().Where(r => r.Subject == record.Subject && r.Endpoint == record.Endpoint && r.Key == record.Key);

    private static ProblemAnswer Refused(IdempotencyRecord record) => new(IdempotencyKeys.Reused(record.Key));

    private sealed class KeyTakenException(Exception inner) : Exception("The key has been taken in the meantime.", inner);
}
