using ServiceDefaults.Authentication;

namespace Registry.Announcements;

/// <summary>The addresses of announcements, certificates and the public list; those under <c>/public</c> are everybody's, without login.</summary>
internal static class AnnouncementEndpoints
{
    public static void MapAnnouncements(this RouteGroupBuilder api)
    {
        var announcements = api.MapGroup("/announcements").WithTags("announcements");
        announcements.MapPost("", AnnounceRecognition.HandleAsync).RequireRoles(Roles.CityReviewer);
        announcements.MapGet("", ReadAnnouncements.ListAsync).RequireAuthorization();
        announcements.MapGet("/{id:guid}", ReadAnnouncements.GetAsync).RequireAuthorization();
        api.MapGet("/institutions/{id:guid}/certificate", ReadCertificates.OfInstitutionAsync).RequireAuthorization().WithTags("announcements");

        var open = api.MapGroup("/public").AllowAnonymous().WithTags("public");
        open.MapGet("/centres", ListPublicCentres.HandleAsync);
        open.MapGet("/certificates/{code}", ReadCertificates.CheckAsync);
    }
}
