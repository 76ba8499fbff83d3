using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Institutions;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Places;

/// <summary>District or city say to which park an institution belongs (EI-12, EI-13), where its application did not or it has moved since.</summary>
internal static class MoveToPark
{
    private const string Clause = "EI-13";

    /// <summary>The park's code; null takes it out of its park.</summary>
    internal sealed record ParkRequest(string? Park);

    public static async Task<Answer<InstitutionView>> HandleAsync(
        Guid id, ParkRequest request, IfMatch seen, HttpContext http, RegistryDb db, BusinessClock clock, CancellationToken cancellationToken)
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
                    return Refusal.Conflict("in-that-park", Clause, "该机构已在该园区。", "The institution belongs to that park already.").With("park", request.Park);
                }

                institution.Park = request.Park;
                institution.Version++;
                return institution;
            },
            cancellationToken);
        return outcome.ToHttp(InstitutionView.Of);
    }
}
