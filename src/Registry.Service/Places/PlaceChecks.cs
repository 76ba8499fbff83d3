using System.Text.RegularExpressions;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies.Places;
using Registry.Data;

namespace Registry.Places;

/// <summary>What a place may be; each check is null where nothing stands against it.</summary>
internal static partial class PlaceChecks
{
    private const int MaxNameLength = 60;

    public static Refusal? Code(string? code) =>
        code is not null && Form().IsMatch(code)
            ? null
            : Refusal.BadInput("code", code, "代码应为2至40位小写字母、数字或连字符，以字母开头。", "A code is 2 to 40 lower-case letters, digits or hyphens and begins with a letter.");

    public static Refusal? Names(string? zh, string? en) =>
        string.IsNullOrWhiteSpace(zh) || string.IsNullOrWhiteSpace(en) || zh.Length > MaxNameLength || en.Length > MaxNameLength
            ? Refusal.BadInput("zh", zh, $"请填写中英文名称，各不超过 {MaxNameLength} 字。", $"Give the name in Chinese and English, at most {MaxNameLength} characters each.").With("en", en)
            : null;

    public static Refusal? Days(DateOnly from, DateOnly? until) =>
        until < from ? Refusal.BadInput("until", until, "截止日早于起始日。", "It ends before it begins.").With("from", from) : null;

    /// <summary>A park lies in a district or zone of its bureau; nothing else lies in anything (EI-13).</summary>
    public static async Task<Refusal?> ParentAsync(RegistryDb db, string jurisdiction, string kind, string? parent, CancellationToken cancellationToken)
    {
        if (!PlaceKinds.All.Contains(kind, StringComparer.Ordinal))
        {
            return Refusal.BadInput("kind", kind, "类别应为 district、zone 或 park。", "The kind is district, zone or park.");
        }

        var fits = kind == PlaceKinds.Park
            ? parent is not null && await db.Places.AnyAsync(p => p.Jurisdiction == jurisdiction && p.Code == parent && p.Kind != PlaceKinds.Park, cancellationToken)
            : parent is null;
        return fits
            ? null
            : Refusal.BadInput("parent", parent, "园区应选择所在的区、县或功能区，其余不填。", "A park names the district or zone that it lies in; the others name none.");
    }

    /// <summary>The refusal of a code that is no place of these kinds on a day; null where it is one.</summary>
    public static async Task<Refusal?> CheckPlaceAsync(
        this RegistryDb db, string field, string? code, string jurisdiction, DateOnly day, bool park, CancellationToken cancellationToken, string? parent = null)
    {
        var known = code is not null && await db.Places.AnyAsync(
            p => p.Jurisdiction == jurisdiction && p.Code == code && p.Kind == PlaceKinds.Park == park && p.From <= day && (p.Until == null || p.Until >= day)
                && (parent == null || p.Parent == parent),
            cancellationToken);
        return known
            ? null
            : Refusal.BadInput(
                field,
                code,
                park ? "不是所在区、县或功能区的园区。" : "不是本地区的区、县或功能区。",
                park ? "This is no park of that district or zone." : "This is no district or zone of the jurisdiction.")
                .With("day", day);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
