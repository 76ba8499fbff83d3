using Reporting.Notifications;
using ServiceDefaults.Data;

namespace Reporting.Webhooks;

/// <summary>A bureau's messenger: where its notices are posted. Set by an administrator.</summary>
internal sealed class Webhook : IVersioned
{
    public required string Jurisdiction { get; init; }

    public required string Url { get; set; }

    /// <summary>Signs what is posted; shown once, when it is made.</summary>
    public required string Secret { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>The sorts of notices that are posted.</summary>
    public List<NoticeTopic> Topics { get; set; } = [.. Enum.GetValues<NoticeTopic>()];

    public required string SetBySubject { get; set; }

    public required string SetByName { get; set; }

    /// <summary>Instant on the business clock, UTC.</summary>
    public required DateTime SetAt { get; set; }

    public long Version { get; set; }
}

/// <summary>Where notices may be posted to (configuration section <c>Webhooks</c>).</summary>
internal sealed class WebhookOptions
{
    /// <summary>The hosts that may be posted to, <c>*.example.cn</c> for all below one; empty for none.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>Whether addresses of private networks and of this machine may be posted to.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Whether it may be without TLS; for a messenger on the same machine.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Repetitions within one attempt.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Pause before the first of them; doubled by each further one.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether a host is one of those allowed.</summary>
    public bool Allows(string host) => AllowedHosts.Any(allowed => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : string.Equals(host, allowed, StringComparison.OrdinalIgnoreCase));
}
