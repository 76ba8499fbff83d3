using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Institutions;

/// <summary>The city files a body on the register (备案), where its route ends so: by a case-by-case decision (EO-07), by the leading group (SD-11).</summary>
internal static class FileApplication
{
    public static async Task<CreatedAnswer<InstitutionView>> HandleAsync(
        Guid id, EnterInstitution.EntryRequest request, IfMatch seen, HttpContext http, EnterInstitution entry, CancellationToken cancellationToken)
    {
        var outcome = await entry.RunAsync(id, Procedure.Filing, request, seen, http.Caller(), cancellationToken);
        return outcome.ToCreated(InstitutionView.Of, view => $"/api/registry/institutions/{view.Id}");
    }
}
