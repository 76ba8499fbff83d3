using System.Text;
using Microsoft.Playwright;

namespace ConsoleTests;

/// <summary>What a body fills in to be entered as under construction.</summary>
internal sealed record ConstructionForm
{
    /// <summary>The project's name.</summary>
    public required string Project { get; init; }

    /// <summary>Its key field, as the form names it.</summary>
    public required string Field { get; init; }

    /// <summary>Its county, as the form names it.</summary>
    public required string District { get; init; }

    /// <summary>The implementing body.</summary>
    public required string Body { get; init; }

    /// <summary>Its social credit code.</summary>
    public required string Code { get; init; }

    /// <summary>The lead body, a county government.</summary>
    public required string Lead { get; init; }

    /// <summary>Its social credit code.</summary>
    public required string LeadCode { get; init; }
}

/// <summary>The steps from a new draft to a body under construction, each by its person.</summary>
internal static class Filing
{
    /// <summary>Starts a draft and answers it, all but the commitment.</summary>
    public static async Task FillConstructionAsync(Person applicant, ConstructionForm form)
    {
        await applicant.MenuAsync("申报");
        await applicant.PressAsync("新建申报");
        await applicant.PressAsync("确认新建申报");
        await applicant.SeesAsync("申报表");
        await applicant.ChooseAsync("列入建设");
        await applicant.ChooseAsync("定向布局");
        await applicant.TypeAsync("项目名称", form.Project);
        await applicant.ChooseAsync(form.Field);
        await applicant.PickAsync("所在县", form.District);
        await applicant.TypeAsync("建设内容概述", "建设千吨级中试线与公共检测平台。");
        await applicant.TypeAsync("实施主体名称", form.Body);
        await applicant.TypeAsync("实施主体统一社会信用代码", form.Code);
        await applicant.PressAsync("plus 添加“牵头单位”");
        await applicant.TypeAsync("名称", form.Lead);
        await applicant.TypeAsync("统一社会信用代码", form.LeadCode);
        await applicant.PickAsync("类别", "县（区）政府");
        await applicant.ChooseAsync("是");
        await applicant.TypeAsync("县（区）投入", "500000");
        await applicant.ChooseAsync(form.Lead);
        await applicant.DayAsync("承诺日期", "2025-12-01");
    }

    /// <summary>Attaches a file to the field of that name.</summary>
    public static async Task AttachAsync(Person applicant, string field)
    {
        await applicant.Field(field).SetInputFilesAsync(new FilePayload
        {
            Name = $"{field}.pdf",
            MimeType = "application/pdf",
            Buffer = Encoding.UTF8.GetBytes($"%PDF-1.4\n% {field}\n%%EOF\n"),
        });
        await applicant.SeesAsync($"{field}.pdf");
    }

    /// <summary>Hands the draft in, once every answer is there.</summary>
    public static async Task SubmitAsync(Person applicant)
    {
        await applicant.SeesAsync("必填项已齐");
        await applicant.PressAsync("提交申报");
        await applicant.ConfirmAsync("提交申报", "已提交，等待县区审核");
    }

    /// <summary>The county checks it and puts it on a list (ZS-14).</summary>
    public static async Task RecommendAsync(Person district, string project, string seen, string documentNumber)
    {
        await district.MenuAsync("今日待办");
        await district.FollowAsync(project);
        await district.SeesAsync(seen);
        await district.Page.GetByRole(AriaRole.Link, new() { Name = "列入推荐名单" }).ClickAsync();
        await district.SeesAsync("已选 1 件");
        await district.PressAsync("签发名单");
        await district.TypeAsync("名单文号", documentNumber);
        await district.ConfirmAsync("签发名单", "名单已签发，送达市级");
    }

    /// <summary>The city enters it as under construction (ZS-30).</summary>
    public static async Task EnterAsync(Person city, string project, string documentNumber)
    {
        await city.MenuAsync("今日待办");
        await city.FollowAsync(project);
        await city.PressAsync("列入建设");
        await city.TypeAsync("决定文号", documentNumber);
        await city.ConfirmAsync("列入建设", "已列入建设");
        await Assertions.Expect(city.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("建设中");
    }
}
