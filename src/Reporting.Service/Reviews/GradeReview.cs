using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Evaluations;
using Reporting.Scoring;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Reviews;

/// <summary>An expert proposes the grade of a year's money (ZS-06), or, after publication, its correction.</summary>
internal static class GradeReview
{
    /// <summary>Shortest justification that says anything.</summary>
    public const int ShortestJustification = 10;

    /// <summary>Longest that people still read.</summary>
    public const int LongestJustification = 5000;

    /// <summary>The proposal.</summary>
    /// <param name="Grade">The grade's key in the programme's pack.</param>
    /// <param name="Justification">Why; shown to the body and printed.</param>
    internal sealed record Request(string Grade, string Justification);

    public static void Map(IEndpointRouteBuilder reviews) => reviews
        .MapPost("/{id:guid}/grade", HandleAsync)
        .RequireRoles(Roles.Expert)
        .WithSummary("Proposes the grade of a year's money");

    /// <summary>Whether this grade may be proposed now.</summary>
    /// <param name="review">The review.</param>
    /// <param name="request">The proposal.</param>
    /// <param name="pack">The programme's pack.</param>
    /// <param name="caller">Who proposes it.</param>
    /// <param name="enrolled">The same as Registry has it enrolled, with where it works; null where it is not.</param>
    /// <param name="now">The instant.</param>
    public static Outcome<ReviewStep> Decide(Review review, Request request, PolicyPack pack, Caller caller, EnrolledExpert? enrolled, DateTime now)
    {
        if (CheckGrade(request.Grade, request.Justification, pack) is { } wrong)
        {
            return wrong;
        }

        // ZS-06: who works for a party of the body does not grade its money.
        if ((Stakes.Find(review.Institution, caller.Organisation, null) ?? Stakes.Find(review.Institution, enrolled?.OrganisationCode, enrolled?.OrganisationName)) is { } party)
        {
            return new Refusal(
                RefusalKind.Forbidden, "conflict-of-interest", "ZS-06", "您所在单位是被考核机构的参与方，应当回避，请由其他专家考核。", "Where you work is a party of this body; another expert grades it.")
                .With("party", party);
        }

        if (review.PaidFen == 0)
        {
            return Refusal.Conflict(
                "nothing-to-review",
                "ZS-06",
                "该年度资金已全部退回，没有可考核的资金。",
                "All money of this year came back; there is none to review.");
        }

        // The published grade, proposed while another waits for its publication, takes that one back.
        var takesBack = review.Status == ReviewStatus.Graded && review.PublishedGrade == request.Grade;
        if (review.PublishedGrade == request.Grade && !takesBack)
        {
            return Refusal.Conflict(
                "grade-already-published",
                "ZS-06",
                "已公布的结果就是该等次，无需更正。",
                "The published result already has this grade; there is nothing to correct.").With("grade", request.Grade);
        }

        return ReviewStep.Of(review, takesBack ? ReviewStep.Withdrawn : ReviewStep.Graded, request.Grade, request.Justification.Trim(), caller, now);
    }

    /// <summary>The refusal of a grade that the programme does not have, or that is not justified; null where it will do.</summary>
    public static Refusal? CheckGrade(string grade, string justification, PolicyPack pack)
    {
        if (pack.Grade(grade) is null)
        {
            return Refusal.BadInput(
                "grade",
                grade,
                $"“{grade}”不是本项目的考核等次，可选：{string.Join('、', pack.Grades.Select(g => g.Label.Zh))}。",
                $"'{grade}' is not a grade of this programme; choose one of {string.Join(", ", pack.Grades.Select(g => g.Key))}.");
        }

        return justification.Trim().Length is < ShortestJustification or > LongestJustification
            ? Refusal.BadInput(
                "justification",
                justification,
                $"请写明考核理由，{ShortestJustification}至{LongestJustification}个字。",
                $"Give the reasons, in {ShortestJustification} to {LongestJustification} characters.")
            : null;
    }

    // What is taken back leaves the published grade with its author.
    private static async Task CarryAsync(Review review, ReviewStep step, ReportingDb db, CancellationToken cancellationToken)
    {
        var withdrawn = step.What == ReviewStep.Withdrawn;
        review.Status = withdrawn ? ReviewStatus.Published : ReviewStatus.Graded;
        review.Grade = step.Grade;
        review.GradedBy = withdrawn
            ? ReviewStep.PublishedAuthor(await db.Set<ReviewStep>().AsNoTracking().Where(s => s.ReviewId == review.Id).ToListAsync(cancellationToken))
            : step.By;
    }

    private static async Task<Answer<ReviewView>> HandleAsync(
        Guid id,
        Request request,
        IfMatch seen,
        ReportingDb db,
        PackShelf packs,
        ServedReviews served,
        AskRegistry registry,
        BusinessClock clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var caller = http.Caller();

        // Where an expert works is on the register of experts, as for whoever is appointed; asked before the write, so that nothing is held meanwhile.
        if (!(await registry.ExpertsAsync(caller.Jurisdiction ?? "", [caller.Subject], "ZS-06", cancellationToken)).Accepted(out var enrolled, out var silent))
        {
            return ((Outcome<ReviewView>)silent).ToHttp();
        }

        var outcome = await db.WriteAsync<Outcome<ReviewView>>(
            async ct =>
            {
                if (!(await db.Reviews.FindForEditAsync(id, seen, caller, ct)).Accepted(out var review, out var missing))
                {
                    return missing;
                }

                if (await served.CheckByHandAsync(review, ct) is { } byEvaluation)
                {
                    return byEvaluation;
                }

                var pack = await packs.RulingAsync(review.Programme, clock.Today, ct);
                if (!Decide(review, request, pack, caller, enrolled.Count > 0 ? enrolled[0] : null, clock.UtcNow).Accepted(out var step, out var refusal))
                {
                    return refusal;
                }

                await CarryAsync(review, step, db, ct);
                db.Add(step);
                await db.SaveChangesAsync(ct);
                return ReviewView.Of(review, caller);
            },
            cancellationToken);
        return outcome.ToHttp();
    }
}
