namespace Demo;

/// <summary>The public notice, objections by anyone, the announcement and the certificate: ZS-16, ZS-17.</summary>
internal sealed class Posting(Stage stage)
{
    private const string Public = "/api/registry/public";

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;

    /// <summary>Posts a decided list today. Returns the notice.</summary>
    public async Task<string> PostAsync(string selection, string documentNumber, DateOnly day)
    {
        var posted = await platform.PostAsync("zs-city", "/api/registry/notices", Notice(selection, documentNumber, day));
        facts.Notices.Add(posted["id"]!.GetValue<Guid>());
        var shown = await platform.GetPublicAsync($"{Public}/notices/{posted["id"]}");
        var test = shown["byTestCalendar"]!.GetValue<bool>();
        stage.Tell.Done(
            $"公示自{shown["postedOn"]}起5个工作日，至{shown["lastDay"]}止，无需登录即可查看{(test ? "(按测试日历计算)" : "")}",
            $"posted for 5 working days until {shown["lastDay"]}, open to everybody{(test ? ", by a test calendar" : "")} (ZS-16)");
        return Stage.Id(posted);
    }

    /// <summary>A notice in a year whose working days nobody has published is refused (P-3).</summary>
    public Task RefuseWithoutCalendarAsync(string selection, string documentNumber, DateOnly day) =>
        stage.RefuseAsync("notice in a year without calendar", "zs-city", "/api/registry/notices", Notice(selection, documentNumber, day));

    /// <summary>Somebody objects to a body; another who comes after the last day is refused.</summary>
    public async Task<string> ObjectAsync(string notice, Body body, string statement)
    {
        var receipt = await platform.PostAsync(Platform.Nobody, $"{Public}/notices/{notice}/objections", Objection(body, statement));
        stage.Tell.Done($"有人对“{body.ProjectName}”提出异议，回执{receipt["receiptNumber"]}", $"somebody objects to {body.En} without login (ZS-16)");
        return receipt["receiptNumber"]!.GetValue<string>();
    }

    /// <summary>One person verifies the objection, another upholds it: the application is refused.</summary>
    public async Task UpholdAsync(string notice, string findings)
    {
        var objection = (await platform.GetAsync("zs-city", $"/api/registry/notices/{notice}"))["objections"]![0]!;
        var address = $"/api/registry/objections/{Stage.Id(objection)}";
        await stage.EditAsync("zs-city", address, "verify", new { findings });
        await stage.EditAsync("zs-city-2", address, "decide", new { upheld = true, reason = findings });
        stage.Tell.Done("异议经核实成立，该申请不予认定，其他申请继续", "the objection is verified and upheld; the others go on (ZS-16)");
    }

    /// <summary>Announces what is on the notice, and shows the certificate to everybody.</summary>
    public async Task AnnounceAsync(string notice, IReadOnlyList<Body> bodies, string documentNumber, DateOnly issuedOn)
    {
        await platform.PostAsync("zs-city", "/api/registry/announcements", Announcement(notice, bodies, documentNumber, issuedOn));
        foreach (var body in bodies)
        {
            var certificate = await platform.GetAsync("zs-city", $"/api/registry/institutions/{facts.Institutions[body]}/certificate");
            var shown = await platform.GetPublicAsync($"{Public}/certificates/{certificate["code"]}");
            stage.Tell.Done($"{documentNumber}认定“{body.RecognisedName}”，证书可公开查验：{shown["code"]}", $"{body.En} is recognised from {issuedOn:yyyy-MM-dd} (ZS-17)");
        }
    }

    /// <summary>Announcing before the notice is over, or a body with an open objection.</summary>
    public Task RefuseAnnouncementAsync(string what, string notice, IReadOnlyList<Body> bodies, string documentNumber, DateOnly issuedOn) =>
        stage.RefuseAsync(what, "zs-city", "/api/registry/announcements", Announcement(notice, bodies, documentNumber, issuedOn));

    /// <summary>An objection after the last day.</summary>
    public Task RefuseLateObjectionAsync(string notice, Body body) =>
        stage.RefuseAsync("objection after the notice", Platform.Nobody, $"{Public}/notices/{notice}/objections", Objection(body, "材料不实。"));

    private static object Notice(string selection, string documentNumber, DateOnly day) =>
        new { selectionId = selection, documentNumber, postedOn = Stage.Iso(day) };

    private object Objection(Body body, string statement) =>
        new { applicationId = facts.Applications[body], name = "某高校教师", contact = "13800000000", statement };

    private object Announcement(string notice, IReadOnlyList<Body> bodies, string documentNumber, DateOnly issuedOn) => new
    {
        noticeId = notice,
        documentNumber,
        issuedOn = Stage.Iso(issuedOn),
        centres = bodies.Select(body => new { applicationId = facts.Applications[body], field = body.Field }),
    };
}
