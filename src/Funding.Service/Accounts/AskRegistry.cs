using System.Net;
using Contracts.Refusals;

namespace Funding.Accounts;

/// <summary>Registry's answers about several bodies on one day.</summary>
internal sealed record StandingAnswers(DateOnly On, IReadOnlyDictionary<Guid, StandingOnDay> ByInstitution);

/// <summary>
/// Asks Registry what bodies are on the deciding day. Events tell it too, but later: before money leaves, or is claimed
/// back for a recognition that is missing, the one who knows is asked, and without an answer nothing is done.
/// </summary>
internal sealed partial class AskRegistry(HttpClient http, ILogger<AskRegistry> logger)
{
    private const int AtOnce = 8;

    private sealed record Answer(string? Standing, DateOnly? RecognisedOn);

    /// <summary>All answers, or a refusal to decide now.</summary>
    public async Task<Outcome<StandingAnswers>> AskAsync(IReadOnlyCollection<Guid> institutionIds, DateOnly on, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<Guid, StandingOnDay>();
        try
        {
            foreach (var chunk in institutionIds.Chunk(AtOnce))
            {
                foreach (var (id, answer) in await Task.WhenAll(chunk.Select(id => AskAsync(id, on, cancellationToken))))
                {
                    answers[id] = answer;
                }
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, e, on);
            return NoAnswer(on);
        }

        return new StandingAnswers(on, answers);
    }

    /// <summary>Nothing is decided without Registry's answer.</summary>
    public static Refusal NoAnswer(DateOnly on) => new Refusal(
            RefusalKind.Unavailable,
            "registry-silent",
            "ZS-30",
            $"未能从登记服务核实单位在 {on:yyyy-MM-dd} 的状态，未作任何更改，请稍后重试。",
            $"Registry could not confirm what the bodies are on {on:yyyy-MM-dd}; nothing has changed. Try again later.")
        .With("on", on);

    private async Task<(Guid Id, StandingOnDay Answer)> AskAsync(Guid institutionId, DateOnly on, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"api/registry/institutions/{institutionId}/standing?on={on:yyyy-MM-dd}", UriKind.Relative), cancellationToken);

        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return (institutionId, StandingOnDay.Unknown);
        }

        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>(cancellationToken) ?? throw new HttpRequestException("Registry's answer is empty.");
        return (institutionId, answer.Standing is { } standing ? new StandingOnDay(standing, answer.RecognisedOn) : StandingOnDay.Unknown);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Registry did not answer for {On}; nothing is decided without it.")]
        public static partial void NoAnswer(ILogger logger, Exception exception, DateOnly on);
    }
}
