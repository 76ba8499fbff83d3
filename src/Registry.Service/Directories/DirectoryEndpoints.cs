namespace Registry.Directories;

/// <summary>The addresses of the directory; those under <c>/public</c> are everybody's, without login.</summary>
internal static class DirectoryEndpoints
{
    public static void MapDirectory(this RouteGroupBuilder api)
    {
        var institutions = api.MapGroup("/institutions").WithTags("institutions").RequireAuthorization();
        institutions.MapGet("", ListDirectory.HandleAsync);
        institutions.MapGet("/counts", CountDirectory.HandleAsync);
        institutions.MapGet("/export", ExportDirectory.HandleAsync);
        var open = api.MapGroup("/public/institutions").AllowAnonymous().WithTags("public");
        open.MapGet("", ListDirectory.PublicAsync);
        open.MapGet("/counts", CountDirectory.PublicAsync);
        open.MapGet("/export", ExportDirectory.PublicAsync);
    }
}
