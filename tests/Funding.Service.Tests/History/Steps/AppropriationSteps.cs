using Funding.Tests.History.Models;
using Funding.Tests.Hosting;

namespace Funding.Tests.History.Steps;

/// <summary>Supplements (追加) and reductions (追减) of a year's money, decided again when they are approved.</summary>
internal sealed class AppropriationSteps(RandomHistory history)
{
    private const long CapFen = 300_000_000;
    private readonly World world = history.World;
    private readonly Model model = history.Model;
    private readonly Random random = history.Random;
    private readonly List<(Guid Id, int Year, string Kind, long Fen)> proposed = [];

    public IEnumerable<Act> All => [new(2, ProposeAsync), new(2, ApproveAsync)];

    private async Task<string?> ProposeAsync()
    {
        var (year, kind) = (history.Year(), random.Next(2) == 0 ? "supplement" : "reduction");
        var fen = kind == "reduction" ? history.Around(Left(year) / 2) : random.Next(6) == 0 ? CapFen : random.Next(1, 4_000);
        var path = $"/api/funding/appropriations/{history.Appropriations[year]}/changes";
        var request = new { kind, amountFen = fen, documentNumber = "舟财预〔2026〕2号", documentDate = world.Today, reason = "随机" };
        if (WhyNot(year, kind, fen) is { } code)
        {
            await RandomHistory.RefusedAsync(world.Maker, path, request, code);
            return $"{kind} of {year} by {fen}: {code}";
        }

        proposed.Add(((await history.DoAsync(world.Maker, path, request)).Key("id"), year, kind, fen));
        return $"{kind} of {year} by {fen} proposed";
    }

    private async Task<string?> ApproveAsync()
    {
        if (proposed.Count == 0)
        {
            return null;
        }

        var (id, year, kind, fen) = proposed[random.Next(proposed.Count)];
        var path = $"/api/funding/appropriation-changes/{id}/approve";
        if (WhyNot(year, kind, fen) is { } code)
        {
            await RandomHistory.RefusedAsync(world.Approver, path, null, code);
            return $"{kind} of {year} by {fen} not approved: {code}";
        }

        await history.DoAsync(world.Approver, path);
        proposed.Remove((id, year, kind, fen));
        model.Appropriated[year] += kind == "supplement" ? fen : -fen;
        return $"{kind} of {year} by {fen}";
    }

    private string? WhyNot(int year, string kind, long fen) =>
        kind == "reduction" && fen > Left(year) ? "appropriation-committed"
        : kind == "supplement" && model.Appropriated[year] + fen > CapFen ? "annual-cap-exceeded"
        : null;

    private long Left(int year) => model.Appropriated[year] - model.Committed(year);
}
