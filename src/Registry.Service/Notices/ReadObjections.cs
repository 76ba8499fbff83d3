using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Notices;

/// <summary>The bureau's objections, oldest first; and what has become of one, for whoever holds its receipt.</summary>
internal static class ReadObjections
{
    /// <summary>How an objection stands, without what it says or who says it: a receipt may fall into other hands.</summary>
    internal sealed record ObjectionState(string ReceiptNumber, Guid NoticeId, Guid ApplicationId, DateTime ReceivedAt, ObjectionStatus Status, DateTime? DecidedAt);

    public static async Task<Page<ObjectionView>> ListAsync(
        Guid? notice, Choice<ObjectionStatus>? status, PageQuery page, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var objections = db.Objections.AsNoTracking().Where(o => o.Jurisdiction == jurisdiction);
        objections = notice is null ? objections : objections.Where(o => o.NoticeId == notice);
        var wanted = status?.Value;
        objections = wanted is null ? objections : objections.Where(o => o.Status == wanted);
        return (await objections.ToPageAsync(page, o => o.Id, cancellationToken)).Select(ObjectionView.Of);
    }

    public static async Task<Answer<ObjectionView>> GetAsync(Guid id, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var jurisdiction = http.Caller().Jurisdiction;
        var objection = await db.Objections.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.Jurisdiction == jurisdiction, cancellationToken);
        Outcome<ObjectionView> outcome = objection is null ? Refusal.NotFound("objection", id, "异议") : ObjectionView.Of(objection);
        return outcome.ToHttp();
    }

    public static async Task<Answer<ObjectionState>> GetPublicAsync(string receiptNumber, RegistryDb db, CancellationToken cancellationToken)
    {
        var number = receiptNumber.Trim().ToUpperInvariant();
        var state = await db.Objections.AsNoTracking()
            .Where(o => o.ReceiptNumber == number)
            .Select(o => new ObjectionState(o.ReceiptNumber, o.NoticeId, o.ApplicationId, o.ReceivedAt, o.Status, o.DecidedAt))
            .SingleOrDefaultAsync(cancellationToken);
        Outcome<ObjectionState> outcome = state is null ? Refusal.NotFound("objection", receiptNumber, "异议回执") : state;
        return outcome.ToHttp();
    }
}
