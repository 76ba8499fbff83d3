namespace ServiceDefaults.Data;

/// <summary>
/// A row that people edit. Its version is the concurrency token on every database and the ETag on the wire; it is counted up
/// by <see cref="PlatformDbContext"/> at each change, and by hand in an ExecuteUpdate.
/// </summary>
public interface IVersioned
{
    /// <summary>1 at first, one more at each change.</summary>
    long Version { get; set; }
}
