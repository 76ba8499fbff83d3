using Contracts.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Authentication;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;

namespace ServiceDefaults.Jobs;

/// <summary>A job as its caller sees it.</summary>
/// <param name="Id">The key.</param>
/// <param name="Kind">The kind.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 until known.</param>
/// <param name="RequestedAt">When it was asked for, UTC.</param>
/// <param name="Result">What came out, as JSON.</param>
/// <param name="Error">Why the last attempt failed.</param>
public sealed record JobView(Guid Id, string Kind, JobState State, int Done, int Total, DateTime RequestedAt, string? Result, string? Error)
{
    /// <summary>The view of a job.</summary>
    public static JobView Of(Job job) => new(job.Id, job.Kind, job.State, job.Done, job.Total, job.RequestedAt, job.Result, job.Error);
}

/// <summary>Adds long work.</summary>
public static class JobRegistration
{
    /// <summary>Adds the handler of a kind of job; each run has a scope of its own.</summary>
    public static IServiceCollection AddJobHandler<THandler>(this IServiceCollection services)
        where THandler : class, IJobHandler =>
        services.AddScoped<IJobHandler, THandler>();

    /// <summary>Registers the queue and its worker.</summary>
    internal static IHostApplicationBuilder AddJobs(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<JobOptions>(builder.Configuration.GetSection("Jobs"));
        builder.Services.AddScoped<JobQueue>();
        builder.Services.AddHostedService<JobWorker>();
        return builder;
    }

    /// <summary>Maps <c>GET jobs/{id}</c>: for whoever asked for it, and for administrators.</summary>
    internal static void MapJobs(this IEndpointRouteBuilder routes) => routes.MapGet("/jobs/{id:guid}", GetAsync).WithTags("operations");

    private static async Task<Answer<JobView>> GetAsync(Guid id, HttpContext context, PlatformDbContext db, CancellationToken ct)
    {
        var caller = context.Caller();
        var job = await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, ct);
        Outcome<JobView> outcome = job is not null && (job.RequestedBy == caller.Subject || caller.Is(Roles.Admin))
            ? JobView.Of(job)
            : Refusal.NotFound("job", id, "任务");
        return outcome.ToHttp();
    }
}
