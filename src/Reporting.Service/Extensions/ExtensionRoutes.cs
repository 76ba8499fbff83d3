namespace Reporting.Extensions;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class ExtensionRoutes
{
    public static void MapExtensions(this IEndpointRouteBuilder service)
    {
        ProposeExtension.Map(service.MapGroup("/periodic-reports").WithTags("Extensions"));
        var extensions = service.MapGroup("/report-extensions").WithTags("Extensions");
        ListExtensions.Map(extensions);
        ConfirmExtension.Map(extensions);
        StrikeExtension.Map(extensions);
    }
}
