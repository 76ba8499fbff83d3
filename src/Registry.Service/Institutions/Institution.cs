using Contracts.Registry;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Data;

namespace Registry.Institutions;

/// <summary>A body that exists for the platform: it has a standing, and may be paid for it.</summary>
internal sealed partial class Institution : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; set; }

    /// <summary>The name in use, unique in its jurisdiction.</summary>
    public required string Name { get; set; }

    /// <summary>The key field or type within the programme.</summary>
    public required string Category { get; set; }

    /// <summary>What it specialises in within its category, as the form's <c>industry</c> says; null where the programme does not ask.</summary>
    public string? Field { get; set; }

    public required string ImplementingBodyCode { get; set; }

    public required string ImplementingBodyName { get; set; }

    /// <summary>Whether city and county build it together (ZS-29).</summary>
    public required bool CoBuilt { get; set; }

    /// <summary>What the county puts in beside the city's money, in fen (ZS-29); null = not stated.</summary>
    public long? CountyShareFen { get; set; }

    /// <summary>The centre itself, once it is a legal person of its own (ZS-10): social credit code.</summary>
    public string? CentreCode { get; set; }

    public string? CentreName { get; set; }

    /// <summary>The lead bodies (ZS-09).</summary>
    public List<LeadBody> LeadBodies { get; set; } = [];

    /// <summary>The host of an offshore body (EO-04…06): social credit code.</summary>
    public string? HostCode { get; set; }

    public string? HostName { get; set; }

    /// <summary>Where an offshore body is (EO-13, EO-15).</summary>
    public string? Place { get; set; }

    /// <summary>The park that it belongs to, by its code (EI-12, EI-13).</summary>
    public string? Park { get; set; }

    /// <summary>The institutions that merged into it (ZS-21).</summary>
    public List<Guid> Absorbed { get; set; } = [];

    /// <summary>Last day of its rectification (ZS-19); null where none runs.</summary>
    public DateOnly? RectificationUntil { get; set; }

    /// <summary>The application that it was entered or recognised by, the latest one; null where it was imported with its standing.</summary>
    public required Guid? ApplicationId { get; set; }

    /// <summary>The latest standing of <see cref="History"/>, repeated here for lists.</summary>
    public required string Standing { get; set; }

    public required DateOnly StandingSince { get; set; }

    public required string DecisionNumber { get; set; }

    /// <summary>Date of the document that announced its recognition or filing, of several the first; null before it (ZS-08).</summary>
    public DateOnly? RecognisedOn { get; set; }

    /// <summary>
    /// The centre's code as long as it is recognised or filed as one, else null: unique in the programme, so that a legal person is one
    /// centre (ZS-10) whoever announces at the same moment.
    /// </summary>
    public string? RecognisedPerson { get; private set; }

    /// <summary>How many opinions and reports it has registered (ZS-32): the last number given.</summary>
    public int OpinionsIssued { get; private set; }

    public List<StandingEntry> History { get; init; } = [];

    public long Version { get; set; }

    /// <summary>The legal person that a ban on the centre hits (ZS-20): the centre itself, or, before it exists, who builds it.</summary>
    public string LegalPersonCode => CentreCode ?? ImplementingBodyCode;

    /// <summary>
    /// Takes a standing by a recorded decision. What is told of it today is the standing that rules today: a decision may reach back
    /// (ZS-21) or begin later. The caller publishes <see cref="Announce"/> in the same transaction.
    /// </summary>
    public StandingEntry Becomes(string standing, DateOnly from, StandingDecision decision, Caller by, DateTime now)
    {
        var entry = new StandingEntry
        {
            InstitutionId = Id,
            Number = History.Count + 1,
            Standing = standing,
            EffectiveFrom = from,
            DecisionNumber = decision.DocumentNumber,
            DecidedOn = decision.DecidedOn,
            Clause = decision.Clause,
            RecordedAt = now,
            RecordedBySubject = by.Subject,
            RecordedByName = by.Name,
        };
        History.Add(entry);
        var ruling = StandingOn.Find(History, BusinessClock.DayOf(now)) ?? entry;
        (Standing, StandingSince, DecisionNumber) = (ruling.Standing, ruling.EffectiveFrom, ruling.DecisionNumber);
        RecognisedPerson = Standings.IsRecognised(Standing) ? CentreCode : null;
        Version++;
        return entry;
    }

    /// <summary>The social credit codes of its parties: lead bodies, implementing body, centre (ZS-09, ZS-10, ZS-25), host (EO-04).</summary>
    public IReadOnlyList<string> PartyCodes => [.. LeadBodies.Select(body => body.Code).Append(ImplementingBodyCode).Append(LegalPersonCode).Concat(HostCode is null ? [] : [HostCode]).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether several parties build it together, as its application said (ZS-24).</summary>
    public bool IsJointlyBuilt { get; set; }

    /// <summary>The event that tells the other services all of it.</summary>
    public InstitutionChanged Announce() => new()
    {
        InstitutionId = Id,
        Version = Version,
        Programme = Programme,
        Jurisdiction = Jurisdiction,
        District = District,
        Name = Name,
        Category = Category,
        ImplementingBodyCode = ImplementingBodyCode,
        ImplementingBodyName = ImplementingBodyName,
        CoBuilt = CoBuilt,
        Standing = Standing,
        StandingSince = StandingSince,
        RecognisedOn = RecognisedOn,
        DecisionNumber = DecisionNumber,
        RectificationUntil = RectificationUntil,
        PartyCodes = PartyCodes,
        CountyShareFen = CountyShareFen,
        IsJointlyBuilt = IsJointlyBuilt,
        Absorbed = Absorbed,
    };
}

/// <summary>A lead body (牵头单位) of a centre.</summary>
internal sealed record LeadBody
{
    public required string Name { get; init; }

    public required string Code { get; init; }

    /// <summary>Its kind, an option of the form: <c>county-government</c>.</summary>
    public required string Kind { get; init; }
}

/// <summary>The document behind a standing, and the clause that it serves.</summary>
internal sealed record StandingDecision(string DocumentNumber, DateOnly DecidedOn, string Clause);
