using Contracts.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using ServiceDefaults.Problems;

namespace Registry.Experts;

/// <summary>Experts by their accounts, for Reporting: where each works is as it enrolled, not as somebody says of it (EO-11).</summary>
internal static class FindExperts
{
    private const int Most = 50;

    public static async Task<Answer<Page<ExpertView>>> HandleAsync(string jurisdiction, [FromQuery] string[] subject, RegistryDb db, CancellationToken cancellationToken)
    {
        if (subject.Length is 0 or > Most)
        {
            return ((Outcome<Page<ExpertView>>)Refusal.BadInput("subject", subject.Length, $"请给出 1 至 {Most} 个专家账号。", $"Give 1 to {Most} accounts.")).ToHttp();
        }

        var experts = await db.Experts.AsNoTracking().Where(e => e.Jurisdiction == jurisdiction && subject.Contains(e.Subject)).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return ((Outcome<Page<ExpertView>>)new Page<ExpertView>([.. experts.Select(ExpertView.Of)], Next: null)).ToHttp();
    }
}
