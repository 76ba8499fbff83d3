using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using Reporting.Data;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace Reporting.Bulletins;

/// <summary>The city edits the words of a draft. Tables and charts stay or go; their figures nobody writes.</summary>
internal static class EditBulletin
{
    private const int LongestTitle = 200;
    private const int LongestText = 5000;
    private const int MostBlocks = 100;

    /// <summary>A block: a new text, or a table or chart of the draft by its key.</summary>
    internal sealed record EditedBlock(string? Key, BlockKind Kind, Label Text);

    /// <summary>The whole draft.</summary>
    internal sealed record Request(Label Title, IReadOnlyList<EditedBlock> Blocks);

    public static void Map(IEndpointRouteBuilder bulletins) => bulletins
        .MapPut("/{id:guid}", HandleAsync)
        .RequireRoles(Roles.CityReviewer)
        .WithSummary("Saves the words of a draft; tables and charts are kept by their keys, or left out");

    /// <summary>Writes the draft, or tells why not.</summary>
    public static Outcome<Bulletin> Decide(Bulletin bulletin, Request request, Caller caller)
    {
        if ((bulletin.CheckDraft() ?? CheckTexts(request)) is { } refusal)
        {
            return refusal;
        }

        var figures = bulletin.ReadBlocks().Where(block => block.IsGenerated).ToDictionary(block => block.Key, StringComparer.Ordinal);
        var blocks = new List<BulletinBlock>();
        foreach (var (index, block) in request.Blocks.Index())
        {
            if (block.Kind is BlockKind.Heading or BlockKind.Paragraph)
            {
                blocks.Add(new BulletinBlock($"text-{index}", block.Kind, Trimmed(block.Text), [], [], null));
            }
            else if (block.Key is { } key && figures.Remove(key, out var kept) && kept.Kind == block.Kind)
            {
                blocks.Add(kept with { Text = Trimmed(block.Text) });
            }
            else
            {
                return Refusal.BadInput(
                    "blocks", block.Key, "表格和图表由数据生成，只能保留或删除，不能新增或重复。", "Tables and charts are generated: they are kept once or left out, never added.");
            }
        }

        (bulletin.TitleZh, bulletin.TitleEn, bulletin.Blocks) = (request.Title.Zh.Trim(), request.Title.En.Trim(), Bulletin.WriteBlocks(blocks));
        bulletin.WrittenBy(caller);
        return bulletin;
    }

    private static Label Trimmed(Label text) => new(text.Zh.Trim(), text.En.Trim());

    private static Refusal? CheckTexts(Request request) =>
        request.Title.Zh.Trim().Length is 0 or > LongestTitle || request.Title.En.Trim().Length > LongestTitle
            ? Refusal.BadInput("title", request.Title.Zh.Length, $"请填写标题，不超过 {LongestTitle} 字。", $"Give it a title of at most {LongestTitle} characters.")
        : request.Blocks.Count is 0 or > MostBlocks
            ? Refusal.BadInput("blocks", request.Blocks.Count, $"通报应有 1 至 {MostBlocks} 段。", $"A bulletin has 1 to {MostBlocks} blocks.")
        : request.Blocks.FirstOrDefault(block => block.Text.Zh.Trim().Length is 0 or > LongestText || block.Text.En.Trim().Length > LongestText) is { } wrong
            ? Refusal.BadInput("blocks", wrong.Text.Zh.Length, $"每段文字应为 1 至 {LongestText} 字。", $"A text has 1 to {LongestText} characters.")
        : null;

    private static async Task<Answer<BulletinDetail>> HandleAsync(
        Guid id, Request request, IfMatch seen, ReportingDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteAsync<Outcome<Bulletin>>(
            async ct =>
            {
                var bulletin = await db.Bulletins.VisibleTo(caller).SingleOrDefaultAsync(b => b.Id == id, ct);
                if (bulletin is null)
                {
                    return BulletinRoutes.NotFound(id);
                }

                // Whoever comes second is shown what the other wrote, so that nothing is lost.
                return seen.Check(bulletin) is { } stale ? stale.With("latest", BulletinDetail.Of(bulletin, caller)) : Decide(bulletin, request, caller);
            },
            cancellationToken);
        return outcome.ToHttp(bulletin => BulletinDetail.Of(bulletin, caller));
    }
}
