namespace Reporting.Evaluations;

/// <summary>What a year's money comes to under a grade, as Funding calculates it. Amounts in fen.</summary>
internal sealed record GradeInMoney(
    Guid InstitutionId, string Grade, long PaidFen, long? EntitledFen, long? ClawbackFen, long? EntitledBeforeFen, string? RefusedZh, string? RefusedEn);

/// <summary>Asks Funding what grades would come to in money, before they are published (ZS-06). It only shows: without an answer the results may be published.</summary>
internal sealed partial class AskFunding(HttpClient http, ILogger<AskFunding> logger)
{
    // Funding takes no more in one question.
    private const int MostAtOnce = 500;

    /// <summary>One body's grade.</summary>
    internal sealed record Line(Guid InstitutionId, string Grade);

    private sealed record Question(string Programme, int FiscalYear, IReadOnlyList<Line> Bodies);

    private sealed record Answer(IReadOnlyList<GradeInMoney> Items);

    /// <summary>Line by line; null where Funding does not answer. A body that got no money of the year is left out.</summary>
    public async Task<IReadOnlyList<GradeInMoney>?> PreviewAsync(
        string programme, int fiscalYear, IReadOnlyList<Line> bodies, CancellationToken cancellationToken)
    {
        try
        {
            List<GradeInMoney> lines = [];
            foreach (var some in bodies.Chunk(MostAtOnce))
            {
                using var answer = await http.PostAsJsonAsync(
                    new Uri("api/funding/settlement-previews", UriKind.Relative), new Question(programme, fiscalYear, some), cancellationToken);
                answer.EnsureSuccessStatusCode();
                lines.AddRange((await answer.Content.ReadFromJsonAsync<Answer>(cancellationToken))?.Items ?? []);
            }

            return lines;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NoAnswer(logger, e, programme, fiscalYear);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Funding did not say what the grades of {Programme} {FiscalYear} come to in money; they are shown without it.")]
        public static partial void NoAnswer(ILogger logger, Exception exception, string programme, int fiscalYear);
    }
}
