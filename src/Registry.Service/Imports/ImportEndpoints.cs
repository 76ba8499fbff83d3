using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;

namespace Registry.Imports;

/// <summary>The addresses of imports.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("imports");
        var desk = imports.MapGroup("").RequireRoles(Roles.CityReviewer);
        desk.MapPost("", UploadImport.HandleAsync).AcceptsAttachment();
        desk.MapPost("/{id:guid}/confirm", ConfirmImport.HandleAsync);
        desk.MapPost("/{id:guid}/dismiss", DismissImport.HandleAsync);
        desk.MapGet("/template", ReadImports.Template);
        desk.MapGet("/columns", ReadImports.ColumnsAsync);
        var readers = imports.MapGroup("").RequireRoles(Roles.CityReviewer, Roles.Leader, Roles.Auditor);
        readers.MapGet("", ReadImports.ListAsync);
        readers.MapGet("/{id:guid}", ReadImports.GetAsync);
        readers.MapGet("/{id:guid}/rows", ReadImports.RowsAsync);
        readers.MapGet("/{id:guid}/errors", ReadImports.ErrorsAsync);
        readers.MapGet("/{id:guid}/errors/export", ReadImports.ExportErrorsAsync);
    }
}
