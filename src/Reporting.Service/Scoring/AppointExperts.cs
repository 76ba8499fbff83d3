using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Notifications;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Scoring;

/// <summary>
/// The city appoints experts, by name or by lot among those that it names: for every body of the round, or for one of them, where the first
/// opinions on it lie too far apart or a recusal left too few. Where an expert works is as Registry has it enrolled; who works for a party is
/// recused at once and never drawn.
/// </summary>
internal static class AppointExperts
{
    /// <summary>Few enough that nobody loses sight of who scored.</summary>
    public const int Most = 50;

    private const int LongestText = EvaluationRound.LongestText;

    /// <summary>The experts.</summary>
    /// <param name="Experts">The accounts of those who are appointed, or among whom is drawn.</param>
    /// <param name="Draw">How many are drawn by lot; none = all that are named.</param>
    /// <param name="EvaluationId">The body on which further opinions are heard; none = every body not concluded.</param>
    internal sealed record Request(IReadOnlyList<string> Experts, int? Draw = null, Guid? EvaluationId = null);

    public static void Map(IEndpointRouteBuilder rounds) => rounds
        .MapPost("/{id:guid}/experts", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Appoints experts, by name or by lot");

    /// <summary>Adds the sheets of those appointed; the refusal where they cannot be.</summary>
    /// <param name="opened">The round.</param>
    /// <param name="request">Who is appointed.</param>
    /// <param name="enrolled">Those of them who are enrolled as experts.</param>
    /// <param name="caller">Who appoints.</param>
    /// <param name="seed">The seed of a drawing.</param>
    /// <param name="now">The instant.</param>
    public static Refusal? Decide(OpenedRound opened, Request request, IReadOnlyList<EnrolledExpert> enrolled, Caller caller, string seed, DateTime now)
    {
        var concerned = opened.Evaluations.Where(e => e.Status == EvaluationStatus.Due && (request.EvaluationId is null || e.Id == request.EvaluationId)).ToList();
        var refused = CheckRequest(request)
            ?? CheckEnrolled(request, enrolled, opened.Clause)
            ?? CheckBodies(opened, request, concerned)
            ?? CheckPersons(opened, enrolled, concerned, caller);
        if (refused is not null)
        {
            return refused;
        }

        var lines = enrolled.Select(expert => Expert(opened.Round.Id, expert)).ToList();
        if (request.Draw is { } count)
        {
            if (!Draw(opened, request, lines, concerned, count, seed, caller, now).Accepted(out var drawn, out var few))
            {
                return few;
            }

            lines = drawn;
        }

        Add(opened, request, concerned, lines);
        return null;
    }

    private static void Add(OpenedRound opened, Request request, List<Evaluation> concerned, List<RoundExpert> experts)
    {
        if (request.EvaluationId is null)
        {
            opened.Round.Experts.AddRange(experts);
        }

        foreach (var evaluation in concerned)
        {
            int? spread = request.EvaluationId is not null && Dispersion.IsAboveLimit(evaluation, opened.Scoring) ? Policies.Scoring.Spread(Dispersion.FirstTotals(evaluation)) : null;
            evaluation.Sheets.AddRange(experts.Select(expert => ScoreSheet.Of(evaluation, expert, spread)));
        }

        // Whoever concludes or appoints at the same time has seen other experts.
        opened.Round.Version++;
    }

    private static Outcome<List<RoundExpert>> Draw(
        OpenedRound opened, Request request, List<RoundExpert> lines, List<Evaluation> concerned, int count, string seed, Caller caller, DateTime now)
    {
        var pool = lines.Where(expert => concerned.TrueForAll(e => Stakes.Find(e.Institution, expert.OrganisationCode, expert.OrganisationName) is null))
            .ToDictionary(expert => expert.Subject, StringComparer.Ordinal);
        if (pool.Count < count)
        {
            return Refusal.Conflict(
                    "too-few-experts",
                    opened.Clause,
                    $"拟随机抽取 {count} 名专家，除去有利害关系的 {lines.Count - pool.Count} 名后只有 {pool.Count} 名可抽，请减少人数或增加候选专家。",
                    $"{count} experts are to be drawn; without the {lines.Count - pool.Count} who have a stake {pool.Count} are left. Draw fewer, or name more.")
                .With("count", count).With("pool", pool.Count).With("leftOut", lines.Count - pool.Count);
        }

        List<string> drawn = [.. RoundDrawing.Order(seed, pool.Keys).Take(count)];
        opened.Round.Drawings.Add(new RoundDrawing
        {
            Id = Guid.CreateVersion7(),
            RoundId = opened.Round.Id,
            EvaluationId = request.EvaluationId,
            Seed = seed,
            Pool = [.. pool.Keys.Order(StringComparer.Ordinal)],
            LeftOut = lines.Count - pool.Count,
            Drawn = drawn,
            At = now,
            ByName = caller.SignedName(),
        });
        return drawn.ConvertAll(subject => pool[subject]);
    }

    /// <summary>What is wrong with the request itself; null where nothing is.</summary>
    public static Refusal? CheckRequest(Request request)
    {
        var subjects = request.Experts;
        if (subjects.Count is 0 or > Most || subjects.Any(IsWrong) || subjects.Distinct(StringComparer.Ordinal).Count() != subjects.Count)
        {
            return Refusal.BadInput("experts", subjects.Count, $"请列出 1 至 {Most} 名专家的账号，且不得重复。", $"Name the accounts of 1 to {Most} experts, each once.");
        }

        return request.Draw is { } count && (count < 1 || count > subjects.Count)
            ? Refusal.BadInput("draw", count, "抽取人数应为 1 至候选专家人数。", "Draw at least one expert, and no more than are named.")
            : null;
    }

    private static Refusal? CheckEnrolled(Request request, IReadOnlyList<EnrolledExpert> enrolled, string clause)
    {
        var unknown = request.Experts.Except(enrolled.Select(expert => expert.Subject), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            return Refusal.Conflict(
                "expert-not-enrolled",
                clause,
                $"以下账号未在本地区专家库登记，不能聘请：{string.Join('、', unknown)}。",
                $"These accounts are not enrolled as experts of this jurisdiction: {string.Join(", ", unknown)}.").With("experts", unknown);
        }

        // Whose employer is unknown cannot be held against a body's parties.
        return enrolled.FirstOrDefault(expert => expert.OrganisationCode is null && string.IsNullOrWhiteSpace(expert.OrganisationName)) is { } unbound
            ? Refusal.Conflict(
                "expert-without-employer",
                clause,
                $"专家“{unbound.Name}”未登记工作单位，无法核对回避，请其先补登。",
                $"The expert {unbound.Name} has not enrolled where it works, so nobody can tell from what it is recused; have it do so first.").With("expert", unbound.Name)
            : null;
    }

    private static Refusal? CheckBodies(OpenedRound opened, Request request, List<Evaluation> concerned)
    {
        if (concerned.Count == 0)
        {
            return request.EvaluationId is { } id && opened.Evaluations.All(e => e.Id != id)
                ? ReadEvaluations.NotFound(id)
                : Refusal.Conflict("scores-locked", opened.Clause, "评分已汇总，不能再聘请专家。", "The scores are concluded; no further expert can be appointed.");
        }

        return request.EvaluationId is null || Dispersion.IsAboveLimit(concerned[0], opened.Scoring) || Dispersion.IsShort(concerned[0], opened.Scoring)
            ? null
            : Refusal.Conflict(
                    "not-dispersed",
                    opened.Clause,
                    $"“{concerned[0].Institution.Name}”已有 {opened.Scoring.Experts} 名以上专家，且评分尚未齐备或相差未超过 {opened.Scoring.Dispersion} 分，无需增加专家。",
                    $"'{concerned[0].Institution.Name}' has its {opened.Scoring.Experts} experts, and not all scores are in or they lie no more than {opened.Scoring.Dispersion} points apart; it wants no further opinion.")
                .With("limit", opened.Scoring.Dispersion).With("experts", opened.Scoring.Experts);
    }

    private static Refusal? CheckPersons(OpenedRound opened, IReadOnlyList<EnrolledExpert> enrolled, List<Evaluation> concerned, Caller caller)
    {
        if (enrolled.Any(expert => caller.Counts(expert.Subject)))
        {
            return new Refusal(RefusalKind.Forbidden, "appoints-oneself", opened.Clause, "组织评价的人不得聘请自己为专家。", "Whoever arranges an evaluation does not appoint themselves as its expert.");
        }

        var taken = concerned.SelectMany(e => e.Sheets).Select(sheet => sheet.ExpertSubject).ToHashSet(StringComparer.Ordinal);
        return enrolled.FirstOrDefault(expert => taken.Contains(expert.Subject)) is { } again
            ? Refusal.Conflict("appointed-already", opened.Clause, $"专家“{again.Name}”已受聘。", $"The expert {again.Name} is appointed already.").With("expert", again.Name)
            : null;
    }

    private static bool IsWrong(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > LongestText;

    private static RoundExpert Expert(Guid roundId, EnrolledExpert expert) => new()
    {
        RoundId = roundId,
        Subject = expert.Subject,
        Name = expert.Name,
        OrganisationCode = expert.OrganisationCode,
        OrganisationName = expert.OrganisationName,
    };

    private static async Task<Answer<RoundDetail>> HandleAsync(
        Guid id,
        Request request,
        IfMatch seen,
        ReportingDb db,
        PackShelf packs,
        AskRegistry registry,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        // Another service is asked before the write begins, so that nothing is held while it answers.
        if (!(await EnrolledAsync(id, request, db, packs, registry, caller, cancellationToken)).Accepted(out var enrolled, out var none))
        {
            return ((Outcome<RoundDetail>)none).ToHttp();
        }

        var outcome = await db.WriteUniqueAsync<RoundDetail>(
            async ct =>
            {
                if (!(await db.TakeAsync(packs, id, seen, caller, ct)).Accepted(out var opened, out var missing))
                {
                    return missing;
                }

                var before = opened.Evaluations.SelectMany(e => e.Sheets).ToHashSet();
                if (Decide(opened, request, enrolled, caller, RoundDrawing.NewSeed(), clock.UtcNow) is { } refused)
                {
                    return refused;
                }

                var asked = opened.Evaluations.SelectMany(e => e.Sheets).Where(sheet => !before.Contains(sheet) && sheet.Status == SheetStatus.Open).Select(sheet => sheet.ExpertSubject);
                await db.NotifyAsync(
                    [.. asked.Distinct(StringComparer.Ordinal).Select(subject => ScoringNotices.ToScore(opened.Round, subject, request.EvaluationId, opened.Clause, clock.UtcNow))], ct);

                await db.SaveChangesAsync(ct);
                return ReadRounds.Detail(opened.Round, opened.Evaluations, opened.Scheme, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }

    private static async Task<Outcome<IReadOnlyList<EnrolledExpert>>> EnrolledAsync(
        Guid id, Request request, ReportingDb db, PackShelf packs, AskRegistry registry, Caller caller, CancellationToken cancellationToken)
    {
        if (CheckRequest(request) is { } wrong)
        {
            return wrong;
        }

        var round = await db.EvaluationRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Jurisdiction == caller.Jurisdiction, cancellationToken);
        if (round is null)
        {
            return ReadRounds.NotFound(id);
        }

        var scheme = await packs.SchemeAsync(round, cancellationToken);
        return await registry.ExpertsAsync(round.Jurisdiction, request.Experts, scheme.Citation.ClauseId, cancellationToken);
    }
}
