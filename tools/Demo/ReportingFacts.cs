namespace Demo;

/// <summary>What the reporting year met on its way; a test holds it against the clauses.</summary>
public sealed class ReportingFacts
{
    /// <summary>What was rightly refused, by what was tried.</summary>
    public IReadOnlyDictionary<string, Refused> Refusals { get; internal init; } = new Dictionary<string, Refused>(StringComparer.Ordinal);

    /// <summary>The offshore bodies by how their yearly report went: in time, with more time, not at all (EO-09, EO-12).</summary>
    public (Guid InTime, Guid Extended, Guid Missing) Offshore { get; internal set; }

    /// <summary>Their reports of 2033, in the same order.</summary>
    public (Guid InTime, Guid Extended, Guid Missing) YearlyReports { get; internal set; }

    /// <summary>The carriers by district (EI-13).</summary>
    public Dictionary<string, Guid> Carriers { get; } = new(StringComparer.Ordinal);

    /// <summary>The quarterly return with a figure far from its body's past (EI-08).</summary>
    public Guid Outlier { get; internal set; }

    /// <summary>The ranking of the districts, and the number under which the bulletin told of it (EI-08).</summary>
    public (Guid LeagueTable, string Bulletin) Ranking { get; internal set; }

    /// <summary>The number under which Hubei commended, and how many cases (HB-30).</summary>
    public (string Bulletin, int Cases) Commended { get; internal set; }

    /// <summary>The evaluations of the carriers' 2033 by district (EI-09).</summary>
    public Dictionary<string, Guid> Evaluations { get; } = new(StringComparer.Ordinal);

    /// <summary>What the rebuild of the projections said, as JSON.</summary>
    public string Rebuilt { get; internal set; } = "";
}
