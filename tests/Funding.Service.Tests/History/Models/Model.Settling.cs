namespace Funding.Tests.History.Models;

/// <summary>A published review of a body's year, and the grade by which the year is settled.</summary>
internal sealed class ModelResult
{
    public required string Grade { get; set; }

    public required long Version { get; set; }

    public bool IsPending { get; set; } = true;

    public long SettledVersion { get; set; }

    public string? SettledGrade { get; set; }
}

/// <summary>What a settlement run says of a body.</summary>
internal sealed record ModelLine(int Body, long Version, string Grade, long Paid, long Entitled, long Claimed, long ClaimedBefore);

/// <summary>A settlement run that waits for its second person.</summary>
internal sealed record ModelRun(Guid Id, int Year, IReadOnlyList<ModelLine> Lines);

/// <content>What is due by a review, and its settlement.</content>
internal sealed partial class Model
{
    private static readonly Dictionary<string, long> Percent = new(StringComparer.Ordinal) { ["excellent"] = 100, ["good"] = 90, ["pass"] = 70, ["fail"] = 0 };

    public static IReadOnlyList<string> Grades { get; } = [.. Percent.Keys];

    public Dictionary<(int Body, int Year), ModelResult> Results { get; } = [];

    public List<ModelRun> Runs { get; } = [];

    public IReadOnlyList<int> Pending(int year) => [.. Results.Where(r => r.Key.Year == year && r.Value.IsPending).Select(r => r.Key.Body).Order()];

    public bool Settled(int body, int year) => Results.GetValueOrDefault((body, year))?.SettledGrade is not null;

    public long Entitled(int body, int year) => Results.GetValueOrDefault((body, year))?.SettledGrade is { } grade ? Entitled(body, year, grade) : 0;

    /// <summary>What a run would do to a body now.</summary>
    public ModelLine Line(int body, int year)
    {
        var (result, paid) = (Results[(body, year)], Paid(body, year));
        var entitled = Entitled(body, year, result.Grade);
        return new ModelLine(body, result.Version, result.Grade, paid, entitled, Claims(body, year).OverAdvance(paid - entitled), OverAdvance(body, year));
    }

    /// <summary>Settles a line where all is still as the second person saw it.</summary>
    public bool Settle(ModelLine line, int year)
    {
        var result = Results[(line.Body, year)];
        if ((!result.IsPending && result.SettledVersion >= line.Version) || Line(line.Body, year) != line)
        {
            return false;
        }

        (result.SettledGrade, result.SettledVersion, result.IsPending) = (line.Grade, line.Version, false);
        return true;
    }

    // Half to the even fen.
    private long Entitled(int body, int year, string grade)
    {
        var (whole, rest) = Math.DivRem((Paid(body, year) - ToppedUp(body, year)) * Percent[grade], 100);
        return (rest > 50 || (rest == 50 && whole % 2 == 1) ? whole + 1 : whole) + ToppedUp(body, year);
    }

    // Due in full: it was decided as such.
    private long ToppedUp(int body, int year) => Payments.Where(p => p.Body == body && p.Year == year && p.Status == "paid" && p.TopUp).Sum(p => p.Fen);

    private string? WhyNoTopUp(int body, int year) =>
        !Settled(body, year) || Results[(body, year)].IsPending ? "year-not-settled"
        : AboveEntitled(body, year) > 0 ? "top-up-while-claimed"
        : null;
}
