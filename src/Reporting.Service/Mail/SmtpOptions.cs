namespace Reporting.Mail;

/// <summary>The mail server (configuration section <c>Smtp</c>). Without host and sender nothing is mailed, and nobody can ask for it.</summary>
internal sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    /// <summary>STARTTLS, on any port but 25 where nothing else is said.</summary>
    public bool? Tls { get; set; }

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>The domains whose addresses are mailed to; empty for any.</summary>
    public IReadOnlyList<string> Domains { get; set; } = [];

    public bool IsConfigured => Host.Length > 0 && From.Length > 0;

    public bool UseTls => Tls ?? Port != 25;
}
