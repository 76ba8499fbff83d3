using Contracts.Refusals;
using ServiceDefaults.Problems;

namespace Gateway.Proxy;

/// <summary>Says which service does not answer, instead of an empty 502.</summary>
internal static partial class FailedForwards
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var error = context.GetForwarderErrorFeature();
        if (IsTooLarge(error?.Exception))
        {
            await BodyLimits.RefuseAsync(context);
        }
        else if (error is not null || NobodyAvailable(context))
        {
            Log.NoAnswer(
                context.RequestServices.GetRequiredService<ILogger<ServiceAddresses>>(),
                context.GetReverseProxyFeature().Cluster.Config.ClusterId,
                context.GetReverseProxyFeature().ProxiedDestination?.Model.Config.Address,
                error?.Exception?.Message ?? "no replica is available");
            await context.WriteProblemAsync(Unavailable(context), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static bool NobodyAvailable(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable && context.GetReverseProxyFeature().ProxiedDestination is null;

    private static bool IsTooLarge(Exception? exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => true,
        AggregateException several => several.InnerExceptions.Any(IsTooLarge),
        null => false,
        _ => IsTooLarge(exception.InnerException),
    };

    private static Refusal Unavailable(HttpContext context)
    {
        var name = context.GetReverseProxyFeature().Cluster.Config.ClusterId;
        var zh = context.RequestServices.GetRequiredService<ServiceAddresses>().Find(name)?.Zh ?? "登录服务";
        return new Refusal(
            RefusalKind.Unavailable,
            "service-unavailable",
            name,
            $"{zh}暂时没有回应，本次操作可能未生效，请稍后查看结果再重试。",
            $"The {name} service does not answer at the moment. This may not have taken effect: look again later before you retry.");
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The service {Service} at {Address} does not answer: {Reason}.")]
        public static partial void NoAnswer(ILogger logger, string service, string? address, string reason);
    }
}
