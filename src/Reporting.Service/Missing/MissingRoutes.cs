namespace Reporting.Missing;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class MissingRoutes
{
    public static void MapMissing(this IEndpointRouteBuilder service)
    {
        var missing = service.MapGroup("/missing-reports").WithTags("MissingReports");
        ReadMissing.Map(missing);
        ListMissing.Map(missing);
        RecordMissing.Map(missing);
        ConfirmMissing.Map(missing);
        StrikeMissing.Map(missing);
    }
}
