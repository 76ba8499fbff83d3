namespace Demo;

/// <summary>Steps that need not wait for each other.</summary>
internal static class Together
{
    /// <summary>As many at once as a few people at their desks.</summary>
    public static ParallelOptions Options { get; } = new() { MaxDegreeOfParallelism = 4 };
}
