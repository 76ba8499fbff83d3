using Policies;

namespace Reporting.Targets;

/// <summary>A body that counts towards a target.</summary>
internal sealed record CountedBody(Guid InstitutionId, string InstitutionName, string District, string Category, string Standing, DateOnly? RecognisedOn);

/// <summary>A key field and the recognised bodies in it.</summary>
internal sealed record FieldCoverage(string Key, Label Label, bool Covered, IReadOnlyList<CountedBody> Bodies);

/// <summary>A target with what has been reached, and the list behind the figure.</summary>
/// <param name="Name">The target's name in the pack.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="By">The day it is measured on.</param>
/// <param name="Aim">Whether it is an aim and not a duty.</param>
/// <param name="Wanted">What is wanted: <c>100 %</c>, <c>5</c>.</param>
/// <param name="Actual">What has been reached, as the exact fraction <c>2/3</c> or number; null where this service does not measure it.</param>
/// <param name="Reached">How many count; of <paramref name="Of"/> where it is a ratio.</param>
/// <param name="Of">The whole of a ratio; null for a number.</param>
/// <param name="Met">Whether it is met on the day.</param>
/// <param name="Fields">The key fields, where the target is about them.</param>
/// <param name="Bodies">The bodies that count.</param>
internal sealed record TargetView(
    string Name,
    Label Label,
    Citation Citation,
    DateOnly By,
    bool Aim,
    string Wanted,
    string? Actual,
    int? Reached,
    int? Of,
    bool? Met,
    IReadOnlyList<FieldCoverage> Fields,
    IReadOnlyList<CountedBody> Bodies);

/// <summary>Measures a programme's targets (ZS-02) by the bodies that were recognised on a day. Pure.</summary>
internal static class TargetMeasure
{
    /// <summary>Key fields with a recognised centre, of all key fields.</summary>
    public const string KeyFieldsCovered = "key-fields-covered";

    /// <summary>What a target that counts recognised centres is called, before its year.</summary>
    public const string Centres = "centres-";

    /// <summary>The target with its actual.</summary>
    /// <param name="target">The target.</param>
    /// <param name="pack">Its pack, which lists the key fields.</param>
    /// <param name="recognised">The bodies recognised on the day.</param>
    public static TargetView Of(Target target, PolicyPack pack, IReadOnlyList<CountedBody> recognised) => target switch
    {
        { Name: KeyFieldsCovered, Value.Ratio: { } wanted } => Coverage(target, wanted, pack, recognised),
        { Value.Number: { } wanted } when target.Name.StartsWith(Centres, StringComparison.Ordinal) => View(
            target, $"{wanted}", $"{recognised.Count}", recognised.Count, null, target.Strict ? recognised.Count > wanted : recognised.Count >= wanted, [], recognised),
        _ => View(target, Wanted(target.Value), null, null, null, null, [], []),
    };

    // ZS-02: the key fields are those that the document names; 等 opens the programme to others, which are no key fields (ZS-01).
    private static TargetView Coverage(Target target, Ratio wanted, PolicyPack pack, IReadOnlyList<CountedBody> recognised)
    {
        FieldCoverage[] fields =
        [
            .. pack.Categories.Where(category => !category.NeedsFinding).Select(category =>
            {
                var bodies = recognised.Where(body => body.Category == category.Key).ToList();
                return new FieldCoverage(category.Key, category.Label, bodies.Count > 0, bodies);
            }),
        ];
        var (covered, all) = (fields.Count(field => field.Covered), fields.Length);
        var (reached, needed) = ((long)covered * wanted.Denominator, wanted.Numerator * all);
        return View(
            target, $"{wanted}", $"{covered}/{all}", covered, all, target.Strict ? reached > needed : reached >= needed, fields,
            [.. fields.SelectMany(field => field.Bodies)]);
    }

    private static string Wanted(ParameterValue value) =>
        value.Ratio is { } ratio ? $"{ratio}" : value.AmountFen is { } fen ? $"{Contracts.Values.Money.FromFen(fen)}" : $"{value.Number}";

    private static TargetView View(
        Target target, string wanted, string? actual, int? reached, int? of, bool? met, IReadOnlyList<FieldCoverage> fields, IReadOnlyList<CountedBody> bodies) =>
        new(target.Name, target.Label, target.Citation, target.By, target.Aim, wanted, actual, reached, of, met, fields, bodies);
}
