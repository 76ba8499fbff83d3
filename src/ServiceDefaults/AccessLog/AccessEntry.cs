namespace ServiceDefaults.AccessLog;

/// <summary>One request of a person: who, when, what, with which result. Neither what was sent nor what was answered is kept.</summary>
internal sealed class AccessEntry
{
    /// <summary>Ascending by time, so that it is the order of the log.</summary>
    public Guid Id { get; init; }

    /// <summary>When it was answered, by the system clock, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The token's subject; null where nobody was signed in.</summary>
    public string? Person { get; init; }

    public string? PersonName { get; init; }

    /// <summary>The person's jurisdiction: its auditors see the entry.</summary>
    public string? Jurisdiction { get; init; }

    public required string Method { get; init; }

    /// <summary>The address's pattern: <c>/api/registry/applications/{id:guid}</c>.</summary>
    public required string Route { get; init; }

    /// <summary>What it was about: the address's key, or that of what was created.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The HTTP status of the answer; 401 and 403 are refused attempts.</summary>
    public required int Status { get; init; }
}
