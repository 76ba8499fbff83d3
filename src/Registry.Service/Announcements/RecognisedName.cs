using Contracts.Refusals;
using Policies;
using Registry.Packs;

namespace Registry.Announcements;

/// <summary>The name of a recognised centre, made from the pack's form and nothing else (ZS-17: 命名统一为“舟山市××产业创新中心”).</summary>
internal static class RecognisedName
{
    private const string Form = "recognised-name-form";
    private const int MaxField = 30;

    /// <summary>
    /// The name; refused where <paramref name="given"/>, what stands for ××, is not a plain word. Where the pack has no form the body keeps
    /// its <paramref name="projectName"/>, and nothing is given.
    /// </summary>
    public static Outcome<string> Make(PolicyPack pack, string? given, string projectName, DateOnly issuedOn, string clause)
    {
        if (pack.TextOrNone(Form, issuedOn) is not { Value: var form })
        {
            return string.IsNullOrEmpty(given) ? projectName : Refusal.BadInput("field", given, "该项目没有统一命名，名称为申报名称。", "This programme has no form of name; the body keeps the name that it applied under.");
        }

        var (field, parts) = (given ?? "", form.Split('*'));
        if (parts.Length != 2 || field.Length is 0 or > MaxField || !field.All(IsPlain))
        {
            return Refusal.BadInput(
                "field", field, $"请填写名称“{form}”中代表领域的文字，1 至 {MaxField} 字，不含空格和符号。", $"Give what stands for the field in '{form}': 1 to {MaxField} letters, without spaces and signs.");
        }

        // Somebody who gives the whole name would get 舟山市舟山市船舶产业创新中心产业创新中心.
        return parts.Any(part => part.Length > 0 && field.Contains(part, StringComparison.Ordinal))
            ? new Refusal(RefusalKind.BadInput, "name-form", clause, $"只填写领域，名称按“{form}”统一生成。", $"Give the field only; the name is made in the form '{form}'.").With("field", field)
            : $"{parts[0]}{field}{parts[1]}";
    }

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '·' or '-' or '、';
}
