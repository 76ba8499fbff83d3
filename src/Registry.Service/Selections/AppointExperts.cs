using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Experts;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Selections;

/// <summary>The city appoints further experts to an open selection: recusals may have left too few (ZS-15).</summary>
internal static class AppointExperts
{
    internal sealed record AppointRequest(IReadOnlyList<OpenSelection.AppointedExpert> Experts);

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

                var ids = request.Experts.IdsOf();
                var experts = await db.Experts.Where(e => e.Jurisdiction == caller.Jurisdiction && ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
                var applications = selection.Standing(await db.ApplicationsAsync(selection, ct)).Select(entry => entry.ApplicationId).ToHashSet();
                if (Check(selection, request, experts, pack.ClauseOf(Procedure.ExpertReview)) is { } refused)
                {
                    return refused;
                }

                var standing = db.Applications.Local.Where(a => applications.Contains(a.Id)).ToList();
                selection.Sheets.AddRange(OpenSelection.Sheets(standing, request.Experts.Select(line => experts[line.ExpertId])));
                selection.Version++;
                await db.SaveChangesAsync(ct);
                return SelectionView.Of(selection);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    /// <summary>What stands against appointing these; null where nothing does.</summary>
    public static Refusal? Check(Selection selection, AppointRequest request, IReadOnlyDictionary<Guid, Expert> experts, string clause)
    {
        if (selection.Status != SelectionStatus.Open)
        {
            return selection.NotNow(clause, "评审已结束,不能增聘专家。", "The review is concluded; no expert can be added.");
        }

        if (OpeningChecks.Appointed(request.Experts, experts) is { } wrong)
        {
            return wrong;
        }

        var appointed = selection.Sheets.Select(sheet => sheet.ExpertId).ToHashSet();
        if (request.Experts.FirstOrDefault(line => appointed.Contains(line.ExpertId)) is { } again)
        {
            return Refusal.Conflict("appointed-already", clause, $"专家“{experts[again.ExpertId].Name}”已在本次评审中。", $"The expert {experts[again.ExpertId].Name} is in this review already.")
                .With("expertId", again.ExpertId);
        }

        return appointed.Count + request.Experts.Count > OpeningChecks.MaxExperts
            ? Refusal.BadInput(
                "experts", appointed.Count + request.Experts.Count, $"一次评审最多 {OpeningChecks.MaxExperts} 名专家。", $"A review has at most {OpeningChecks.MaxExperts} experts.")
            : null;
    }
}
