using System.Globalization;
using Contracts.Refusals;
using Contracts.Registry;
using Contracts.Values;
using Funding.Accounts;
using Funding.Clawbacks;
using Policies;
using Policies.Evaluation;

namespace Funding.Packs;

/// <summary>The rules and parameters of a pack that paying and taking back need, by the names that packs give them.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Today">The deciding day.</param>
/// <param name="Ground">The bureau's decision by which the plan takes what is decided now (P-6); null where the pack's own text suffices.</param>
internal sealed record PaymentRules(PolicyPack Pack, DateOnly Today, PlanRuling? Ground = null)
{
    private const string HoldsPlacedBy = "holds-placed-by";
    private const string RecognitionPeriodName = "recognition-period";
    private const string DecidedCauses = "clawback-causes";

    /// <summary>The most of a fiscal year (ZS-03); null where the programme has no legal cap: then its appropriation is the cap.</summary>
    public Cited<Money>? AnnualCap => Has("annual-cap") ? Pack.Amount("annual-cap", Today) : null;

    /// <summary>The clause by which a year's money is bounded: its cap's, or that what is approved counts (P-4).</summary>
    public string CapClause => AnnualCap?.ClauseId ?? "P-4";

    /// <summary>The amount above which a second approver approves a payment; null where the pack has no such tier.</summary>
    public Cited<Money>? SecondApprovalAbove => Has("second-approval-above") ? Pack.Amount("second-approval-above", Today) : null;

    /// <summary>The amount above which the second approval is a leader's; null where the pack has no such tier.</summary>
    public Cited<Money>? LeaderApprovalAbove => Has("leader-approval-above") ? Pack.Amount("leader-approval-above", Today) : null;

    /// <summary>The clause by which something that is said of a body holds its money; null where the bureau did not choose it.</summary>
    public string? HoldClause(HoldCause cause) =>
        Has(HoldsPlacedBy) && Pack.Choices(HoldsPlacedBy, Today) is var chosen && chosen.Value.Contains(cause.Word()) ? chosen.ClauseId : null;

    /// <summary>In how many fiscal years a body may be paid (ZS-04).</summary>
    public Cited<int> MaxYears => Pack.Count("max-years", Today);

    /// <summary>Whether a year whose money all came back still counts (ZS-04).</summary>
    public bool RecoveredYearCounts => !Has("recovered-year-counts") || Pack.Flag("recovered-year-counts", Today).Value;

    /// <summary>Whether the programme limits the years of support at all (ZS-04).</summary>
    public bool LimitsYears => Has("max-years");

    /// <summary>How long a body has for its recognition after an allotment (ZS-08); null where the pack sets no such period.</summary>
    public Cited<Period>? RecognitionPeriod => Has(RecognitionPeriodName) ? Pack.Period(RecognitionPeriodName, Today) : null;

    /// <summary>Whether each allotment has a clock of its own, for the money that it allots; otherwise the first one is for all (ZS-08).</summary>
    public bool EachAllotmentRuns => Chooses("recognition-clock", "each");

    /// <summary>Whether an advance without the date of its allotment runs from its payment (ZS-08); without this it cannot be proposed.</summary>
    public bool ClockFallsBackToPayment => Chooses("allotment-fallback", "first-payment");

    /// <summary>Whether spending counts until the day of the decision; otherwise until the last day for the recognition (ZS-08).</summary>
    public bool SpendingCountsUntilDecision => Chooses("spending-cutoff", "decision");

    /// <summary>How many days before the last day a warning is written (ZS-08), longest first.</summary>
    public IReadOnlyList<int> WarningDays => Has("recognition-warning-days")
        ? [.. Pack.Choices("recognition-warning-days", Today).Value.Select(days => int.Parse(days, CultureInfo.InvariantCulture)).OrderDescending()]
        : [];

    /// <summary>Whether money may be claimed for a cause; those that persons decide are the bureau's to open.</summary>
    public bool Claims(ClawbackCause cause) => cause is ClawbackCause.OverAdvance or ClawbackCause.Deadline || Chooses(DecidedCauses, cause.En());

