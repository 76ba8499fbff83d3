using System.Text.Json;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Reporting.Projections;

/// <summary>
/// Builds all projections anew from the events that were kept. Its result says what differed; where nothing did, what is live is what the
/// events say.
/// </summary>
internal sealed class RebuildProjections(RebuildPages pages) : IJobHandler
{
    public const string JobKind = "projections-rebuild";

    public string Kind => JobKind;

    public async Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var total = await pages.CountAsync(cancellationToken);
        var state = run.Checkpoint is { } left ? JsonSerializer.Deserialize<Progress>(left, StrictJson.Options)! : new Progress(null, More: true, Mended.Nothing);
        while (state.More)
        {
            var (mended, next) = await pages.MendAsync(state.After, cancellationToken);
            state = new Progress(next, next is not null, state.Mended + mended);
            await run.ReportAsync(state.Mended.Subjects, Math.Max(total, state.Mended.Subjects), JsonSerializer.Serialize(state, StrictJson.Options), cancellationToken);
        }

        return JsonSerializer.Serialize(state.Mended, StrictJson.Options);
    }

    /// <summary>Where to go on, and what was found so far.</summary>
    private sealed record Progress(string? After, bool More, Mended Mended);
}
