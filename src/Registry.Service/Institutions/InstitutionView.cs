using System.Linq.Expressions;
using Registry.Announcements;
using Registry.Directories;
using Registry.Evaluations;
using ServiceDefaults.Problems;

namespace Registry.Institutions;

/// <summary>A line of the register.</summary>
internal sealed record InstitutionRow
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    /// <summary>What it specialises in within its category; null where the programme does not ask.</summary>
    public required string? Field { get; init; }

    public required string ImplementingBodyCode { get; init; }

    public required string ImplementingBodyName { get; init; }

    /// <summary>The centre as a legal person of its own (ZS-10); null before it is one.</summary>
    public required string? CentreName { get; init; }

    public required bool CoBuilt { get; init; }

    public required string Standing { get; init; }

    public required DateOnly StandingSince { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly? RecognisedOn { get; init; }

    /// <summary>Last day of its rectification (ZS-19); null where none runs.</summary>
    public required DateOnly? RectificationUntil { get; init; }

    /// <summary>The line of an institution as it stands, for the database.</summary>
    public static Expression<Func<Institution, InstitutionRow>> OfInstitution { get; } = i => new InstitutionRow
    {
        Id = i.Id,
        Programme = i.Programme,
        Jurisdiction = i.Jurisdiction,
        District = i.District,
        Name = i.Name,
        Category = i.Category,
        Field = i.Field,
        ImplementingBodyCode = i.ImplementingBodyCode,
        ImplementingBodyName = i.ImplementingBodyName,
        CentreName = i.CentreName,
        CoBuilt = i.CoBuilt,
        Standing = i.Standing,
        StandingSince = i.StandingSince,
        DecisionNumber = i.DecisionNumber,
        RecognisedOn = i.RecognisedOn,
        RectificationUntil = i.RectificationUntil,
    };

    private static readonly Func<Institution, InstitutionRow> Line = OfInstitution.Compile();

    /// <summary>The line of an institution as it stands.</summary>
    public static InstitutionRow Of(Institution institution) => Line(institution);

    /// <summary>The same line with the standing of a day, as known then.</summary>
    public InstitutionRow AsOf(IReadOnlyCollection<StandingEntry> history, AsOf asOf)
    {
        var ruling = StandingOn.Find(history, asOf.On, asOf.KnownAt)!;
        return this with
        {
            Standing = ruling.Standing,
            StandingSince = ruling.EffectiveFrom,
            DecisionNumber = ruling.DecisionNumber,
            RecognisedOn = StandingOn.RecognisedOn(history, asOf.On, asOf.KnownAt),
            RectificationUntil = ruling.Standing == Standing && ruling.EffectiveFrom == StandingSince ? RectificationUntil : null,
        };
    }
}

/// <summary>An institution with its parties, the history of its standing, its latest evaluation and its certificate.</summary>
internal sealed record InstitutionView : IETagged
{
    public required Guid Id { get; init; }

    public required string Programme { get; init; }

    public required string Jurisdiction { get; init; }

    public required string District { get; init; }

    public required string Name { get; init; }

    public required string Category { get; init; }

    /// <summary>What it specialises in within its category; null where the programme does not ask.</summary>
    public required string? Field { get; init; }

    public required string ImplementingBodyCode { get; init; }

    public required string ImplementingBodyName { get; init; }

    /// <summary>The centre as a legal person of its own (ZS-10); null before it is one.</summary>
    public required string? CentreCode { get; init; }

    public required string? CentreName { get; init; }

    public required IReadOnlyList<LeadBody> LeadBodies { get; init; }

    public required bool CoBuilt { get; init; }

    /// <summary>What the county puts in beside the city's money, in fen (ZS-29); null = not stated.</summary>
    public required long? CountyShareFen { get; init; }

    /// <summary>The institutions that merged into it (ZS-21).</summary>
    public required IReadOnlyList<Guid> Absorbed { get; init; }

    /// <summary>The application behind it; null where it was imported.</summary>
    public required Guid? ApplicationId { get; init; }

    public required string Standing { get; init; }

    public required DateOnly StandingSince { get; init; }

    public required string DecisionNumber { get; init; }

    public required DateOnly? RecognisedOn { get; init; }

    /// <summary>Last day of its rectification (ZS-19); null where none runs.</summary>
    public required DateOnly? RectificationUntil { get; init; }

    /// <summary>What it was last found to be worth (ZS-18); null before its first evaluation.</summary>
    public required EvaluationView? LatestEvaluation { get; init; }

    /// <summary>Its latest certificate; null before its first recognition.</summary>
    public required CertificateReference? Certificate { get; init; }

    public required long Version { get; init; }

    public required IReadOnlyList<StandingView> History { get; init; }

    public static InstitutionView Of(Institution institution) => Of(institution, evaluation: null, certificate: null);

    public static InstitutionView Of(Institution institution, EvaluationResult? evaluation, ReadCertificates.IssuedCertificate? certificate) => new()
    {
        Id = institution.Id,
        Programme = institution.Programme,
        Jurisdiction = institution.Jurisdiction,
        District = institution.District,
        Name = institution.Name,
        Category = institution.Category,
        Field = institution.Field,
        ImplementingBodyCode = institution.ImplementingBodyCode,
        ImplementingBodyName = institution.ImplementingBodyName,
        CentreCode = institution.CentreCode,
        CentreName = institution.CentreName,
        LeadBodies = institution.LeadBodies,
        CoBuilt = institution.CoBuilt,
        CountyShareFen = institution.CountyShareFen,
        Absorbed = institution.Absorbed,
        ApplicationId = institution.ApplicationId,
        Standing = institution.Standing,
        StandingSince = institution.StandingSince,
        DecisionNumber = institution.DecisionNumber,
        RecognisedOn = institution.RecognisedOn,
        RectificationUntil = institution.RectificationUntil,
        LatestEvaluation = evaluation is null ? null : EvaluationView.Of(evaluation),
        Certificate = certificate is null ? null : new(certificate.Centre.CertificateCode, certificate.Centre.Name, certificate.IssuedOn, certificate.DocumentNumber),
        Version = institution.Version,
        History = [.. institution.History.OrderBy(entry => entry.Number).Select(StandingView.Of)],
    };
}

/// <summary>A standing from a day on, by a decision, and when the platform came to know it.</summary>
internal sealed record StandingView(
    string Standing, DateOnly EffectiveFrom, string DecisionNumber, DateOnly DecidedOn, string Clause, DateTime RecordedAt, string RecordedByName)
{
    public static StandingView Of(StandingEntry entry) => new(
        entry.Standing, entry.EffectiveFrom, entry.DecisionNumber, entry.DecidedOn, entry.Clause, entry.RecordedAt, entry.RecordedByName);
}

/// <summary>A published evaluation or re-evaluation.</summary>
internal sealed record EvaluationView(int Year, string Kind, string Grade, DateOnly PublishedOn, string DocumentNumber)
{
    public static EvaluationView Of(EvaluationResult result) => new(result.Year, result.Kind, result.Grade, result.PublishedOn, result.DocumentNumber);
}

/// <summary>The certificate of a recognition.</summary>
internal sealed record CertificateReference(string Code, string Name, DateOnly IssuedOn, string DocumentNumber);
