using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Mail;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Reporting.Deliveries;

/// <summary>A delivery as an administrator sees it; not what it tells.</summary>
internal sealed record DeliveryView(
    Guid Id,
    DeliveryChannel Channel,
    string? Jurisdiction,
    string Recipient,
    DateOnly Day,
    int Notices,
    DeliveryState State,
    int Attempts,
    DateTime? NextAttemptAt,
    string? LastError,
    DateTime? SentAt)
{
    public static DeliveryView Of(Delivery d) => new(
        d.Id,
        d.Channel,
        d.Jurisdiction,
        d.Recipient,
        d.Day,
        d.Notices,
        d.State,
        d.Attempts,
        d.State == DeliveryState.Waiting && d.Attempts > 0 ? d.NextAttemptAt : null,
        d.LastError,
        d.SentAt);
}

/// <summary>How a channel stands: whether it is set up, and what has not left.</summary>
internal sealed record ChannelView(DeliveryChannel Channel, bool Configured, int Waiting, int Parked, DateOnly? OldestWaiting);

/// <summary>How the ways out stand.</summary>
internal sealed record ChannelsView(IReadOnlyList<ChannelView> Channels);

/// <summary>What has left the platform and what has not, for administrators.</summary>
internal static class ReadDeliveries
{
    public static void Map(IEndpointRouteBuilder deliveries)
    {
        deliveries.MapGet("/", ListAsync).RequireRoles(Roles.Admin).WithSummary("Mails and messenger posts, newest first");
        deliveries.MapGet("/channels", ChannelsAsync).RequireRoles(Roles.Admin).WithSummary("How mail and messenger stand");
    }

    private static async Task<Page<DeliveryView>> ListAsync(
        Choice<DeliveryChannel>? channel, Choice<DeliveryState>? state, PageQuery page, ReportingDb db, CancellationToken cancellationToken)
    {
        var (onlyChannel, onlyState) = (channel?.Value, state?.Value);
        return (await db.Deliveries.AsNoTracking()
            .Where(d => (onlyChannel == null || d.Channel == onlyChannel) && (onlyState == null || d.State == onlyState))
            .ToPageAsync(page, d => d.Id, cancellationToken, newestFirst: true)).Select(DeliveryView.Of);
    }

    private static async Task<ChannelsView> ChannelsAsync(ReportingDb db, IOptions<SmtpOptions> smtp, CancellationToken cancellationToken)
    {
        var left = await db.Deliveries.Where(d => d.State != DeliveryState.Sent)
            .GroupBy(d => new { d.Channel, d.State })
            .Select(g => new { g.Key.Channel, g.Key.State, Count = g.Count(), Oldest = g.Min(d => d.Day) })
            .ToListAsync(cancellationToken);
        var messengers = await db.Webhooks.AnyAsync(w => w.Enabled, cancellationToken);
        return new ChannelsView([Channel(DeliveryChannel.Mail, smtp.Value.IsConfigured), Channel(DeliveryChannel.Webhook, messengers)]);

        ChannelView Channel(DeliveryChannel channel, bool configured)
        {
            var waiting = left.Find(g => g.Channel == channel && g.State == DeliveryState.Waiting);
            return new ChannelView(channel, configured, waiting?.Count ?? 0, left.Find(g => g.Channel == channel && g.State == DeliveryState.Parked)?.Count ?? 0, waiting?.Oldest);
        }
    }
}
