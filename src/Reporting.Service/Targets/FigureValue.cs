using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Contracts.Refusals;
using Contracts.Values;
using Policies;
using Reporting.Figures;

namespace Reporting.Targets;

/// <summary>A figure as it is shown and drawn.</summary>
/// <param name="Text">Exactly: <c>28.35</c>, <c>3.52 %</c>, <c>45/50</c>, <c>300,000.00</c>.</param>
/// <param name="Plotted">The same as a number, only to be drawn: percent of a ratio, yuan of an amount.</param>
/// <param name="AmountFen">The amount, where it is one.</param>
internal sealed record FigureView(string Text, decimal Plotted, long? AmountFen);

/// <summary>
/// A figure of a target, exact. <paramref name="Units"/> are fen of an amount and otherwise ten-thousandths: of one for a count, of a percent
/// for a ratio.
/// </summary>
/// <param name="Units">The figure.</param>
/// <param name="Part">Of a ratio that was counted, the part …</param>
/// <param name="Whole">… and the whole.</param>
internal sealed partial record FigureValue(long Units, long? Part = null, long? Whole = null)
{
    public const int Scale = 10_000;
    private const int Decimals = 4;
    private const long MostCount = 1_000_000_000_000;
    private const int FullPercent = 100;
    private const int MostGrowthPercent = 1000;

    /// <summary>What a person gives: a number or percentage as text, an amount in fen, or a part of a whole.</summary>
    internal sealed record Given(string? Value, long? AmountFen, long? Part, long? Whole);

    /// <summary>The exact figure, of a counted ratio the fraction itself.</summary>
    public Exact Exact => Whole is { } whole ? Exact.Of(Part!.Value * (BigInteger)FullPercent * Scale, whole) : Exact.Of(Units);

    /// <summary>A count.</summary>
    public static FigureValue Count(long count) => new(count * Scale);

    /// <summary>A part of a whole; of nothing it is none.</summary>
    public static FigureValue Share(long part, long whole) => whole == 0
        ? new FigureValue(0)
        : new FigureValue((long)Exact.Of((BigInteger)part * FullPercent * Scale, whole).Round(), part, whole);

    /// <summary>What the target wants.</summary>
    public static FigureValue Wanted(Target target) => target.Value switch
    {
        { AmountFen: { } fen } => new FigureValue(fen),
        // A percentage that four decimals hold is one; any other ratio stays the fraction that it is.
        { Ratio: { } ratio } => ratio.Numerator * FullPercent * Scale % ratio.Denominator == 0
            ? new FigureValue(ratio.Numerator * FullPercent * Scale / ratio.Denominator)
            : Share(ratio.Numerator, ratio.Denominator),
        _ => Count(target.Value.Number ?? 0),
    };

    /// <summary>HB-01: 突破 and 超過 are exceeded, 達到 and 以上 merely met.</summary>
    public bool Reaches(FigureValue wanted, bool strict) => strict ? Exact > wanted.Exact : Exact >= wanted.Exact;

    /// <summary>Reads a figure of a target, or tells what is wrong with it.</summary>
    public static Outcome<FigureValue> Read(Target target, Given given) => target.Value switch
    {
        { AmountFen: not null } => ReadAmount(given),
        { Ratio: not null } when given.Part is not null || given.Whole is not null => ReadShare(target, given),
        { Ratio: not null } => ReadPercent(target, given),
        _ => ReadCount(target, given),
    };

    /// <summary>The figure for people.</summary>
    public FigureView View(Target target) => View(target.Value, Exact, target.Value.Ratio is not null || target.Decimals > 0 ? Decimals : 0, Whole is null ? null : $"{Part}/{Whole}");

    /// <summary>A computed figure for people.</summary>
    public static FigureView View(ParameterValue kind, Exact units, int decimals, string? text = null)
    {
        if (kind.AmountFen is not null)
        {
            var fen = (long)Exact.Min(units, Exact.Of(Money.MaxFen)).Round();
            return new FigureView(Money.FromFen(fen).ToString(), fen / 100m, fen);
        }

        var shown = (units / Exact.Of(Scale)).Shown(decimals);
        var number = shown.ToString("0.####", CultureInfo.InvariantCulture);
        return new FigureView(text ?? (kind.Ratio is null ? number : $"{number} %"), shown, null);
    }

    private static Outcome<FigureValue> ReadAmount(Given given) => given is { AmountFen: { } fen, Value: null, Part: null, Whole: null } && Money.IsValid(fen)
        ? new FigureValue(fen)
        : Refusal.BadInput("amountFen", given.AmountFen, "请填写金额（单位：分，整数）。", "Give the amount, in whole fen.");

    private static Outcome<FigureValue> ReadShare(Target target, Given given) =>
        given is { Part: { } part and >= 0 and <= MostCount, Whole: { } whole and > 0 and <= MostCount, Value: null, AmountFen: null } && (part <= whole || target.IsGrowth)
            ? Share(part, whole)
            : Refusal.BadInput("part", given.Part, "部分数应为不大于总数的非负整数，总数应大于 0。", "The part is a whole number from 0 to the whole, and the whole is more than 0.")
                .With("whole", given.Whole);

    private static Outcome<FigureValue> ReadPercent(Target target, Given given)
    {
        var (least, most) = target.IsGrowth ? (-FullPercent, MostGrowthPercent) : (0, FullPercent);
        return Number(given, Decimals) is { } units && units >= least * (long)Scale && units <= most * (long)Scale
            ? new FigureValue(units)
            : Refusal.BadInput(
                "value", given.Value, $"百分比应为 {least} 至 {most} 的数，最多 4 位小数，如 3.52。", $"A percentage is a number from {least} to {most} with at most 4 decimals, such as 3.52.");
    }

    private static Outcome<FigureValue> ReadCount(Target target, Given given) => Number(given, target.Decimals) is { } units and >= 0 and <= MostCount * Scale
        ? new FigureValue(units)
        : Refusal.BadInput(
            "value",
            given.Value,
            target.Decimals == 0 ? "请填写不小于 0 的整数。" : $"请填写不小于 0 的数，最多 {target.Decimals} 位小数。",
            target.Decimals == 0 ? "Give a whole number that is not negative." : $"Give a number that is not negative, with at most {target.Decimals} decimals.");

    private static long? Number(Given given, int decimals) =>
        given is { Value: { } text, AmountFen: null, Part: null, Whole: null } && Plain().Match(text.Trim()) is { Success: true } match && match.Groups["rest"].Length <= decimals
            ? (long)(decimal.Parse(match.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * Scale)
            : null;

    [GeneratedRegex(@"^-?[0-9]{1,13}(\.(?<rest>[0-9]{1,4}))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
