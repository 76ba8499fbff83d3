using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using Registry.Packs;
using Registry.Registers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Places;

/// <summary>District or city say to which park an institution belongs (EI-12, EI-13), where its application did not or it has moved since.</summary>
internal static class MoveToPark
{
    /// <summary>The park's code; null takes it out of its park.</summary>
    internal sealed record ParkRequest(string? Park);

    public static async Task<Answer<InstitutionView>> HandleAsync(
        Guid id, ParkRequest request, IfMatch seen, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Institution>(
            async ct =>
            {
                var institution = await db.Institutions.ConcernOf(caller).Include(i => i.History).SingleOrDefaultAsync(i => i.Id == id, ct);
                if (institution is null)
                {
                    return Refusal.NotFound("institution", id, "机构");
                }

                var refused = seen.Check(institution)
                    ?? (request.Park is null
                        ? null
                        : await db.CheckPlaceAsync("park", request.Park, institution.Jurisdiction, clock.Today, park: true, ct, institution.District));
                if (refused is not null)
                {
                    return refused;
                }

                if (request.Park == institution.Park)
                {
                    return Refusal.Conflict("in-that-park", await ClauseAsync(institution, ct), "该机构已在该园区。", "The institution belongs to that park already.").With("park", request.Park);
                }

                institution.Park = request.Park;
                institution.Version++;
                await db.FollowParksAsync(ct);
                return institution;
            },
            cancellationToken);
        return outcome.ToHttp(InstitutionView.Of);

        // The clause is that of the programme which has parks look after their own; others cite none.
        async Task<string> ClauseAsync(Institution institution, CancellationToken ct) =>
            (await packs.OpenAsync(ct)).Ruling(institution.Programme, clock.Today)?.Procedure.FirstOrDefault(step => step.Role == Roles.ParkReviewer)?.Citation.ClauseId ?? "park";
    }
}
