using Contracts.Refusals;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>Where the first opinions on an application lie too far apart, the city hears further experts on it; their sheets say why.</summary>
internal static class AskThirdOpinion
{
    internal sealed record ThirdOpinionRequest(
        Guid ApplicationId, IReadOnlyList<Appointment.AppointedExpert>? Experts = null, Appointment.DrawRequest? Draw = null);

    public static async Task<Answer<SelectionView>> HandleAsync(
        Guid id, ThirdOpinionRequest request, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
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
                if (Check(selection, request.ApplicationId, applications, caller, clause) is { } refused)
                {
                    return refused;
                }

                var (application, appointment) = (applications[request.ApplicationId], new Appointment(request.Experts, request.Draw));
                var register = await appointment.LoadAsync(db, caller, ct);
                // Who gives a further opinion on one application may give one on another.
                var taken = selection.Sheets.Where(sheet => sheet.ApplicationId == application.Id).Select(sheet => sheet.ExpertId).ToHashSet();
                if (!appointment.Decide(register, [application], taken, caller, clause, Drawing.NewSeed(), clock.UtcNow).Accepted(out var appointed, out var unfit))
                {
                    return unfit;
                }

                if (await db.TakeOfficeAsync([application.Id], Office.Arranger, caller, clause, ct) is { } second)
                {
                    return second;
                }

                Add(selection, application, appointed);
                await db.SaveChangesAsync(ct);
                return SelectionView.Of(selection);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>What stands against hearing further experts on this application; null where its first opinions lie too far apart.</summary>
    public static Refusal? Check(
        Selection selection, Guid applicationId, IReadOnlyDictionary<Guid, Application> applications, Caller caller, string clause)
    {
        if (selection.Status != SelectionStatus.Open)
        {
            return selection.NotNow(clause, "评审已结束，不能增加复评。", "The review is concluded; no further opinion can be heard.");
        }

        if (!selection.Standing(applications).Any(entry => entry.ApplicationId == applicationId))
        {
            return ApplicationDesk.NotFound(applicationId);
        }

        if (applications[applicationId].CheckArranger(selection, caller, clause) is { } own)
        {
            return own;
        }

        return Dispersion.IsAboveLimit(selection, applicationId)
            ? null
            : Refusal.Conflict(
                    "not-dispersed",
                    clause,
                    selection.DispersionLimit is { } limit ? $"该申请的评分尚未齐备，或相差未超过 {limit} 分，无需复评。" : "该项目没有评分分差过大须复评的规定。",
                    selection.DispersionLimit is { } most
                        ? $"Not all scores of the application are in, or they lie no more than {most} points apart; it wants no further opinion."
                        : "This programme asks for no further opinion, however far scores lie apart.")
                .With("applicationId", applicationId).With("limit", selection.DispersionLimit);
    }

    /// <summary>Each of them gets a sheet that says how far the first opinions lie apart.</summary>
    public static void Add(Selection selection, Application application, Appointment.Appointed appointed)
    {
        var spread = Dispersion.SpreadOf(selection, application.Id);
        selection.Sheets.AddRange(OpenSelection.Sheets([application], appointed.Experts, spread));
        if (appointed.Drawing is { } drawing)
        {
            selection.Drawings.Add(drawing with { ApplicationId = application.Id });
        }

        selection.Version++;
    }
}
