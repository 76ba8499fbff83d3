using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Packs;
using Policies;
using Reporting.Data;
using Reporting.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Reporting.Targets;

/// <summary>The city records a year's figure of a target with its source; a later one of the same year corrects it and says why (HB-01).</summary>
internal static class RecordFigure
{
    private const int FirstYear = 2000;
    private const int LongestText = 400;
    private const int MostEditions = 100;

    /// <summary>The figure.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Target">The target's name.</param>
    /// <param name="Kind">What was reached, or what is planned.</param>
    /// <param name="Year">The year by whose end it holds.</param>
    /// <param name="District">The district or city that it is about; null = where the target itself is.</param>
    /// <param name="Value">A number, or a percentage without its sign: <c>28.35</c>.</param>
    /// <param name="AmountFen">Of an amount, instead.</param>
    /// <param name="Part">Of a ratio, instead: the part …</param>
    /// <param name="Whole">… and the whole.</param>
    /// <param name="Source">Where it comes from.</param>
    /// <param name="Reason">Why an earlier figure is corrected.</param>
    internal sealed record Request(
        string Programme, string Target, TargetFigureKind Kind, int Year, string? District, string? Value, long? AmountFen, long? Part, long? Whole, string Source, string? Reason);

    public static void Map(IEndpointRouteBuilder figures) => figures
        .MapPost("/", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Records a year's plan or actual of a target, or corrects it by a further version");

    /// <summary>The figure, or why it cannot be recorded.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="pack">The programme's pack.</param>
    /// <param name="districts">The districts of the bureau's bodies, beside those that the pack names.</param>
    /// <param name="last">The version of this figure that counts so far.</param>
    /// <param name="caller">Who records it.</param>
    /// <param name="now">The instant.</param>
    public static Outcome<TargetFigure> Decide(Request request, PolicyPack pack, IReadOnlyCollection<string> districts, TargetFigure? last, Caller caller, DateTime now)
    {
        if (pack.Targets.FirstOrDefault(target => target.Name == request.Target) is not { } target)
        {
            return Refusal.NotFound("target", request.Target, "目标");
        }

        if (!FigureValue.Read(target, new FigureValue.Given(request.Value, request.AmountFen, request.Part, request.Whole)).Accepted(out var value, out var wrong))
        {
            return wrong;
        }

        if ((CheckPlace(request, target, [.. Named(pack).Union(districts, StringComparer.Ordinal)]) ?? CheckYear(request, target, BusinessClock.DayOf(now).Year) ?? CheckTexts(request, last)) is { } refusal)
        {
            return refusal;
        }

        return new TargetFigure
        {
            Id = Guid.CreateVersion7(),
            Jurisdiction = pack.Jurisdiction,
            Programme = pack.Programme,
            Target = target.Key,
            Kind = request.Kind,
            Year = request.Year,
            District = DistrictOf(request, target),
            Edition = (last?.Edition ?? 0) + 1,
            Units = value.Units,
            Part = value.Part,
            Whole = value.Whole,
            Source = request.Source.Trim(),
            Reason = last is null ? null : request.Reason!.Trim(),
            BySubject = caller.Subject,
            ByName = caller.SignedName(),
            RecordedAt = now,
        };
    }

    private static string DistrictOf(Request request, Target target) => request.District ?? target.District ?? "";

    private static Refusal? CheckPlace(Request request, Target target, List<string> known) =>
        target.IsCounted && request.Kind == TargetFigureKind.Actual
            ? Refusal.Conflict(
                "counted-by-the-platform",
                target.Citation.ClauseId,
                "该目标的实际值由平台按登记册计数，无需填报。",
                "The actual of this target is counted by the platform on the register; it is not recorded by hand.").With("target", target.Name)
        : target.District is { } own && request.District is { } other && other != own
            ? Refusal.BadInput("district", other, $"该目标属于“{own}”，不能填报其他地区。", $"This target is one of '{own}'; no other district has a figure of it.")
        : request.District is { } district && !known.Contains(district)
            ? Refusal.BadInput(
                "district",
                district,
                $"本地区没有代码为“{district}”的县区或市，可填：{string.Join('、', known)}。",
                $"The bureau has no district or city '{district}'; known are {string.Join(", ", known)}.").With("known", known)
        : null;

    /// <summary>The districts that a pack names: in its form, for its targets, among its units.</summary>
    private static IEnumerable<string> Named(PolicyPack pack) =>
        (pack.Fields.FirstOrDefault(field => field.Name == "district")?.Options.Select(option => option.Key) ?? [])
            .Concat(pack.Targets.Select(target => target.District).OfType<string>())
            .Concat(pack.Units.Select(unit => unit.District).OfType<string>())
            .Distinct(StringComparer.Ordinal);

    // What is planned may lie ahead; what was reached may not. The document's own figure is nobody's to plan anew.
    private static Refusal? CheckYear(Request request, Target target, int thisYear)
    {
        var last = request.Kind == TargetFigureKind.Plan ? target.By.Year : thisYear;
        if (request.Year < FirstYear || request.Year > last)
        {
            return Refusal.BadInput("year", request.Year, $"年度应在 {FirstYear} 至 {last} 之间。", $"The year is one from {FirstYear} to {last}.");
        }

        return request.Kind == TargetFigureKind.Plan && request.Year == target.By.Year && DistrictOf(request, target) == (target.District ?? "")
            ? Refusal.Conflict(
                "fixed-by-the-document",
                target.Citation.ClauseId,
                $"{target.By.Year} 年的目标值由文件规定，不能另行设定。",
                $"What is wanted of {target.By.Year} is fixed by the document; it is not planned anew.").With("year", request.Year)
            : null;
    }

    private static Refusal? CheckTexts(Request request, TargetFigure? last)
    {
        if (request.Source.Trim().Length is 0 or > LongestText)
        {
            return Refusal.BadInput("source", request.Source.Length, $"请写明数据来源，不超过 {LongestText} 字。", $"Tell where the figure comes from, in at most {LongestText} characters.");
        }

        if (last is null)
        {
            return null;
        }

        if (last.Edition >= MostEditions)
        {
            return Refusal.BadInput("year", request.Year, $"同一数据最多更正 {MostEditions - 1} 次。", $"A figure is corrected at most {MostEditions - 1} times.");
        }

        return request.Reason?.Trim().Length is null or 0 or > LongestText
            ? Refusal.BadInput(
                "reason", request.Reason?.Length, $"该年度已有数据，更正须写明理由，不超过 {LongestText} 字。", $"The year has a figure; a correction tells why, in at most {LongestText} characters.")
            : null;
    }

    private static async Task<CreatedAnswer<FigureDetail>> HandleAsync(
        Request request, ReportingDb db, PackShelf packs, BusinessClock clock, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<TargetFigure>(
            async ct =>
            {
                if (!(await packs.RulingForAsync(request.Programme, caller, clock.Today, ct)).Accepted(out var pack, out var unknown))
                {
                    return unknown;
                }

                var districts = request.District is null
                    ? []
                    : await db.Institutions.Where(i => i.Jurisdiction == pack.Jurisdiction).Select(i => i.District).Distinct().ToListAsync(ct);
                var decided = Decide(request, pack, districts, await LastAsync(request, pack, db, ct), caller, clock.UtcNow);
                if (decided.Accepted(out var figure, out _))
                {
                    db.Add(figure);
                }

                return decided;
            },
            cancellationToken);
        return outcome.ToCreated(figure => FigureDetail.Of(figure, null, [], caller), view => $"/api/reporting/target-figures/{view.Id}");
    }

    private static async Task<TargetFigure?> LastAsync(Request request, PolicyPack pack, ReportingDb db, CancellationToken cancellationToken)
    {
        var target = pack.Targets.FirstOrDefault(one => one.Name == request.Target);
        var (key, district) = (target?.Key, target is null ? "" : DistrictOf(request, target));
        return await db.TargetFigures.AsNoTracking()
            .Where(f => f.Jurisdiction == pack.Jurisdiction && f.Programme == pack.Programme && f.Target == key && f.Kind == request.Kind
                && f.Year == request.Year && f.District == district)
            .OrderByDescending(f => f.Edition)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
