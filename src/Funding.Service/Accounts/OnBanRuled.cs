using Contracts.Registry;
using Funding.Data;
using Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Funding.Accounts;

/// <summary>
/// Holds the money of the bodies whose legal person, or whose receiver of the money, was barred (ZS-20, ZS-22); once the ban is over or
/// lifted the hold says so.
/// </summary>
internal sealed class OnBanRuled(FundingDb db, HoldMoney hold) : IOn<BanRuled>
{
    public async Task<Applied> ApplyAsync(BanRuled message, CancellationToken cancellationToken)
    {
        var bodies = await db.Accounts
            .Where(a => a.Jurisdiction == message.Jurisdiction && (a.InstitutionId == message.InstitutionId || a.ImplementingBodyCode == message.Code))
            .Select(a => a.InstitutionId).ToListAsync(cancellationToken);
        if (message.InstitutionId is { } institution && !bodies.Contains(institution))
        {
            return Applied.WaitFor(OnInstitutionChanged.SubjectKey(institution));
        }

        foreach (var account in (await db.TakeTurnsAsync(bodies, cancellationToken)).Values)
        {
            await hold.RunAsync(account, Ground(message), cancellationToken);
        }

        return Applied.Done;
    }

    private static HoldGround Ground(BanRuled said) => new(
        HoldCause.Ban,
        said.BanId,
        "registry",
        $"“{said.Name}”因“{said.GroundZh}”（{said.Clause}，{said.DocumentNumber}）自 {said.From:yyyy-MM-dd} 至 {said.LastDay:yyyy-MM-dd} 受禁止。",
        $"'{said.Name}' is barred from {said.From:yyyy-MM-dd} to {said.LastDay:yyyy-MM-dd}: {said.GroundEn} ({said.Clause}, {said.DocumentNumber}).",
        said.LiftedOn ?? said.LastDay.AddDays(1),
        said.LiftedOn is null ? said.DocumentNumber : said.LiftDocumentNumber);
}
