using Policies;

namespace Reporting.Evaluations;

/// <summary>A yearly evaluation of a year that is over, and the day by which the pack wants it done (EI-09, SD-06, SD-08).</summary>
/// <param name="Pack">The pack that ruled when the year ended.</param>
/// <param name="Scheme">The evaluation.</param>
/// <param name="Span">The year, and its last day in time.</param>
internal sealed record EvaluationTurn(PolicyPack Pack, PackEvaluation Scheme, Round Span)
{
    /// <summary>The year evaluated.</summary>
    public int Year => Span.To.Year;

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly DueOn => Span.DueOn;

    /// <summary>Those of a year: of every evaluation that belongs to a yearly cycle.</summary>
    /// <param name="pack">The pack that ruled when the year ended.</param>
    /// <param name="plan">What the bureau has decided on its plan.</param>
    /// <param name="year">The year.</param>
    public static IEnumerable<EvaluationTurn> Of(PolicyPack pack, PlanState plan, int year)
    {
        // P-6: a draft has no effect before its adoption, so that a year that was over by then was never asked for, as none is that was over
        // before a pack began to rule; and a year that began after the plan's end is nobody's to evaluate.
        var first = pack.Status != PackStatus.Draft ? pack.From : plan.Adoption?.DecidedOn ?? DateOnly.MaxValue;
        return from scheme in pack.Evaluations
               where scheme.Cycle is not null
               from span in pack.Rounds(scheme.Cycle!, year)
               where span.To >= first && !(span.From > plan.EndOf(pack))
               select new EvaluationTurn(pack, scheme, span);
    }
}

/// <summary>How far a turn has come.</summary>
internal enum TurnState
{
    /// <summary>There is no round: what it waits for is missing, or its bodies are named at the opening.</summary>
    NotOpened,

    /// <summary>Its round stands there, and nobody has ordered it yet.</summary>
    Drafted,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Every body has its published result, or its grade on record.</summary>
    Done,
}

/// <summary>A turn with how far it has come.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RoundId">Its round; null where there is none, and where a register records it.</param>
/// <param name="Bodies">How many are evaluated; null where nobody has named them yet.</param>
/// <param name="Graded">How many of them have a grade.</param>
/// <param name="Published">How many have a published one; as many as are graded where a register records it.</param>
internal sealed record TurnProgress(EvaluationTurn Turn, TurnState State, Guid? RoundId, int? Bodies, int Graded, int Published)
{
    /// <summary>The register of documents that its indicator system stands in; null where it asks for none.</summary>
    public Register? Documents => Turn.Scheme.Document is { } document ? Turn.Pack.Register(document.Register) : null;
}
