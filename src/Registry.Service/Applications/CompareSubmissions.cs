using System.Globalization;
using System.Text.Json;
using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.Applications;

/// <summary>What an applicant changed between two submissions: each answer that differs, before and after, and the files that came and went.</summary>
internal static class CompareSubmissions
{
    /// <summary>The difference of two rounds, in the order of the answers.</summary>
    internal sealed record DifferenceView(Guid ApplicationId, int From, int To, IReadOnlyList<ChangedAnswer> Answers, IReadOnlyList<ChangedFile> Files);

    /// <summary>One answer: <c>leadBodies[0].name</c>; a side is null where it was not given.</summary>
    internal sealed record ChangedAnswer(string Path, JsonElement? Before, JsonElement? After);

    /// <summary>One file that was added or taken out.</summary>
    internal sealed record ChangedFile(string Field, string FileName, string Sha256, bool Added);

    /// <summary>By default the latest submission against the one before it.</summary>
    public static async Task<Answer<DifferenceView>> HandleAsync(
        Guid id, int? from, int? to, HttpContext http, RegistryDb db, CancellationToken cancellationToken)
    {
        var application = await db.Applications.AsNoTracking().VisibleTo(http.Caller()).Include(a => a.Submissions).SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        return (application is null ? ApplicationDesk.NotFound(id) : await CompareAsync(application, from, to, db, cancellationToken)).ToHttp();
    }

    /// <summary>Every answer that differs. Lists are compared item by item, in their order.</summary>
    public static IReadOnlyList<ChangedAnswer> Compare(JsonElement before, JsonElement after)
    {
        var (old, now) = (Flatten("", before).ToList(), Flatten("", after).ToList());
        var known = old.ToDictionary(one => one.Path, one => one.Value, StringComparer.Ordinal);
        var given = now.Select(one => one.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. now.Where(one => !known.TryGetValue(one.Path, out var value) || !JsonElement.DeepEquals(value, one.Value))
                .Select(one => new ChangedAnswer(one.Path, known.TryGetValue(one.Path, out var value) ? value : null, one.Value)),
            .. old.Where(one => !given.Contains(one.Path)).Select(one => new ChangedAnswer(one.Path, one.Value, null)),
        ];
    }

    private static async Task<Outcome<DifferenceView>> CompareAsync(Application application, int? from, int? to, RegistryDb db, CancellationToken cancellationToken)
    {
        var (later, earlier) = (to ?? application.Round, from ?? (to ?? application.Round) - 1);
        var (before, after) = (application.Submissions.Find(s => s.Round == earlier), application.Submissions.Find(s => s.Round == later));
        if (before is null || after is null || earlier >= later)
        {
            return Refusal.BadInput("from", earlier, $"请选择第 1 至 {application.Round} 次提交中先后两次。", $"Choose two of the {application.Round} submission(s), the earlier one first.")
                .With("to", later);
        }

        var moved = before.Files.Except(after.Files).Concat(after.Files.Except(before.Files)).ToList();
        var files = await db.ApplicationFiles.AsNoTracking()
            .Where(file => moved.Contains(file.AttachmentId))
            .OrderBy(file => file.AttachmentId)
            .Join(db.Set<Attachment>(), file => file.AttachmentId, attachment => attachment.Id, (file, attachment) => new { attachment.Id, file.Field, attachment.FileName, attachment.Sha256 })
            .ToListAsync(cancellationToken);
        return new DifferenceView(
            application.Id,
            earlier,
            later,
            Compare(JsonElement.Parse(before.Answers), JsonElement.Parse(after.Answers)),
            [.. files.Select(file => new ChangedFile(file.Field, file.FileName, file.Sha256, after.Files.Contains(file.Id)))]);
    }

    private static IEnumerable<(string Path, JsonElement Value)> Flatten(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(answer => Flatten(path.Length == 0 ? answer.Name : $"{path}.{answer.Name}", answer.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Flatten(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), item)),
        JsonValueKind.Null => [],
        _ => [(path, value)],
    };
}
