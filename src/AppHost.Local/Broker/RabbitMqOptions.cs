namespace AppHost.Local.Broker;

/// <summary>How a broker process is run.</summary>
public sealed record RabbitMqOptions
{
    /// <summary>The broker's own folder: messages, queues, configuration, cookie, credentials. Made when missing, kept when the broker stops.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The AMQP port on loopback; null takes a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Whether the management plugin (HTTP API and page) runs too.</summary>
    public bool Management { get; init; }

    /// <summary>The management plugin's port; null takes a free one.</summary>
    public int? ManagementPort { get; init; }

    /// <summary>The broker's user; null keeps the one of the data folder, made at the first start.</summary>
    public string? UserName { get; init; }

    /// <summary>The user's password; null keeps the one of the data folder, made at the first start.</summary>
    public string? Password { get; init; }

    /// <summary>Receives each line the broker logs; null writes <c>broker.log</c> in the data folder.</summary>
    public Action<string>? OnLine { get; init; }
}
