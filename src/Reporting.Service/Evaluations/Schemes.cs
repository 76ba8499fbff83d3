using Contracts.Refusals;
using Packs;
using Policies;
using Reporting.Packs;

namespace Reporting.Evaluations;

/// <summary>The evaluations of a pack as rounds follow them.</summary>
internal static class Schemes
{
    /// <summary>
    /// The evaluation with this name. Without one: that of the institutions, or, where the pack names none, what a third party grades each
    /// year (ZS-18).
    /// </summary>
    public static Outcome<PackEvaluation> Scheme(this PolicyPack pack, string? name)
    {
        if (pack.Evaluations.Count == 0)
        {
            return string.IsNullOrEmpty(name) ? pack.ByThirdParty() : Unknown(pack, name);
        }

        var scheme = string.IsNullOrEmpty(name) ? pack.Evaluations.FirstOrDefault(e => !e.NamesBodies) : pack.Evaluation(name);
        return scheme is null ? Unknown(pack, name) : scheme.Recorded is null ? scheme : InItsRegister(pack, scheme);
    }

    /// <summary>The rules of a round: those of the pack that ruled on the day of its opening.</summary>
    public static async Task<PackEvaluation> SchemeAsync(this PackShelf packs, EvaluationRound round, CancellationToken cancellationToken) =>
        Known(await packs.RulingAsync(round.Programme, round.OpenedOn, cancellationToken), round.Scheme);

    /// <summary>The scheme that a round or evaluation was opened by.</summary>
    public static PackEvaluation Known(PolicyPack pack, string name) => pack.Evaluation(name) ?? pack.ByThirdParty();

    /// <summary>The clause of an evaluation: of its scheme where the pack names it, of the step of the procedure otherwise.</summary>
    public static string ClauseOf(this PolicyPack pack, Evaluation evaluation) => Known(pack, evaluation.Scheme).Citation.ClauseId;

    private static PackEvaluation ByThirdParty(this PolicyPack pack)
    {
        var step = pack.Procedure.First(s => s.Kind == PackQuestions.Evaluation);
        return new PackEvaluation("", step.Label, step.Citation) { Subjects = Register.Institution, Judges = [EvaluationJudge.ThirdParty] };
    }

    // SD-06: each company's evaluation stands with its entry.
    private static Refusal InItsRegister(PolicyPack pack, PackEvaluation scheme) => Refusal.Conflict(
            "recorded-in-register",
            scheme.Citation.ClauseId,
            $"“{scheme.Label.Zh}”在“{pack.Register(scheme.Subjects)!.Label.Zh}”逐家登记，不另行启动评价。",
            $"The {scheme.Label.En} is recorded entry by entry in '{pack.Register(scheme.Subjects)!.Label.En}'; no round is opened for it.")
        .With("register", scheme.Subjects);

    private static Refusal Unknown(PolicyPack pack, string? name) => Refusal.BadInput(
            "evaluation",
            name,
            $"“{pack.Title.Zh}”没有这项评价，可选：{string.Join('、', pack.Evaluations.Select(e => e.Label.Zh))}。",
            $"'{pack.Title.En}' has no such evaluation; choose one of {string.Join(", ", pack.Evaluations.Select(e => e.Name))}.")
        .With("evaluations", pack.Evaluations.Select(e => e.Name));
}