    /// <summary>The clause by which money is claimed back for a cause; null where the pack does not offer it.</summary>
    public string? ClauseOf(ClawbackCause cause) => cause switch
    {
        ClawbackCause.OverAdvance => null,
        ClawbackCause.Deadline => RecognitionPeriod?.ClauseId,
        _ => Has(DecidedCauses) ? Pack.Choices(DecidedCauses, Today).ClauseId : null,
    };

    /// <summary>Whether a body may object to a clawback; null where the pack does not offer it.</summary>
    public Cited<bool>? Objections => Offered("clawback-objections");

    /// <summary>Whether nothing is overdue while an objection is open.</summary>
    public bool ObjectionSuspends => Offered("objection-suspends") is not null;

    /// <summary>Whether what is outstanding may be withheld from a later payment.</summary>
    public Cited<bool>? Offsets => Offered("clawback-offsets");

    /// <summary>Whether what is outstanding may be given up by decision.</summary>
    public Cited<bool>? WriteOffs => Offered("clawback-write-offs");

    /// <summary>In how many parts a clawback may be paid by plan; null where there are no plans.</summary>
    public Cited<int>? MostInstalments => Has("clawback-instalments") ? Pack.Count("clawback-instalments", Today) : null;

    /// <summary>The days overdue at which a clawback is reminded of again, ascending; the first reminder is on the first day.</summary>
    public IReadOnlyList<int> AgeingDays => Has("clawback-ageing-days")
        ? [.. Pack.Choices("clawback-ageing-days", Today).Value.Select(days => int.Parse(days, CultureInfo.InvariantCulture)).Order()]
        : [];

    /// <summary>After how many days overdue a clawback goes to the leaders; null where the pack says nothing.</summary>
    public Cited<int>? EscalationDays => Has("clawback-escalation-days") ? Pack.Days("clawback-escalation-days", Today) : null;

    /// <summary>Whether a settled year may be topped up by a decision (补差, ZS-06); the law's default is that it is not.</summary>
    public bool TopUpAllowed => Has("top-up") && Pack.Flag("top-up", Today).Value;

    /// <summary>Whether a merger carries the years of support over (ZS-04).</summary>
    public bool MergerCarriesYears => Has("merger-carries-years") && Pack.Flag("merger-carries-years", Today).Value;

    /// <summary>The clause by which a body came into a standing that may not be paid (ZS-19…22); null where the pack names none.</summary>
    public string? ClauseOf(string standing) => standing switch
    {
        Standings.UnderRectification => ClauseOfMeasure("rectification"),
        Standings.Delisted => ClauseOfMeasure("delisting"),
        Standings.Revoked => ClauseOfMeasure("revocation"),
        Standings.Cancelled or Standings.Merged => ClauseOfMeasure("cancellation"),
        _ => null,
    };

    /// <summary>ZS-03: the bureau's cap on one body's year.</summary>
    public Outcome<Calculation> CentreCapKept(Money committed, Money requested) =>
        Pack.Evaluate("centre-annual-cap-kept", Payment.Amount("committed", committed).Amount("requested", requested));

    /// <summary>ZS-04: the years of support.</summary>
    public Outcome<Calculation> YearsKept(int yearsWithThis, bool followsLastYear) =>
        Pack.Evaluate("years-kept", Payment.Count("years-with-this", yearsWithThis).Flag("follows-last-year", followsLastYear));

    /// <summary>ZS-05: withholding, where the bureau chose it.</summary>
    public Outcome<Calculation> NotWithheld(bool lastReviewFailed, bool clawbackOpen) =>
        Pack.Evaluate("advance-not-withheld", Payment.Flag("last-review-failed", lastReviewFailed).Flag("clawback-open", clawbackOpen));

    /// <summary>ZS-29: built by city and county together, or a reason.</summary>
    public Outcome<Calculation> CoBuiltOrReasoned(bool coBuilt, string? reason) =>
        Pack.Evaluate("co-built-or-reasoned", Payment.Flag("is-co-built", coBuilt).Text("reason", reason));

