using System.Text.Json;
using Reporting.Evaluations;
using Reporting.Institutions;
using ServiceDefaults.Data;

namespace Reporting.Scoring;

/// <summary>Where a sheet stands.</summary>
internal enum SheetStatus
{
    Open,
    Scored,

    /// <summary>The expert does not score this body: it, or where it works, has a part in it.</summary>
    Recused,
}

/// <summary>Why an expert does not score a body.</summary>
internal enum RecusalGround
{
    /// <summary>Where it works is a party of the body.</summary>
    Organisation,

    /// <summary>It declared a conflict of its own.</summary>
    Declared,

    /// <summary>The city ordered it.</summary>
    Ordered,
}

/// <summary>The score for one indicator, and why.</summary>
/// <param name="Indicator">The indicator's name.</param>
/// <param name="Score">Whole points.</param>
/// <param name="Justification">Why.</param>
internal sealed record IndicatorScore(string Indicator, int Score, string Justification);

/// <summary>One expert's view of one body (EO-11); no other expert sees it, nor the city before it concludes.</summary>
internal sealed class ScoreSheet : IVersioned
{
    public required Guid Id { get; init; }

    public required Guid EvaluationId { get; init; }

    public Evaluation Evaluation { get; init; } = null!;

    public required string ExpertSubject { get; init; }

    public required string ExpertName { get; init; }

    public string? OrganisationCode { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>How far the first opinions lay apart, in hundredths of a point, when this one was asked for as a further one; null on a first opinion.</summary>
    public int? FirstSpread { get; init; }

    public SheetStatus Status { get; set; } = SheetStatus.Open;

    /// <summary>The scores by indicator, as JSON; empty before it is scored.</summary>
    public string Scores { get; set; } = "[]";

    /// <summary>Sum of score times weight, in hundredths of a point.</summary>
    public int? Total { get; set; }

    public DateTime? ScoredAt { get; set; }

    public RecusalGround? RecusalGround { get; set; }

    /// <summary>The party that it works for, or the words of the declaration or order.</summary>
    public string? RecusalReason { get; set; }

    public long Version { get; set; }

    /// <summary>A sheet for an expert; recused at once where it works for a party of the body.</summary>
    public static ScoreSheet Of(Evaluation evaluation, RoundExpert expert, int? firstSpread = null)
    {
        var sheet = new ScoreSheet
        {
            Id = Guid.CreateVersion7(),
            EvaluationId = evaluation.Id,
            ExpertSubject = expert.Subject,
            ExpertName = expert.Name,
            OrganisationCode = expert.OrganisationCode,
            OrganisationName = expert.OrganisationName,
            FirstSpread = firstSpread,
        };
        if (Stakes.Find(evaluation.Institution, expert.OrganisationCode, expert.OrganisationName) is { } party)
        {
            sheet.Recuse(Scoring.RecusalGround.Organisation, party);
        }

        return sheet;
    }

    public void Recuse(RecusalGround ground, string reason) => (Status, RecusalGround, RecusalReason) = (SheetStatus.Recused, ground, reason);

    public IReadOnlyList<IndicatorScore> ReadScores() => JsonSerializer.Deserialize<List<IndicatorScore>>(Scores, JsonSerializerOptions.Web)!;

    public void Fill(IReadOnlyList<IndicatorScore> scores, Policies.Scoring scoring, DateTime now)
    {
        (Status, Scores, ScoredAt) = (SheetStatus.Scored, JsonSerializer.Serialize(scores, JsonSerializerOptions.Web), now);
        Total = scoring.Total(scores.ToDictionary(line => line.Indicator, line => line.Score, StringComparer.Ordinal));
    }
}

/// <summary>Whether somebody has a part in a body, as far as it is known here; what is not, the expert declares.</summary>
internal static class Stakes
{
    /// <summary>The party that an expert works for; null where there is none.</summary>
    public static string? Find(Institution body, string? code, string? name) =>
        code is not null && (code == body.Organisation || body.PartyCodes.Contains(code)) ? code
        : name is not null && string.Equals(name.Trim(), body.Name, StringComparison.Ordinal) ? name
        : null;
}
