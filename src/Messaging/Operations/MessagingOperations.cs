using Messaging.Inbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults.Authentication;

namespace Messaging.Operations;

/// <summary>What an administrator sees and does: outbox, waiting events, queues, error queues.</summary>
public static class MessagingOperations
{
    /// <summary>
    /// Maps <c>/api/{service}/operations/…</c> for administrators and, in development, <c>GET /dev/quiet</c>.
    /// </summary>
    public static WebApplication MapMessagingOperations(this WebApplication app)
    {
        var service = app.Services.GetRequiredService<Reactions>().Service;
        var operations = app.MapGroup($"/api/{service}/operations").RequireRoles(Roles.Admin).WithTags("operations");
        operations.MapGet("/outbox", OutboxOperations.InspectAsync);
        operations.MapPost("/outbox/{sequence:long}/requeue", OutboxOperations.RequeueAsync);
        operations.MapGet("/waiting", WaitingOperations.InspectAsync);
        operations.MapPost("/waiting/{sequence:long}/apply", WaitingOperations.ApplyAsync);
        operations.MapGet("/queues", QueueOperations.InspectAsync);
        operations.MapGet("/errors/{queue}", QueueOperations.PeekAsync);
        operations.MapPost("/errors/{queue}/replay", QueueOperations.ReplayAsync);

        if (app.Environment.IsDevelopment())
        {
            // Asked by the gateway and by tests, before anybody has a token.
            app.MapGet("/dev/quiet", (Quietness quietness, CancellationToken ct) => quietness.LookAsync(ct))
                .AllowAnonymous()
                .WithTags("development");
        }

        return app;
    }
}
