using Reporting.Bulletins;
using Reporting.Dashboards;
using Reporting.Deliveries;
using Reporting.Evaluations;
using Reporting.Extensions;
using Reporting.LeagueTables;
using Reporting.Missing;
using Reporting.Monitoring;
using Reporting.Notifications;
using Reporting.Objections;
using Reporting.PeriodicReports;
using Reporting.Projections;
using Reporting.Reviews;
using Reporting.Scoring;
using Reporting.Targets;
using Reporting.Tasks;

namespace Reporting;

/// <summary>Every address of the service, feature by feature.</summary>
internal static class ReportingEndpoints
{
    public static void MapReporting(this IEndpointRouteBuilder api)
    {
        api.MapReviews();
        api.MapEvaluations();
        api.MapScoring();
        api.MapObjections();
        api.MapPeriodicReports();
        api.MapExtensions();
        api.MapMissing();
        api.MapMonitoring();
        api.MapTargets();
        api.MapTasks();
        api.MapLeagueTables();
        api.MapBulletins();
        api.MapNotifications();
        api.MapDeliveries();
        api.MapDashboards();
        api.MapProjections();
    }
}
