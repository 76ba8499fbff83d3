using Contracts.Refusals;
using Contracts.Values;
using Reporting.Institutions;

namespace Reporting.Evaluations;

/// <summary>The third party (第三方机构) that evaluates (ZS-18), and the document that commissions it.</summary>
internal sealed record ThirdParty(string Name, string Code, string DocumentNumber)
{
    /// <summary>Longest name, and longest document number.</summary>
    public const int LongestText = 100;

    /// <summary>The third party as a request names it; refused where name, code or document will not do.</summary>
    public static Outcome<ThirdParty> Of(string name, string code, string documentNumber)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestText)
        {
            return Refusal.BadInput(
                "thirdPartyName", name, $"请填写第三方机构名称，不超过{LongestText}个字。", $"Name the third party, in at most {LongestText} characters.");
        }

        if (!SocialCreditCode.TryParse(code, out var valid))
        {
            return Refusal.BadInput(
                "thirdPartyCode",
                code,
                "第三方机构的统一社会信用代码无效（18位，含校验码）。",
                "This is no valid unified social credit code: 18 characters with a check character.");
        }

        return CheckNumber(documentNumber) is { } wrong ? wrong : new ThirdParty(name.Trim(), valid.Value, documentNumber.Trim());
    }

    /// <summary>The refusal of a document without a number; null where it will do.</summary>
    public static Refusal? CheckNumber(string documentNumber) =>
        string.IsNullOrWhiteSpace(documentNumber) || documentNumber.Length > LongestText
            ? Refusal.BadInput(
                "documentNumber", documentNumber, $"请填写文号，不超过{LongestText}个字。", $"Give the document's number, at most {LongestText} characters.")
            : null;

    /// <summary>ZS-18: who is a party of a body is no third party to it. Null where none of the bodies is its own.</summary>
    public Refusal? CheckRecusal(IEnumerable<Institution> bodies, string clause)
    {
        var own = bodies.Where(body => body.PartyCodes.Contains(Code)).Select(body => body.Name).ToList();
        return own.Count == 0
            ? null
            : Refusal.Conflict(
                "third-party-is-party",
                clause,
                $"{Name}是被评价单位的参与方（{string.Join('、', own)}），须回避，请委托其他第三方机构。",
                $"{Name} is a party of what is to be evaluated ({string.Join(", ", own)}) and must stand back; commission another third party.")
                .With("thirdPartyCode", Code).With("institutions", own);
    }
}
