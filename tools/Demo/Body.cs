namespace Demo;

/// <summary>An implementing body of the story, with the people who act for it.</summary>
/// <param name="Operator">Its operator's user name.</param>
/// <param name="Reviewer">The user name of its county's reviewer.</param>
/// <param name="District">Its county.</param>
/// <param name="DistrictName">The county's name.</param>
/// <param name="Name">The implementing body's name.</param>
/// <param name="Code">Its social credit code.</param>
/// <param name="ProjectName">The name under which it builds; not yet that of ZS-17.</param>
/// <param name="KeyField">Its key field.</param>
/// <param name="LeadBody">The government that leads it.</param>
/// <param name="LeadBodyCode">That government's social credit code.</param>
public sealed record Body(
    string Operator,
    string Reviewer,
    string District,
    string DistrictName,
    string Name,
    string Code,
    string ProjectName,
    string KeyField,
    string LeadBody,
    string LeadBodyCode)
{
    /// <summary>The four bodies of the story.</summary>
    public static readonly IReadOnlyList<Body> All =
    [
        new("zs-operator", "zs-district", "dinghai", "定海区", "定海海洋新材料创新中心有限公司", "91330902MA2K3T7Q0K", "定海海洋新材料中试基地", "new-materials", "定海区人民政府", "11330902002700M01G"),
        new("zs-operator-2", "zs-district", "dinghai", "定海区", "定海船舶与海工装备研究院", "12330902MA28A4B10J", "定海船舶与海工装备创新平台", "ships-and-offshore", "定海区人民政府", "11330902002700M01G"),
        new("zs-operator-3", "zs-district-putuo", "putuo", "普陀区", "普陀海洋生物医药创新中心有限公司", "91330903MA29C6D20Q", "普陀海洋生物医药概念验证平台", "marine-biomedicine", "普陀区人民政府", "11330903002701M029"),
        new("zs-operator-4", "zs-district-daishan", "daishan", "岱山县", "岱山绿色石化新材料研究院", "12330921MA2AE8F30W", "岱山绿色石化新材料研发平台", "new-materials", "岱山县人民政府", "11330921002702M03M"),
    ];
}
