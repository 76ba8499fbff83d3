using Contracts.Refusals;
using Packs;
using Policies;
using ServiceDefaults.Authentication;

namespace Reporting.Packs;

/// <summary>What Reporting asks of a pack. A programme whose pack lacks a step or a parameter does not have that rule.</summary>
internal static class PackQuestions
{
    public const string Evaluation = "evaluation";
    public const string Rectification = "rectification";
    public const string Report = "report";
    public const string Monitoring = "monitoring";

    /// <summary>HB-30: whom the bureau commends in public.</summary>
    public const string Commendation = "commendation";

    /// <summary>EO-09: whether a body filed during a span reports from its filing on.</summary>
    public const string FromFiling = "report-from-filing";

    /// <summary>The change against the same span of last year beyond which a figure is remarked on.</summary>
    public const string RemarkableChange = "remarkable-change";

    /// <summary>The pack that rules a programme of the caller's jurisdiction on a day.</summary>
    public static async Task<Outcome<PolicyPack>> RulingForAsync(
        this PackShelf packs, string programme, Caller caller, DateOnly day, CancellationToken cancellationToken)
    {
        var ruling = (await packs.RulingAsync([programme], day, cancellationToken)).GetValueOrDefault(programme);
        return ruling is not null && ruling.Jurisdiction == caller.Jurisdiction
            ? ruling
            : Refusal.NotFound("programme", programme, "项目政策");
    }

    /// <summary>As <see cref="RulingForAsync"/>; refused where the programme's procedure has no step of this kind.</summary>
    public static async Task<Outcome<PolicyPack>> RulingWithAsync(
        this PackShelf packs, string programme, string kind, Caller caller, DateOnly day, CancellationToken cancellationToken)
    {
        if (!(await packs.RulingForAsync(programme, caller, day, cancellationToken)).Accepted(out var pack, out var unknown))
        {
            return unknown;
        }

        return pack.Procedure.Any(step => step.Kind == kind)
            ? pack
            : Refusal.Conflict(
                "not-in-procedure",
                pack.Clauses[0].Id,
                $"“{pack.Title.Zh}”的程序中没有此环节。",
                $"The procedure of '{pack.Title.En}' has no such step.").With("step", kind);
    }

    /// <summary>The clause behind a step of the procedure; the pack's first where it has no such step.</summary>
    public static string ClauseOf(this PolicyPack pack, string kind) =>
        pack.Procedure.FirstOrDefault(step => step.Kind == kind)?.Citation.ClauseId ?? pack.Clauses[0].Id;

    /// <summary>The first year of a programme: of its plan where that names phases; a later version of the pack begins later than the plan.</summary>
    public static int FirstYear(this PolicyPack pack) => pack.Phases.Count > 0 ? Math.Min(pack.Phases[0].From.Year, pack.From.Year) : pack.From.Year;

    /// <summary>Whether a switch of the pack is on; off where the pack has none of that name.</summary>
    public static bool IsOn(this PolicyPack pack, string flag, DateOnly day) =>
        pack.Parameters.FirstOrDefault(parameter => parameter.Name == flag)?.On(day)?.Value.Flag ?? false;

    /// <summary>ZS-06: whether the yearly evaluation of this year serves as the review of the year's money.</summary>
    public static bool EvaluationServes(this PolicyPack pack, int year) => pack.IsOn("yearly-evaluation-serves", ReferenceDays.OfYear(year));

    /// <summary>Whether a grade is the one below passing: grades stand best first.</summary>
    public static bool IsFail(this PolicyPack pack, string? grade) => grade is not null && pack.Grades[^1].Key == grade;
}
