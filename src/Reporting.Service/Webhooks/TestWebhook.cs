using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using Reporting.Deliveries;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Webhooks;

/// <summary>An administrator has a test message posted to a messenger, also before it is turned on, and sees at once whether it arrived.</summary>
internal static class TestWebhook
{
    /// <summary>The test message that the messenger has taken.</summary>
    /// <param name="Id">The key that it was posted under, in the header <c>X-Platform-Delivery</c>.</param>
    internal sealed record TestedView(Guid Id);

    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapPost("/{jurisdiction}/test", HandleAsync)
        .RequireRoles(Roles.Admin)
        .WithSummary("Posts a test message to a bureau's messenger and tells whether it was taken");

    // Not kept: it is no notice, and whoever sends it waits for the answer.
    private static async Task<Answer<TestedView>> HandleAsync(
        string jurisdiction, ReportingDb db, IEnumerable<IDeliverySender> senders, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var webhook = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Jurisdiction == jurisdiction, cancellationToken);
        if (webhook is null)
        {
            return ((Outcome<TestedView>)Refusal.NotFound("webhook", jurisdiction, "即时通讯设置")).ToHttp();
        }

        var message = Message(webhook, http.Caller().Name, clock.Today);
        var sent = await senders.OfType<WebhookSender>().Single().SendAsync(webhook, message, cancellationToken);
        Outcome<TestedView> outcome = sent.Kind == DeliveryOutcomeKind.Sent
            ? new TestedView(message.Id)
            : Refusal.Conflict(
                "test-message-not-taken",
                "P-5",
                $"测试消息未送达（{sent.Error}），请核对网址和接收方的状态后再试。",
                $"The test message did not arrive ({sent.Error}). Check the address and whoever runs the messenger, and try again.").With("url", webhook.Url);
        return outcome.ToHttp();
    }

    private static Delivery Message(Webhook webhook, string sender, DateOnly today) => new()
    {
        Key = "test",
        Channel = DeliveryChannel.Webhook,
        Jurisdiction = webhook.Jurisdiction,
        Recipient = webhook.Jurisdiction,
        Day = today,
        Body = JsonSerializer.Serialize<IReadOnlyList<DeliveredNotice>>(
            [new DeliveredNotice(Guid.Empty, "test", NoticeTopic.Work, $"测试消息，由{sender}发出，无需处理。", $"A test message sent by {sender}; nothing is to be done.", null, "/notifications", today)],
            StrictJson.Options),
        Notices = 1,
    };
}
