using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Deliveries;

/// <summary>An administrator sends again what was parked, or what waits for its next attempt.</summary>
internal static class RetryDelivery
{
    public static void Map(IEndpointRouteBuilder deliveries) => deliveries
        .MapPost("/{id:guid}/retry", HandleAsync)
        .RequireRoles(Roles.Admin)
        .WithSummary("Sends a delivery again that did not go through");

    private static async Task<Answer<DeliveryView>> HandleAsync(Guid id, ReportingDb db, CancellationToken cancellationToken) =>
        (await db.WriteAsync<Outcome<DeliveryView>>(
            async ct =>
            {
                var delivery = await db.Deliveries.SingleOrDefaultAsync(d => d.Id == id, ct);
                if (delivery is null)
                {
                    return Refusal.NotFound("delivery", id, "发送记录");
                }

                if (delivery.State == DeliveryState.Sent)
                {
                    return Refusal.Conflict("delivery-sent", "P-5", "该通知已送达，无需重发。", "It has been delivered; there is nothing to send again.");
                }

                delivery.Retry();
                await db.SaveChangesAsync(ct);
                return DeliveryView.Of(delivery);
            },
            cancellationToken)).ToHttp();
}
