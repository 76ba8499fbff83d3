namespace Reporting.Institutions;

/// <summary>What Reporting knows of an institution: the newest state that Registry published.</summary>
internal sealed class Institution
{
    public required Guid Id { get; init; }

    /// <summary>The version of the state below; an older one never overwrites it.</summary>
    public required long Version { get; set; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; set; }

    public required string Name { get; set; }

    /// <summary>Social credit code of the implementing body: its operators see this institution.</summary>
    public required string Organisation { get; set; }

    public required string Standing { get; set; }

    /// <summary>The key under which events wait for an institution that is not known yet.</summary>
    public static string WaitingKey(Guid id) => $"institution:{id:N}";
}
