using System.Text.Json;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;
using Reporting.Data;
using ServiceDefaults.Jobs;
using ServiceDefaults.Problems;

namespace Reporting.Projections;

/// <summary>
/// Builds all projections anew from the events that were kept, some subjects at a time, each in a write of its own, so that what arrives
/// meanwhile is not held up. Its result says what differed; where nothing did, what is live is what the events say.
/// </summary>
internal sealed class RebuildProjections(IServiceScopeFactory scopes, ReportingDb db) : IJobHandler
{
    public const string JobKind = "projections-rebuild";

    private const int Batch = 100;

    public string Kind => JobKind;

    public async Task<string?> RunAsync(JobRun run, CancellationToken cancellationToken)
    {
        var subjects = db.Set<ReceivedEvent>().Select(e => e.Subject).Distinct();
        var total = await subjects.CountAsync(cancellationToken);
        var state = run.Checkpoint is { } left ? JsonSerializer.Deserialize<Progress>(left, StrictJson.Options)! : new Progress(null, More: true, Mended.Nothing);
        while (state.More)
        {
            var page = await subjects.ToPageAsync(new PageQuery(state.After, Batch), subject => subject, cancellationToken);
            await using var scope = scopes.CreateAsyncScope();
            var mended = await scope.ServiceProvider.GetRequiredService<MendProjections>().MendAsync(page.Items, cancellationToken);
            state = new Progress(page.Next, page.Next is not null, state.Mended + mended);
            await run.ReportAsync(state.Mended.Subjects, Math.Max(total, state.Mended.Subjects), JsonSerializer.Serialize(state, StrictJson.Options), cancellationToken);
        }

        return JsonSerializer.Serialize(state.Mended, StrictJson.Options);
    }

    /// <summary>Where to go on, and what was found so far.</summary>
    private sealed record Progress(string? After, bool More, Mended Mended);
}
