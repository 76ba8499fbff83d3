using Contracts.Refusals;
using Policies;

namespace Reporting.Evaluations;

/// <summary>A document in force, as Registry has it on file.</summary>
internal sealed record DocumentInForce(Guid EntryId, string Title, DateOnly From);

/// <summary>An expert as Registry has it enrolled.</summary>
internal sealed record EnrolledExpert(string Subject, string Name, string? OrganisationCode, string? OrganisationName);

/// <summary>
/// Asks Registry for the document without which no evaluation is opened (SD-12), and where experts work, from which follows what they may not
/// score (EO-11). Without an answer nothing is opened, and nobody appointed.
/// </summary>
internal sealed partial class AskRegistry(HttpClient http, ILogger<AskRegistry> logger)
{
    private sealed record Answer<T>(List<T> Items);

    /// <summary>Those of some accounts that are enrolled as experts of a jurisdiction.</summary>
    public async Task<Outcome<IReadOnlyList<EnrolledExpert>>> ExpertsAsync(string jurisdiction, IReadOnlyList<string> subjects, string clause, CancellationToken cancellationToken)
    {
        var asked = string.Concat(subjects.Select(subject => $"&subject={Uri.EscapeDataString(subject)}"));
        return await AskAsync<EnrolledExpert>($"api/registry/experts/enrolled?jurisdiction={Uri.EscapeDataString(jurisdiction)}{asked}", cancellationToken) is { } experts
            ? experts
            : Silent(clause, "未能从登记服务核实专家的工作单位，未予办理，请稍后重试。", "Registry could not confirm where the experts work; nothing was done. Try again later.");
    }

    /// <summary>The document that began last; refused where there is none, or no answer.</summary>
    public async Task<Outcome<DocumentInForce>> DocumentAsync(PolicyPack pack, PackEvaluation scheme, DateOnly on, CancellationToken cancellationToken)
    {
        var clause = scheme.Citation.ClauseId;
        var path = $"api/registry/evaluation-documents?programme={pack.Programme}&evaluation={scheme.Name}&on={on:yyyy-MM-dd}";
        if (await AskAsync<DocumentInForce>(path, cancellationToken) is not { } found)
        {
            return Silent(
                clause, "未能从登记服务核实指标体系是否施行，评价未启动，请稍后重试。", "Registry could not confirm that the indicator system is in force; nothing was opened. Try again later.");
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

    private static Refusal Silent(string clause, string zh, string en) => new(RefusalKind.Unavailable, "registry-silent", clause, zh, en);

    /// <summary>What Registry answers; null where it does not.</summary>
    private async Task<List<T>?> AskAsync<T>(string path, CancellationToken cancellationToken)
    {
        try
        {
            return (await http.GetFromJsonAsync<Answer<T>>(new Uri(path, UriKind.Relative), cancellationToken))?.Items ?? [];
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, e);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Registry did not answer; no evaluation is opened and no expert appointed without it.")]
        public static partial void NoAnswer(ILogger logger, Exception exception);
    }
}
