using System.Security.Cryptography;
using System.Text;
using Contracts.Refusals;
using ServiceDefaults.Problems;

namespace Gateway.Session;

/// <summary>A browser sends its cookie whoever asks it to; only our own page knows the session's token as well. Bearers need none.</summary>
internal static class AntiForgery
{
    public const string Header = "X-CSRF";

    private static readonly Refusal Missing = new(
        RefusalKind.Forbidden,
        "anti-forgery",
        Header,
        "请求缺少防伪标识，为安全起见未予办理，请刷新页面后重试。",
        $"The request lacks the anti-forgery token of its session ({Header}); it was not carried out. Reload the page and try again.");

    public static IApplicationBuilder UseAntiForgery(this IApplicationBuilder app) => app.Use((context, next) =>
        ChangesNothing(context.Request.Method) || SessionHandler.CsrfOf(context) is not { } expected || Same(expected, context.Request.Headers[Header].ToString())
            ? next(context)
            : context.WriteProblemAsync(Missing));

    private static bool ChangesNothing(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
