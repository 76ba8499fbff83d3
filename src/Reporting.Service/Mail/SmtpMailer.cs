using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Reporting.Mail;

/// <summary>A mail: plain text to one address. The same mail sent again has the same ID.</summary>
internal sealed record PlainMail(string Id, string To, string Subject, string Text);

/// <summary>The mail server is not there, or does not let this platform in: everything waits.</summary>
internal sealed class MailServerAwayException(string message, Exception inner) : Exception(message, inner);

/// <summary>The mail server will never take a mail to this address.</summary>
internal sealed class MailRefusedException(string message, Exception inner) : Exception(message, inner);

/// <summary>
/// Hands mails to the server, over the framework's own client: it is alone here, behind <see cref="SendAsync"/> and two exceptions, so
/// that MailKit can take its place.
/// </summary>
internal static class SmtpMailer
{
    private static readonly SmtpStatusCode[] NeverToThisAddress =
    [
        SmtpStatusCode.MailboxUnavailable, SmtpStatusCode.MailboxNameNotAllowed, SmtpStatusCode.UserNotLocalTryAlternatePath,
    ];

    /// <summary>Hands a mail over.</summary>
    /// <exception cref="MailServerAwayException">Nothing goes now; the same mail may go later.</exception>
    /// <exception cref="MailRefusedException">This address is not taken.</exception>
    public static async Task SendAsync(PlainMail mail, SmtpOptions server, CancellationToken cancellationToken)
    {
        using var message = new MailMessage(server.From, mail.To)
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id}@{message.From!.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        try
        {
            using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.UseTls };
            client.Credentials = server.User.Length > 0 ? new NetworkCredential(server.User, server.Password) : null;
            await client.SendMailAsync(message, cancellationToken);
        }
        catch (SmtpFailedRecipientException e) when (NeverToThisAddress.Contains(e.StatusCode))
        {
            throw new MailRefusedException($"The server refuses the address: {(int)e.StatusCode} {e.StatusCode}", e);
        }
        catch (SmtpException e)
        {
            throw new MailServerAwayException($"{e.StatusCode}: {e.InnerException?.GetType().Name ?? e.GetType().Name}", e);
        }
    }
}
