using System.Globalization;
using System.Text.Json;
using Contracts.Values;
using Policies;
using Registry.Institutions;

namespace Registry.Applications;

/// <summary>
/// What the platform itself reads out of the answers; all else is between applicant and reviewers. The fields of these names
/// are the vocabulary that every pack whose procedure enters institutions shares.
/// </summary>
internal sealed record ApplicationFacts(string ProjectName, string Category, string ImplementingBodyName, bool CoBuilt)
{
    public const string ProjectNameField = "projectName";
    public const string TrackField = "track";
    public const string ImplementingBodyNameField = "implementingBodyName";
    public const string ImplementingBodyCodeField = "implementingBodyCode";
    public const string CentreNameField = "centreName";
    public const string CentreCodeField = "centreCode";
    public const string LeadBodiesField = "leadBodies";
    public const string DistrictField = "district";
    public const string HostNameField = "hostName";
    public const string HostCodeField = "hostCode";
    public const string PlaceField = "place";
    public const string ParkField = "park";
    public const string IndustryField = "industry";
    public const string OperatingSinceField = "operatingSince";
    public const string CoBuiltField = "coBuilt";
    public const string JointlyBuiltField = "jointlyBuilt";
    public const string CountyShareField = "countyShareFen";
    public const string CommitmentField = "commitment";
    public const string CommitmentSignedByField = "commitmentSignedBy";

    /// <summary>The track (ZS-01), an option of the form.</summary>
    public string? Track { get; private init; }

    /// <summary>What the body specialises in within its category; null where the form does not ask.</summary>
    public string? Field { get; private init; }

    public string? CentreName { get; private init; }

    public string? CentreCode { get; private init; }

    public IReadOnlyList<LeadBody> LeadBodies { get; private init; } = [];

    /// <summary>The host of an offshore body (依托单位, EO-04…06).</summary>
    public string? HostName { get; private init; }

    /// <summary>Its social credit code.</summary>
    public string? HostCode { get; private init; }

    /// <summary>Where an offshore body is (EO-15); a ban may be confined to it (EO-13).</summary>
    public string? Place { get; private init; }

    /// <summary>The park that it belongs to, by its code (EI-12, EI-13).</summary>
    public string? Park { get; private init; }

    /// <summary>The day from which it is built and runs (EO-07).</summary>
    public DateOnly? OperatingSince { get; private init; }

    /// <summary>Whether several parties build it together, and so need an agreement (ZS-24).</summary>
    public bool IsJointlyBuilt { get; private init; }

    /// <summary>The county's share in fen (ZS-29).</summary>
    public long? CountyShareFen { get; private init; }

    /// <summary>The facts of answers that the pack has found complete.</summary>
    public static ApplicationFacts Of(JsonElement answers, PolicyPack pack) => new(
        Text(answers, ProjectNameField) ?? "",
        Text(answers, pack.Fields.FirstOrDefault(field => field.Type == FieldType.Category)?.Name ?? "category") ?? "",
        Text(answers, ImplementingBodyNameField) ?? "",
        Answer(answers, CoBuiltField) is { ValueKind: JsonValueKind.True })
    {
        Track = Text(answers, TrackField),
        Field = Text(answers, IndustryField),
        CentreName = Text(answers, CentreNameField),
        CentreCode = Code(answers, CentreCodeField),
        HostName = Text(answers, HostNameField),
        HostCode = Code(answers, HostCodeField),
        Place = Text(answers, PlaceField),
        Park = Text(answers, ParkField),
        OperatingSince = DateOnly.TryParseExact(Text(answers, OperatingSinceField), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) ? since : null,
        IsJointlyBuilt = Answer(answers, JointlyBuiltField) is { ValueKind: JsonValueKind.True },
        CountyShareFen = Answer(answers, CountyShareField) is { ValueKind: JsonValueKind.Number } share && share.TryGetInt64(out var fen) ? fen : null,
        LeadBodies = ReadLeadBodies(answers),
    };

    /// <summary>A text among the answers; null where there is none.</summary>
    public static string? Text(JsonElement answers, string field) =>
        Answer(answers, field) is { ValueKind: JsonValueKind.String } answer && answer.GetString()!.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The lead bodies among the answers (ZS-09).</summary>
    public static IReadOnlyList<LeadBody> ReadLeadBodies(JsonElement answers) =>
        Answer(answers, LeadBodiesField) is { ValueKind: JsonValueKind.Array } bodies ? [.. bodies.EnumerateArray().Select(ReadLeadBody)] : [];

    private static JsonElement? Answer(JsonElement answers, string field) =>
        answers.ValueKind == JsonValueKind.Object && answers.TryGetProperty(field, out var answer) ? answer : null;

    /// <summary>A social credit code as it is compared: in its one written form.</summary>
    private static string? Code(JsonElement answers, string field) =>
        Text(answers, field) is { } given ? SocialCreditCode.TryParse(given, out var code) ? code.Value : given : null;

    private static LeadBody ReadLeadBody(JsonElement body) =>
        new() { Name = Text(body, "name") ?? "", Code = Code(body, "code") ?? "", Kind = Text(body, "kind") ?? "" };
}
