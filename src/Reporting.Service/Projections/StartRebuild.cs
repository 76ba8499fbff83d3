using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Reporting.Projections;

/// <summary>An administrator has the projections rebuilt; one rebuild at a time.</summary>
internal static class StartRebuild
{
    public static void AddProjections(this IServiceCollection services) => services.AddScoped<MendProjections>().AddSingleton<RebuildPages>().AddJobHandler<RebuildProjections>();

    public static void MapProjections(this IEndpointRouteBuilder service)
    {
        var projections = service.MapGroup("/projections").WithTags("Projections");
        projections.MapPost("/rebuild", HandleAsync).RequireRoles(Roles.Admin).WithSummary("Builds the projections anew from the events received");
        projections.MapGet("/rebuilds", ListAsync).RequireRoles(Roles.Admin).WithSummary("The rebuilds, newest first");
    }

    private static async Task<Answer<JobView>> HandleAsync(ReportingDb db, JobQueue jobs, HttpContext http, CancellationToken cancellationToken) =>
        (await db.WriteAsync<Outcome<JobView>>(
            async ct =>
            {
                var running = await db.Set<Job>().AsNoTracking()
                    .FirstOrDefaultAsync(j => j.Kind == RebuildProjections.JobKind && (j.State == JobState.Queued || j.State == JobState.Running), ct);
                return running is not null
                    ? Refusal.Conflict("rebuild-running", "P-5", "正在重建，请等待完成。", "A rebuild is under way; wait for its end.").With("jobId", running.Id)
                    : JobView.Of(jobs.Enqueue(RebuildProjections.JobKind, "{}", http.Caller().Subject));
            },
            cancellationToken)).ToHttp();

    private static async Task<Page<JobView>> ListAsync(PageQuery page, ReportingDb db, CancellationToken cancellationToken) =>
        (await db.Set<Job>().AsNoTracking().Where(j => j.Kind == RebuildProjections.JobKind)
            .ToPageAsync(page, j => j.Id, cancellationToken, newestFirst: true)).Select(JobView.Of);
}
