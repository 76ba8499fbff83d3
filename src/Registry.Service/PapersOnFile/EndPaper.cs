using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Applications;
using Registry.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.PapersOnFile;

/// <summary>A paper is given up before its end: the officer left, the certificate was handed back.</summary>
internal static class EndPaper
{
    /// <summary>The last day on which it held, and why.</summary>
    internal sealed record EndRequest(DateOnly EndedOn, string Reason);

    public static async Task<Answer<PaperView>> HandleAsync(
        Guid id, EndRequest request, IfMatch seen, HttpContext http, PaperDesk desk, RegistryDb db, CancellationToken cancellationToken)
    {
        var institutionId = await db.Papers.Where(paper => paper.Id == id).Select(paper => paper.InstitutionId).SingleOrDefaultAsync(cancellationToken);
        var outcome = await desk.ChangeAsync(institutionId, seen, http.Caller(), state => Decide(state, id, request), cancellationToken);
        return outcome.ToHttp();
    }

    public static Outcome<Paper> Decide(PaperState state, Guid id, EndRequest request)
    {
        if (state.Papers.FirstOrDefault(paper => paper.Id == id) is not { } paper)
        {
            return Refusal.NotFound("paper", id, "档案");
        }

        if (Reasons.Check("reason", request.Reason) is { } unsaid)
        {
            return unsaid;
        }

        if (PaperChecks.InUse(state, paper) is { } closed)
        {
            return closed;
        }

        if (request.EndedOn < paper.ValidFrom || request.EndedOn > state.Today || request.EndedOn > paper.ExpiresOn)
        {
            return Refusal.BadInput(
                "endedOn", request.EndedOn, "终止日应在生效日与今天之间，且不晚于有效期截止日。", "The last day is between the first day and today, and not after the paper's own end.")
                .With("validFrom", paper.ValidFrom).With("today", state.Today);
        }

        (paper.EndedOn, paper.EndReason) = (request.EndedOn, request.Reason.Trim());
        return paper;
    }
}

/// <summary>What changes of one paper have in common.</summary>
internal static class PaperChecks
{
    /// <summary>A version that was replaced or given up is history; null where it is in use.</summary>
    public static Refusal? InUse(PaperState state, Paper paper)
    {
        var clause = state.Pack.Papers.FirstOrDefault(kind => kind.Name == paper.Kind)?.Citation.ClauseId ?? paper.Kind;
        return paper.EndedOn is not null || state.NewestOf(paper.Series) != paper
            ? Refusal.Conflict("paper-replaced", clause, "该版本已被替换或终止，只能查看。", "This version has been replaced or given up; it can only be read.").With("paperId", paper.Id)
            : null;
    }
}
