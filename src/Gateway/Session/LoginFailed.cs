using Microsoft.AspNetCore.Authentication;

namespace Gateway.Session;

/// <summary>The page for a sign-in that did not come through: an old tab, a refusal, a Keycloak that is away.</summary>
internal static partial class LoginFailed
{
    private const string Page =
        """
        <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>登录未完成</title>
        <style>body{font:16px/1.7 system-ui,"Noto Sans CJK SC",sans-serif;max-width:30em;margin:15vh auto;padding:0 1em;color:#1f2733}a{color:#1d5fd1}</style></head>
        <body><h1>登录未完成</h1><p>登录页面可能已过期，或登录服务暂时没有回应。<a href="/login">重新登录</a></p>
        <p lang="en">Sign-in was not completed: the page may be too old, or the sign-in service does not answer. <a href="/login">Sign in again</a></p></body></html>
        """;

    public static async Task AnswerAsync(RemoteFailureContext context)
    {
        Log.NotCompleted(context.HttpContext.RequestServices.GetRequiredService<ILogger<KeycloakLogin>>(), context.Failure?.Message);
        context.HandleResponse();
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(Page, context.HttpContext.RequestAborted);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A sign-in was not completed: {Reason}")]
        public static partial void NotCompleted(ILogger logger, string? reason);
    }
}
