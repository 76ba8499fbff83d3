namespace Reporting.Packs;

/// <summary>A policy pack as Registry published it: kept by hash, never changed.</summary>
internal sealed class StoredPack
{
    public required string Hash { get; init; }

    public required string Programme { get; init; }

    public required DateOnly From { get; init; }

    public required string Content { get; init; }
}
