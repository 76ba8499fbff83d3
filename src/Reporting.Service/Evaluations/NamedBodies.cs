using Contracts.Refusals;
using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Policies;
using Reporting.Data;
using Reporting.Institutions;

namespace Reporting.Evaluations;

/// <summary>Bodies named one by one at the opening of a round: units, universities, carriers that Registry keeps in no list of institutions (HB-13, HB-23, HB-26).</summary>
internal static class NamedBodies
{
    private const int Most = 500;

    /// <summary>A body by its name and social credit code.</summary>
    internal sealed record Line(string Name, string Code)
    {
        /// <summary>The code as it is kept and compared; null where it is none.</summary>
        internal string? Valid => SocialCreditCode.TryParse(Code, out var code) ? code.Value : null;
    }

    /// <summary>What is wrong with the list; null where nothing is. Institutions are evaluated as they stand, and not named.</summary>
    public static Refusal? Check(PackEvaluation scheme, IReadOnlyList<Line>? bodies)
    {
        var lines = bodies ?? [];
        if (!scheme.NamesBodies)
        {
            return lines.Count == 0
                ? null
                : Refusal.BadInput("bodies", lines.Count, "该评价的对象为在册机构，无需逐一列名。", "This evaluation is of the institutions on the register; none is named.");
        }

        if (lines.Count is 0 or > Most || lines.Contains(null!))
        {
            return Refusal.BadInput("bodies", lines.Count, $"请列出 1 至 {Most} 个被评价单位。", $"Name 1 to {Most} bodies.");
        }

        if (lines.FirstOrDefault(line => string.IsNullOrWhiteSpace(line.Name) || line.Name.Length > EvaluationRound.LongestText) is { } nameless)
        {
            return Refusal.BadInput("bodies.name", nameless.Name, $"请填写单位名称，不超过{EvaluationRound.LongestText}个字。", $"Give the body's name, in at most {EvaluationRound.LongestText} characters.");
        }

        if (lines.FirstOrDefault(line => line.Valid is null) is { } wrong)
        {
            return Refusal.BadInput(
                "bodies.code", wrong.Code, $"“{wrong.Name}”的统一社会信用代码无效（18位，含校验码）。", $"The social credit code of '{wrong.Name}' is not valid: 18 characters with a check character.");
        }

        var twice = lines.GroupBy(line => line.Valid, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null ? null : Refusal.BadInput("bodies.code", twice, "同一单位只能列一次。", "The same body is named twice.");
    }

    /// <summary>The bodies of a list that was checked, those known from an earlier round of the same evaluation as they are known.</summary>
    public static async Task<IReadOnlyList<Institution>> NamedAsync(
        this ReportingDb db, PolicyPack pack, PackEvaluation scheme, IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        var codes = lines.Select(line => line.Valid!).ToList();
        var known = await db.Institutions
            .Where(i => i.Programme == pack.Programme && i.Jurisdiction == pack.Jurisdiction && i.Standing == Institution.Named
                && i.Category == scheme.Name && codes.Contains(i.Organisation))
            .ToDictionaryAsync(i => i.Organisation, StringComparer.Ordinal, cancellationToken);
        return [.. lines.Select(line => Take(known.GetValueOrDefault(line.Valid!) ?? db.Add(New(pack, scheme, line)).Entity, line))];
    }

    private static Institution Take(Institution body, Line line)
    {
        body.Name = line.Name.Trim();
        return body;
    }

    private static Institution New(PolicyPack pack, PackEvaluation scheme, Line line) => new()
    {
        Id = Guid.CreateVersion7(),
        Version = 0,
        Programme = pack.Programme,
        Jurisdiction = pack.Jurisdiction,
        District = "",
        Name = line.Name.Trim(),
        Organisation = line.Valid!,
        Category = scheme.Name,
        Standing = Institution.Named,
        PartyCodes = [line.Valid!],
    };
}
