using ServiceDefaults.Authentication;

namespace Reporting.Tasks;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class TaskRoutes
{
    /// <summary>Who reads the board.</summary>
    public static readonly string[] Readers = [Roles.DistrictReviewer, Roles.CityReviewer, Roles.Leader, Roles.Auditor];

    /// <summary>Who names persons and reports progress; for which units, <see cref="TaskBoard.MayReport"/> decides.</summary>
    public static readonly string[] Reporters = [Roles.DistrictReviewer, Roles.CityReviewer];

    public static void MapTasks(this IEndpointRouteBuilder service)
    {
        ReadBoard.Map(service.MapGroup("/task-board").WithTags("Tasks"));
        var duties = service.MapGroup("/task-duties").WithTags("Tasks");
        ReadDuties.Map(duties);
        NameDuty.Map(duties);
        ReportProgress.Map(duties);
        CompleteDuty.Map(duties);
        ConfirmDuty.Map(duties);
        AttachToTask.Map(duties);
        FileRoadmap.Map(service.MapGroup("/roadmaps").WithTags("Tasks"));
    }
}
