using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Registry.Applications;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Interpretations;

/// <summary>The city bureau enters how a clause is to be read (ZS-33).</summary>
internal static class EnterInterpretation
{
    /// <summary>The step of a pack's procedure that gives the city the interpretation.</summary>
    public const string Step = "interpretation";

    public const int MaxTextLength = 4000;

    /// <summary>The reading of one clause, by a numbered document.</summary>
    internal sealed record InterpretationRequest(string Programme, string Clause, string Text, string DocumentNumber, DateOnly IssuedOn);

    public static async Task<CreatedAnswer<InterpretationView>> HandleAsync(
        InterpretationRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Interpretation>(
            async ct =>
            {
                if (!(await packs.RulingAsync(request.Programme, clock.Today, caller, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var number = request.DocumentNumber?.Trim();
                var entered = await db.Interpretations.AnyAsync(
                    i => i.Jurisdiction == caller.Jurisdiction && i.Programme == request.Programme && i.Clause == request.Clause && i.DocumentNumber == number, ct);
                var decided = Decide(request, entered, pack, caller, clock.UtcNow);
                if (decided.Accepted(out var interpretation, out _))
                {
                    db.Interpretations.Add(interpretation);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(
            InterpretationView.Of, view => $"/api/registry/interpretations?programme={view.Programme}&clause={view.Clause}");
    }

    public static Outcome<Interpretation> Decide(InterpretationRequest request, bool enteredBefore, PolicyPack pack, Caller caller, DateTime now)
    {
        var clause = pack.ClauseOf(Step);
        var refused = CheckSubject(request, pack, clause)
            ?? Documents.Check(request.DocumentNumber, "issuedOn", request.IssuedOn, BusinessClock.DayOf(now), clause)
            ?? (enteredBefore
                ? Refusal.Conflict("interpretation-entered", clause, $"文号“{request.DocumentNumber}”对该条款的解释已登记。", $"The reading of this clause by document '{request.DocumentNumber}' is entered already.")
                    .With("documentNumber", request.DocumentNumber)
                : null);
        return refused is not null
            ? refused
            : new Interpretation
            {
                Programme = pack.Programme,
                Jurisdiction = pack.Jurisdiction,
                Clause = request.Clause,
                Text = request.Text.Trim(),
                DocumentNumber = request.DocumentNumber.Trim(),
                IssuedOn = request.IssuedOn,
                RecordedAt = now,
                RecordedBySubject = caller.Subject,
                RecordedByName = caller.SignedName(),
            };
    }

    private static Refusal? CheckSubject(InterpretationRequest request, PolicyPack pack, string clause)
    {
        if (pack.Step(Step) is null)
        {
            return Refusal.Conflict("no-interpretation", clause, "该项目政策没有授权解释条款。", "This programme's document gives nobody the interpretation of its clauses.")
                .With("programme", pack.Programme);
        }

        if (pack.Clauses.All(c => c.Id != request.Clause))
        {
            return Refusal.BadInput("clause", request.Clause, "该项目政策没有这一条款。", "This programme's document has no such clause.");
        }

        return request.Text?.Trim().Length is > 0 and <= MaxTextLength
            ? null
            : Refusal.BadInput("text", request.Text?.Length, $"请写明解释内容，不超过 {MaxTextLength} 字。", $"Give the interpretation, at most {MaxTextLength} characters.");
    }
}
