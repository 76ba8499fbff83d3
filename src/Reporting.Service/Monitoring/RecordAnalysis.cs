using Contracts.Refusals;
using Packs;
using Reporting.Data;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Idempotency;
using ServiceDefaults.Problems;

namespace Reporting.Monitoring;

/// <summary>The city records its analysis of a span that is over (ZS-23).</summary>
internal static class RecordAnalysis
{
    private const int ShortestText = 10;
    private const int LongestText = 20_000;

    /// <summary>The analysis.</summary>
    internal sealed record Request(string Programme, int Year, int Round, string Text);

    public static void Map(IEndpointRouteBuilder analyses) => analyses
        .MapPost("/", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .RequireIdempotencyKey()
        .WithSummary("Records the city's analysis of a span");

    /// <summary>The analysis, or why it cannot be recorded.</summary>
    public static Outcome<MonitoringAnalysis> Decide(Request request, MonitoredRound monitored, Caller caller, DateTime now)
    {
        if (request.Text.Trim().Length is < ShortestText or > LongestText)
        {
            return Refusal.BadInput(
                "text", request.Text.Length, $"请填写监测分析，{ShortestText}至{LongestText}字。", $"Write the analysis, in {ShortestText} to {LongestText} characters.");
        }

        return monitored.Span.To >= BusinessClock.DayOf(now)
            ? Refusal.Conflict(
                "round-not-over",
                monitored.Pack.ClauseOf(PackQuestions.Monitoring),
                $"本期至 {monitored.Span.To:yyyy-MM-dd} 止，期满后方可记录监测分析。",
                $"The span runs until {monitored.Span.To:yyyy-MM-dd}; it can be analysed after that day.").With("to", monitored.Span.To)
            : new MonitoringAnalysis
            {
                Id = Guid.CreateVersion7(),
                Programme = monitored.Pack.Programme,
                Jurisdiction = monitored.Pack.Jurisdiction,
                Year = monitored.Year,
                Round = monitored.Span.Number,
                Text = request.Text.Trim(),
                BySubject = caller.Subject,
                ByName = caller.SignedName(),
                RecordedAt = now,
            };
    }

    private static async Task<CreatedAnswer<AnalysisView>> HandleAsync(
        Request request, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<MonitoringAnalysis>>(
            async ct =>
            {
                var found = await MonitoredRound.FindAsync(packs, request.Programme, request.Year, request.Round, caller, clock.Today, ct);
                if (!found.Accepted(out var monitored, out var unknown))
                {
                    return unknown;
                }

                var decided = Decide(request, monitored, caller, clock.UtcNow);
                if (decided.Accepted(out var analysis, out _))
                {
                    db.Add(analysis);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(
            AnalysisView.Of, view => $"/api/reporting/monitoring/analyses?programme={view.Programme}&year={view.Year}&round={view.Round}");
    }
}
