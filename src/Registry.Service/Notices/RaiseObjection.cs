using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Notices;

/// <summary>Anyone objects to a body on a notice while it runs, without login (ZS-16), and gets a receipt.</summary>
internal static class RaiseObjection
{
    public const int MaxName = 100;
    public const int MaxContact = 200;

    // Far more than a notice will ever see: it bounds what a machine may store, and paper remains.
    private const int MaxPerNotice = 10_000;

    internal sealed record ObjectionRequest(Guid ApplicationId, string Name, string Contact, string Statement);

    /// <summary>What the objector takes away.</summary>
    internal sealed record ObjectionReceipt(string ReceiptNumber, Guid NoticeId, Guid ApplicationId, DateTime ReceivedAt, ObjectionStatus Status);

    public static async Task<CreatedAnswer<ObjectionReceipt>> HandleAsync(
        Guid id, ObjectionRequest request, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
    {
        var outcome = await db.WriteAsync<Outcome<Objection>>(
            async ct =>
            {
                var notice = await db.Notices.AsNoTracking().Include(n => n.Applications).SingleOrDefaultAsync(n => n.Id == id, ct);
                if (notice is null)
                {
                    return ReadNotices.NotFound(id);
                }

                var decided = Decide(request, notice, await db.Objections.CountAsync(o => o.NoticeId == id, ct), clock.UtcNow);
                if (decided.Accepted(out var objection, out _))
                {
                    db.Objections.Add(objection);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(ReceiptOf, receipt => $"/api/registry/public/objections/{receipt.ReceiptNumber}");
    }

    public static Outcome<Objection> Decide(ObjectionRequest request, Notice notice, int alreadyRaised, DateTime now)
    {
        if (!notice.RunsAt(now))
        {
            return Refusal.Conflict(
                    "notice-over",
                    notice.Clause,
                    $"公示期已于 {notice.LastDay:yyyy-MM-dd} 结束，不再受理对本次公示的异议。此后反映问题，请直接联系科技局。",
                    $"The notice ended on {notice.LastDay:yyyy-MM-dd}; objections to it are not accepted any more. After it, turn to the science bureau directly.")
                .With("postedOn", notice.PostedOn)
                .With("lastDay", notice.LastDay)
                .With("today", BusinessClock.DayOf(now));
        }

        if (notice.Applications.TrueForAll(line => line.ApplicationId != request.ApplicationId))
        {
            return Refusal.BadInput("applicationId", request.ApplicationId, "该申请不在本次公示的名单上。", "This application is not on the notice.");
        }

        var refused = Text("name", request.Name, MaxName, "请填写姓名或单位名称", "Give your name or that of your organisation")
            ?? Text("contact", request.Contact, MaxContact, "请填写联系方式，以便核实", "Say how to reach you: an objection is verified")
            ?? Text("statement", request.Statement, Reasons.MaxLength, "请写明异议的事实和理由", "State the facts and reasons of your objection");
        if (refused is null && alreadyRaised >= MaxPerNotice)
        {
            refused = Refusal.Conflict("too-many-objections", notice.Clause, "网上异议数量已达上限，请以书面形式向科技局提出。", "No more objections can be taken online; hand yours in to the science bureau on paper.")
                .With("most", MaxPerNotice);
        }

        return refused is null ? Receive(request, notice, now) : refused;
    }

    public static ObjectionReceipt ReceiptOf(Objection objection) =>
        new(objection.ReceiptNumber, objection.NoticeId, objection.ApplicationId, objection.ReceivedAt, objection.Status);

    private static Objection Receive(ObjectionRequest request, Notice notice, DateTime now) => new()
    {
        Jurisdiction = notice.Jurisdiction,
        NoticeId = notice.Id,
        ApplicationId = request.ApplicationId,
        ReceiptNumber = Objection.NewReceiptNumber(BusinessClock.DayOf(now)),
        Name = request.Name.Trim(),
        Contact = request.Contact.Trim(),
        Statement = request.Statement.Trim(),
        ReceivedAt = now,
    };

    // The answer tells a length and never the text: what a person wrote about itself is repeated nowhere.
    private static Refusal? Text(string field, string text, int most, string zh, string en) => text.Trim().Length switch
    {
        0 => Refusal.BadInput(field, 0, $"{zh}。", $"{en}."),
        var length when length > most => Refusal.BadInput(field, length, $"{zh}，不超过 {most} 字。", $"{en}, in at most {most} characters."),
        _ => null,
    };
}
