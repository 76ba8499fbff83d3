using System.Text;
using Microsoft.Extensions.Options;
using Reporting.Deliveries;

namespace Reporting.Mail;

/// <summary>Sends digests by mail.</summary>
internal sealed class MailSender(IOptions<SmtpOptions> smtp, IOptions<DeliveryOptions> options, TimeProvider system) : IDeliverySender
{
    public DeliveryChannel Channel => DeliveryChannel.Mail;

    public async Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!smtp.Value.IsConfigured)
        {
            return new DeliveryOutcome(DeliveryOutcomeKind.Away, "No mail server is configured.");
        }

        using var limit = new CancellationTokenSource(options.Value.Timeout, system);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await SmtpMailer.SendAsync(Write(delivery, options.Value), smtp.Value, both.Token);
            return DeliveryOutcome.Sent;
        }
        catch (MailRefusedException e)
        {
            return new DeliveryOutcome(DeliveryOutcomeKind.Refused, e.Message);
        }
        catch (MailServerAwayException e)
        {
            return new DeliveryOutcome(DeliveryOutcomeKind.Away, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome(DeliveryOutcomeKind.Away, "The mail server does not answer in time.");
        }
    }

    /// <summary>The digest as a mail: Chinese first, English below each.</summary>
    public static PlainMail Write(Delivery delivery, DeliveryOptions options)
    {
        var text = new StringBuilder()
            .AppendLine($"您有 {delivery.Notices} 条未读通知。")
            .AppendLine($"You have {delivery.Notices} unread notice(s).");
        foreach (var notice in delivery.Read())
        {
            var clause = notice.Clause is { } id ? $"[{id}] " : "";
            text.AppendLine().AppendLine($"· {notice.Day:yyyy-MM-dd} {clause}{notice.Zh}").AppendLine($"  {notice.En}").AppendLine($"  {options.Link(notice.Link)}");
        }

        text.AppendLine().AppendLine($"选择邮件内容或停收：{options.Link("/notifications/preferences")}").AppendLine("Choose there what is mailed to you, or nothing.");
        return new PlainMail($"{delivery.Id:N}", delivery.Recipient, $"科创资金监管平台 {delivery.Day:yyyy-MM-dd} 通知（{delivery.Notices}）", text.ToString());
    }
}
