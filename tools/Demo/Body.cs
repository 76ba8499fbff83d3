namespace Demo;

/// <summary>A body of the story, with the people who act for it.</summary>
/// <param name="Operator">Its operator's user name.</param>
/// <param name="Reviewer">The user name of its county's reviewer.</param>
/// <param name="District">Its county.</param>
/// <param name="DistrictName">The county's name.</param>
/// <param name="Name">The implementing body's name (ZS-25).</param>
/// <param name="Code">Its social credit code.</param>
/// <param name="ProjectName">The name under which it builds; not yet that of ZS-17.</param>
/// <param name="KeyField">Its key field.</param>
/// <param name="LeadBody">The government that leads it.</param>
/// <param name="LeadBodyCode">That government's social credit code.</param>
/// <param name="CentreCode">The social credit code of the centre as a legal person (ZS-10).</param>
/// <param name="Track">On which track it applies (ZS-01).</param>
/// <param name="Field">What stands for ×× in its recognised name (ZS-17).</param>
/// <param name="En">What it is called in English.</param>
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
    string LeadBodyCode,
    string CentreCode,
    string Track,
    string Field,
    string En)
{
    /// <summary>Recognised in the first year, takes another centre in, stands at the end.</summary>
    public static readonly Body Materials = new(
        "zs-operator", "zs-district", "dinghai", "定海区", "定海海洋新材料创新中心有限公司", "91330902MA2K3T7Q0K",
        "定海海洋新材料中试基地", "new-materials", "定海区人民政府", "11330902002700M01G", "91330902MA2C000011", "directed", "海洋新材料", "the materials centre");

    /// <summary>Recognised in the first year, fails two years in a row.</summary>
    public static readonly Body Ships = new(
        "zs-operator-2", "zs-district", "dinghai", "定海区", "定海船舶与海工装备研究院", "12330902MA28A4B10J",
        "定海船舶与海工装备创新平台", "ships-and-offshore", "定海区人民政府", "11330902002700M01G", "91330902MA2C000024", "merit", "船舶与海工装备", "the ships centre");

    /// <summary>Recognised in the second year, merges into the first.</summary>
    public static readonly Body Biomedicine = new(
        "zs-operator-3", "zs-district-putuo", "putuo", "普陀区", "普陀海洋生物医药创新中心有限公司", "91330903MA29C6D20Q",
        "普陀海洋生物医药概念验证平台", "marine-biomedicine", "普陀区人民政府", "11330903002701M029", "91330903MA2C00003M", "directed", "海洋生物医药", "the biomedicine centre");

    /// <summary>Never gets to recognition within its two years.</summary>
    public static readonly Body Petrochemicals = new(
        "zs-operator-4", "zs-district-daishan", "daishan", "岱山县", "岱山绿色石化新材料研究院", "12330921MA2AE8F30W",
        "岱山绿色石化新材料研发平台", "new-materials", "岱山县人民政府", "11330921002702M03M", "91330921MA2C00004T", "directed", "绿色石化新材料", "the petrochemicals centre");

    /// <summary>Cheats in its application.</summary>
    public static readonly Body Aquaculture = new(
        "zs-operator-5", "zs-district-shengsi", "shengsi", "嵊泗县", "嵊泗深远海养殖装备创新中心", "91330922MA2BG2H409",
        "嵊泗深远海养殖装备创新平台", "ships-and-offshore", "嵊泗县人民政府", "11330922002703M04E", "91330922MA2C00005C", "directed", "深远海养殖装备", "the aquaculture centre");

    /// <summary>All of them, in the order in which they apply.</summary>
    public static readonly IReadOnlyList<Body> All = [Materials, Ships, Biomedicine, Petrochemicals, Aquaculture];

    /// <summary>The name that the announcement gives it (ZS-17).</summary>
    public string RecognisedName => $"舟山市{Field}产业创新中心";

    /// <inheritdoc />
    public override string ToString() => ProjectName;
}
