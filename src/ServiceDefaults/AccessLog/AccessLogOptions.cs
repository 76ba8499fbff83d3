namespace ServiceDefaults.AccessLog;

/// <summary>How the access log is kept (configuration section <c>AccessLog</c>).</summary>
public sealed class AccessLogOptions
{
    /// <summary>Days after which an entry is forgotten. The Cybersecurity Law, Article 21, asks for six months at least.</summary>
    public int RetentionDays { get; set; } = 1095;

    /// <summary>Entries of one write.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>How long entries wait to be written together.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Entries that may wait. Beyond it requests end later, so that none is lost and memory stays bounded.</summary>
    public int Capacity { get; set; } = 20_000;

    /// <summary>The most rows of an export.</summary>
    public int MostExported { get; set; } = 200_000;
}
