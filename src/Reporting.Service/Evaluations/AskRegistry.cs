using Contracts.Refusals;
using Policies;

namespace Reporting.Evaluations;

/// <summary>A document in force, as Registry has it on file.</summary>
internal sealed record DocumentInForce(Guid EntryId, string Title, DateOnly From);

/// <summary>Asks Registry for the document without which no evaluation is opened (SD-12). Without an answer none is.</summary>
internal sealed partial class AskRegistry(HttpClient http, ILogger<AskRegistry> logger)
{
    private sealed record Answer(IReadOnlyList<DocumentInForce> Items);

    /// <summary>The document that began last; refused where there is none, or no answer.</summary>
    public async Task<Outcome<DocumentInForce>> DocumentAsync(PolicyPack pack, PackEvaluation scheme, DateOnly on, CancellationToken cancellationToken)
    {
        var clause = scheme.Citation.ClauseId;
        IReadOnlyList<DocumentInForce> found;
        try
        {
            var path = $"api/registry/evaluation-documents?programme={pack.Programme}&evaluation={scheme.Name}&on={on:yyyy-MM-dd}";
            found = (await http.GetFromJsonAsync<Answer>(new Uri(path, UriKind.Relative), cancellationToken))?.Items ?? [];
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, e, pack.Programme);
            return new Refusal(
                RefusalKind.Unavailable,
                "registry-silent",
                clause,
                "未能从登记服务核实指标体系是否施行，评价未启动，请稍后重试。",
                "Registry could not confirm that the indicator system is in force; nothing was opened. Try again later.");
        }

        if (found.MaxBy(document => document.From) is { } latest)
        {
            return latest;
        }

        var register = pack.Register(scheme.Document!.Register)!;
        return Refusal.Conflict(
                "indicator-system-not-in-force",
                register.Citation.ClauseId,
                $"{on:yyyy-MM-dd} 没有施行中的评价指标体系，不能启动评价；请先在“{register.Label.Zh}”登记并印发。",
                $"No indicator system is in force on {on:yyyy-MM-dd}, so no evaluation opens; enter and issue one in '{register.Label.En}' first.")
            .With("on", on).With("register", register.Name);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Registry did not say which indicator system of {Programme} is in force; no evaluation is opened without it.")]
        public static partial void NoAnswer(ILogger logger, Exception exception, string programme);
    }
}
