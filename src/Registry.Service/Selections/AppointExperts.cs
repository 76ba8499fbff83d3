using Contracts.Refusals;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>The city appoints further experts to an open selection: recusals may have left too few (ZS-15).</summary>
internal static class AppointExperts
{
    internal sealed record AppointRequest(IReadOnlyList<Appointment.AppointedExpert>? Experts = null, Appointment.DrawRequest? Draw = null);

    public static async Task<Answer<SelectionView>> HandleAsync(
        Guid id, AppointRequest request, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<SelectionView>(
            async ct =>
            {
                if (!(await db.TakeAsync(id, seen, caller, ct)).Accepted(out var selection, out var missing))
                {
                    return missing;
                }

                if (!(await packs.RulingAsync(selection.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var clause = pack.ClauseOf(Procedure.ExpertReview);
                var applications = await db.ApplicationsAsync(selection, ct);
                if (Check(selection, applications, caller, clause) is { } refused)
                {
                    return refused;
                }

                var standing = selection.Standing(applications).Select(entry => applications[entry.ApplicationId]).ToList();
                var appointment = new Appointment(request.Experts, request.Draw);
                var taken = selection.Sheets.Select(sheet => sheet.ExpertId).ToHashSet();
                var register = await appointment.LoadAsync(db, caller, ct);
                if (!appointment.Decide(register, standing, taken, caller, clause, Drawing.NewSeed(), clock.UtcNow).Accepted(out var appointed, out var unfit))
                {
                    return unfit;
                }

                if (await db.TakeOfficeAsync(standing.Select(a => a.Id), Office.Arranger, caller, clause, ct) is { } second)
                {
                    return second;
                }

                selection.Sheets.AddRange(OpenSelection.Sheets(standing, appointed.Experts));
                selection.Drawings.AddRange(appointed.Drawing is { } drawing ? [drawing] : []);
                selection.Version++;
                await db.SaveChangesAsync(ct);
                return SelectionView.Of(selection);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>What stands against appointing anybody; null where nothing does.</summary>
    public static Refusal? Check(Selection selection, IReadOnlyDictionary<Guid, Application> applications, Caller caller, string clause) =>
        selection.Status != SelectionStatus.Open
            ? selection.NotNow(clause, "评审已结束，不能增聘专家。", "The review is concluded; no expert can be added.")
            : applications.Values.Select(application => application.CheckArranger(selection, caller, clause)).FirstOrDefault(refusal => refusal is not null);
}
