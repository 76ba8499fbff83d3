using Reporting.Evidence;
using Reporting.FigureTables;
using ServiceDefaults.Authentication;

namespace Reporting.PeriodicReports;

/// <summary>The feature's endpoints, one file each.</summary>
internal static class PeriodicReportRoutes
{
    /// <summary>Who reads reports and what monitoring makes of them.</summary>
    public static readonly string[] Readers =
        [Roles.Operator, Roles.DistrictReviewer, Roles.CityReviewer, Roles.Expert, Roles.FinanceMaker, Roles.FinanceApprover, Roles.Leader, Roles.Auditor];

    public static void MapPeriodicReports(this IEndpointRouteBuilder service)
    {
        var reports = service.MapGroup("/periodic-reports").WithTags("PeriodicReports");
        ReadReports.Map(reports);
        SaveReport.Map(reports);
        SubmitReport.Map(reports);
        ReturnReport.Map(reports);
        RecallReturn.Map(reports);
        AcceptReport.Map(reports);
        GetDifference.Map(reports);
        AttachEvidence.Map(reports);
        ReadEvidence.Map(reports);
        DetachEvidence.Map(reports);
        TieAgain.Map(reports);
        GetFigureTemplate.Map(reports);
        ReadFigureTable.Map(reports);
    }
}