    /// <summary>ZS-29: whether city and county build it together, as it is shown.</summary>
    public Calculation? CoBuilt(bool coBuilt) =>
        Pack.Evaluate("co-built", Payment.Flag("is-co-built", coBuilt)).Accepted(out var shown, out _) ? shown : null;

    /// <summary>ZS-30: the standings that may be paid.</summary>
    public Outcome<Calculation> Payable(string standing) => Pack.Evaluate("payable", Payment.Text("standing", standing));

    /// <summary>ZS-06: what a year's advances came to under a grade.</summary>
    public Outcome<Calculation> Entitled(IEnumerable<Money> advances, string grade, int fiscalYear) => Pack.Evaluate(
        "entitled",
        Inputs.At(ReferenceDay.EvaluatedYear, ReferenceDays.OfYear(fiscalYear)).Amounts("advances", advances).Text("grade", grade));

    /// <summary>ZS-07: advance less entitled.</summary>
    public Outcome<Calculation> Clawback(IEnumerable<Money> advances, Money entitled) => Pack.Evaluate(
        "clawback",
        Inputs.At(ReferenceDay.Decision, Today).Amounts("advances", advances).Amount("entitled", entitled));

    /// <summary>ZS-07: when a clawback opened today is due.</summary>
    public Outcome<Calculation> ClawbackDue() =>
        Pack.Evaluate("clawback-due", Inputs.At(ReferenceDay.Decision, Today).Day("opened-on", Today));

    /// <summary>ZS-08: the last day for the recognition.</summary>
    public Outcome<Calculation> RecognitionDeadline(DateOnly allottedOn) =>
        Pack.Evaluate("recognition-deadline", Payment.Day("allotted-on", allottedOn));

    /// <summary>ZS-08: disbursed less verified spending, what came back and what is claimed already.</summary>
    public Outcome<Calculation> Unused(IEnumerable<Money> disbursed, Money verifiedSpending, Money recovered, Money claimed) => Pack.Evaluate(
        "unused",
        Inputs.At(ReferenceDay.Decision, Today).Amounts("disbursed", disbursed)
            .Amount("verified-spending", verifiedSpending).Amount("recovered", recovered).Amount("claimed", claimed));

    /// <summary>
    /// P-4: what a bureau may decide otherwise and this service does not carry out. Such a pack pays nothing, because a switch
    /// that is read by nobody would be believed.
    /// </summary>
    public Refusal? NotCarriedOut() =>
        Demands("approved-counts-against-cap", carriedOut: true)
        ?? Demands("recovered-refills-cap", carriedOut: false)
        ?? Knows("recognition-clock", "first", "each")
        ?? Knows("allotment-fallback", "first-payment", "none")
        ?? Knows("spending-cutoff", "deadline", "decision");

    private Refusal? Demands(string flag, bool carriedOut) =>
        !Has(flag) || Pack.Flag(flag, Today).Value == carriedOut ? null : NotSupported(flag).With("supported", carriedOut);

    private Refusal? Knows(string parameter, params string[] words) =>
        !Has(parameter) || Pack.Choices(parameter, Today).Value.All(words.Contains) ? null : NotSupported(parameter).With("supported", words);

    private static Refusal NotSupported(string parameter) => Refusal.Conflict(
            "policy-value-not-carried-out",
            "P-4",
            $"政策包中“{parameter}”的取值，平台尚不支持，未作任何拨付。请改用支持的值，或联系平台维护方。",
            $"The pack sets '{parameter}' to a value that the platform does not carry out, so nothing is paid. Use the supported value, or ask who maintains the platform.")
        .With("parameter", parameter);

    private Cited<bool>? Offered(string flag) => Has(flag) && Pack.Flag(flag, Today) is { Value: true } offered ? offered : null;

    private bool Has(string parameter) => Pack.Parameters.Any(p => p.Name == parameter);

    private bool Chooses(string parameter, string choice) => Has(parameter) && Pack.Choices(parameter, Today).Value.Contains(choice);

    private string? ClauseOfMeasure(string measure) => Pack.Grounds.FirstOrDefault(g => g.Measure == measure)?.Citation.ClauseId;

    private Inputs Payment => Inputs.At(ReferenceDay.Payment, Today);
}
