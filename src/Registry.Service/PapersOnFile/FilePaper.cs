using Contracts.Refusals;
using Policies;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Registry.PapersOnFile;

/// <summary>The operator files a paper, or a new version of it; the version before stays in the history.</summary>
internal static class FilePaper
{
    public const int MaxTitleLength = 200;
    public const int MaxNoteLength = 1000;

    /// <summary>A paper: of a person the title is its name. <paramref name="ExpiresOn"/> is its last day.</summary>
    internal sealed record PaperRequest(string Kind, string Title, DateOnly ValidFrom, DateOnly? ExpiresOn = null, string? Note = null);

    public static async Task<CreatedAnswer<PaperView>> HandleAsync(
        Guid id, PaperRequest request, IfMatch seen, HttpContext http, PaperDesk desk, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await desk.ChangeAsync(id, seen, caller, state => Decide(state, request, caller), cancellationToken);
        return outcome.ToCreated(_ => $"/api/registry/institutions/{id}/papers");
    }

    public static Outcome<Paper> Decide(PaperState state, PaperRequest request, Caller caller)
    {
        if (state.Pack.Papers.FirstOrDefault(paper => paper.Name == request.Kind) is not { } kind)
        {
            return Refusal.BadInput("kind", request.Kind, $"该项目政策没有“{request.Kind}”这一类档案。", $"This programme keeps no papers of the kind '{request.Kind}'.")
                .With("known", state.Pack.Papers.Select(paper => paper.Name));
        }

        var newest = state.NewestOf(SeriesOf(kind, request.Title ?? ""));
        var refused = CheckTexts(request) ?? CheckDays(request, kind, newest) ?? CheckRoom(state, kind);
        return refused is not null
            ? refused
            : new Paper
            {
                InstitutionId = state.Institution.Id,
                Kind = kind.Name,
                Series = SeriesOf(kind, request.Title!),
                Number = (newest?.Number ?? 0) + 1,
                Title = request.Title!.Trim(),
                ValidFrom = request.ValidFrom,
                ExpiresOn = request.ExpiresOn,
                Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
                IsPerson = kind.Person,
                RecordedAt = state.Now,
                RecordedBySubject = caller.Subject,
                RecordedByName = caller.SignedName(),
            };
    }

    /// <summary>Papers that expire are several side by side, told apart by their titles; of every other kind there is one.</summary>
    public static string SeriesOf(PackPaper kind, string title) => kind.Expires ? $"{kind.Name}/{title.Trim()}" : kind.Name;

    private static Refusal? CheckTexts(PaperRequest request)
    {
        if (request.Title?.Trim().Length is not (> 0 and <= MaxTitleLength))
        {
            return Refusal.BadInput("title", request.Title?.Length, $"请填写名称或姓名，不超过 {MaxTitleLength} 字。", $"Give its title, or the person's name, at most {MaxTitleLength} characters.");
        }

        return request.Note?.Length > MaxNoteLength
            ? Refusal.BadInput("note", request.Note.Length, $"说明不得超过 {MaxNoteLength} 字。", $"The note has at most {MaxNoteLength} characters.")
            : null;
    }

    private static Refusal? CheckDays(PaperRequest request, PackPaper kind, Paper? newest)
    {
        var clause = kind.Citation.ClauseId;
        if (kind.Expires && request.ExpiresOn is null)
        {
            return Refusal.BadInput("expiresOn", null, $"“{kind.Label.Zh}”须填写有效期截止日。", $"For '{kind.Label.En}' give the last day on which it holds.");
        }

        if (request.ExpiresOn < request.ValidFrom)
        {
            return Refusal.BadInput("expiresOn", request.ExpiresOn, "有效期截止日不得早于生效日。", "The last day cannot be before the first.").With("validFrom", request.ValidFrom);
        }

        return request.ValidFrom < newest?.ValidFrom
            ? Refusal.Conflict(
                    "before-the-version-in-use",
                    clause,
                    $"新版本的生效日不得早于现有版本的 {newest.ValidFrom:yyyy-MM-dd}。",
                    $"A new version cannot hold from an earlier day than the present one, {newest.ValidFrom:yyyy-MM-dd}.")
                .With("validFrom", request.ValidFrom).With("present", newest.ValidFrom)
            : null;
    }

    private static Refusal? CheckRoom(PaperState state, PackPaper kind) =>
        state.Papers.Count < PaperDesk.MaxPapers
            ? null
            : Refusal.Conflict(
                "too-many-papers", kind.Citation.ClauseId, $"每个机构最多登记 {PaperDesk.MaxPapers} 份档案。", $"An institution files at most {PaperDesk.MaxPapers} papers.");
}
