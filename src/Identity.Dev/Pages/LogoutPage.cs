using Identity.Dev.Realms;

namespace Identity.Dev.Pages;

/// <summary>Asks before a logout that no application vouched for, and confirms a done one.</summary>
internal static class LogoutPage
{
    public static IResult Confirm(Realm realm, string? returnTo, string? clientId, string? state) => Page.Result(
        "退出登录 Sign out",
        $"""
        <h1>退出登录？</h1>
        <p class="en" lang="en">Do you want to sign out?</p>
        <form method="post" action="/realms/{realm.Name}/protocol/openid-connect/logout">
        <input type="hidden" name="confirmed" value="yes">
        <input type="hidden" name="post_logout_redirect_uri" value="{Page.Text(returnTo)}">
        <input type="hidden" name="client_id" value="{Page.Text(clientId)}">
        <input type="hidden" name="state" value="{Page.Text(state)}">
        <button type="submit">退出 Sign out</button>
        </form>
        """);

    public static IResult Done(Realm realm) => Page.Result(
        "已退出 Signed out",
        $"""<h1>您已退出{Page.Text(realm.Document.DisplayName ?? realm.Name)}</h1><p class="en" lang="en">You are signed out.</p>""");
}
