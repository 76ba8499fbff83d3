using Contracts.Refusals;
using Contracts.Values;
using Microsoft.EntityFrameworkCore;
using Registry.Data;
using Registry.Packs;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Registry.Experts;

/// <summary>An expert enrols itself, or brings its own entry up to date (ZS-15): where it works decides what it may not score.</summary>
internal static class EnrolExpert
{
    private const int MaxFields = 20;
    private const int MaxNameLength = 100;

    /// <summary>Where the expert works, and the fields that it knows.</summary>
    internal sealed record EnrolRequest(string? OrganisationCode = null, string? OrganisationName = null, IReadOnlyList<string>? Fields = null);

    public static async Task<Answer<ExpertView>> HandleAsync(
        EnrolRequest request, HttpContext http, RegistryDb db, PackShelf packs, BusinessClock clock, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        var outcome = await db.WriteUniqueAsync<Expert>(
            async ct =>
            {
                var categories = (await packs.OpenAsync(ct)).Packs.Where(pack => pack.IsFor(caller)).SelectMany(pack => pack.Categories.Select(c => c.Key));
                if (Check(request, caller, categories.ToHashSet(StringComparer.Ordinal)) is { } refused)
                {
                    return refused;
                }

                var expert = await db.Experts.SingleOrDefaultAsync(e => e.Jurisdiction == caller.Jurisdiction && e.Subject == caller.Subject, ct);
                if (expert is null)
                {
                    expert = new Expert { Jurisdiction = caller.Jurisdiction!, Subject = caller.Subject, Name = caller.Name, EnrolledAt = clock.UtcNow };
                    db.Experts.Add(expert);
                }

                Fill(expert, request, caller);
                await db.SaveChangesAsync(ct);
                return expert;
            },
            cancellationToken);
        return outcome.ToHttp(ExpertView.Of);
    }

    /// <summary>What is wrong with an enrolment; null where nothing is.</summary>
    public static Refusal? Check(EnrolRequest request, Caller caller, IReadOnlySet<string> categories)
    {
        if (caller.Jurisdiction is null)
        {
            return Refusal.Forbidden("jurisdiction", "您的账号未绑定所属地区，请联系管理员。", "Your account is not bound to a jurisdiction; ask the administrator.");
        }

        if (request.OrganisationCode is { } given && (!SocialCreditCode.TryParse(given, out var code) || (caller.Organisation is { } own && own != code.Value)))
        {
            return Refusal.BadInput(
                "organisationCode",
                given,
                "请填写有效的统一社会信用代码（18位，含校验码）；账号已绑定单位的，应与其一致。",
                "Give a valid unified social credit code of 18 characters; where your account is bound to an organisation, that one's.");
        }

        if (request.OrganisationName is { Length: > MaxNameLength })
        {
            return Refusal.BadInput(
                "organisationName", request.OrganisationName.Length, $"单位名称不得超过 {MaxNameLength} 字。", $"The organisation's name is longer than {MaxNameLength} characters.");
        }

        if ((caller.Organisation ?? request.OrganisationCode) is null && string.IsNullOrWhiteSpace(request.OrganisationName))
        {
            return Refusal.BadInput(
                "organisationName",
                request.OrganisationName,
                "请填写工作单位的名称或统一社会信用代码；已退休的填写原单位。专家须据此回避。",
                "Give the name or the social credit code of where you work, or worked before you retired: it decides from what you are recused.");
        }

        var fields = request.Fields ?? [];
        return fields.Count > MaxFields || fields.FirstOrDefault(field => !categories.Contains(field ?? "")) is not null
            ? Refusal.BadInput("fields", string.Join(',', fields.Take(MaxFields)), "请从本地区政策列出的领域中选择。", "Choose among the fields that the policies of your jurisdiction list.")
                .With("known", categories.Order(StringComparer.Ordinal))
            : null;
    }

    private static void Fill(Expert expert, EnrolRequest request, Caller caller)
    {
        expert.Name = caller.Name;
        expert.OrganisationCode = SocialCreditCode.TryParse(caller.Organisation ?? request.OrganisationCode, out var code) ? code.Value : null;
        expert.OrganisationName = string.IsNullOrWhiteSpace(request.OrganisationName) ? null : request.OrganisationName.Trim();
        expert.Fields = [.. (request.Fields ?? []).Distinct(StringComparer.Ordinal)];
    }
}
