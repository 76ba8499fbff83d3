using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Institutions;

/// <summary>The city enters a recommended body as under construction by a recorded decision (ZS-30).</summary>
internal static class EnterUnderConstruction
{
    /// <summary>The city's decision; without a name of its own the body bears the application's project name.</summary>
    internal sealed record ConstructionEntryRequest(string DocumentNumber, DateOnly DecidedOn, string? ProjectName = null);

    public static async Task<CreatedAnswer<InstitutionView>> HandleAsync(
        Guid id, ConstructionEntryRequest request, IfMatch seen, HttpContext http, EnterInstitution entry, CancellationToken cancellationToken)
    {
        var decision = new EnterInstitution.EntryRequest(request.DocumentNumber, request.DecidedOn, request.ProjectName);
        var outcome = await entry.RunAsync(id, Procedure.ConstructionEntry, decision, seen, http.Caller(), cancellationToken);
        return outcome.ToCreated(InstitutionView.Of, view => $"/api/registry/institutions/{view.Id}");
    }
}
