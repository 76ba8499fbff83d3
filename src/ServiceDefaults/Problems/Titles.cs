using Contracts.Refusals;

namespace ServiceDefaults.Problems;

/// <summary>What a status means to a person.</summary>
internal static class Titles
{
    /// <summary>The title of a status in Chinese and English.</summary>
    public static (string Zh, string En) Of(int status) => status switch
    {
        400 => ("请求内容有误", "The request is wrong"),
        401 => ("请先登录", "Please sign in"),
        403 => ("无权进行此操作", "You may not do this"),
        404 => ("没有找到", "Not found"),
        405 => ("不支持此操作方式", "This method is not supported here"),
        409 => ("与规定或现状不符", "The rules or the state of things forbid it"),
        412 => ("内容已被他人修改", "Somebody else changed it"),
        413 => ("内容过大", "Too large"),
        415 => ("不支持的内容类型", "This media type is not supported"),
        428 => ("缺少版本条件", "A version is required"),
        429 => ("请求过于频繁", "Too many requests"),
        502 or 503 or 504 => ("暂时无法办理", "Not possible at the moment"),
        _ => ("系统出现错误", "Something went wrong"),
    };

    /// <summary>The refusal behind a status that an infrastructure part set without a body.</summary>
    public static Refusal Refusal(int status) => status switch
    {
        401 => new Refusal(RefusalKind.Forbidden, "not-signed-in", "Authorization", "请先登录后再操作，或重新获取访问令牌。", "Sign in, or send a valid access token."),
        403 => new Refusal(RefusalKind.Forbidden, "forbidden", "role", "您的角色无权进行此操作。", "Your role may not do this."),
        404 => new Refusal(RefusalKind.NotFound, "not-found", "path", "没有这个地址。", "There is no such address."),
        405 => new Refusal(RefusalKind.BadInput, "method-not-allowed", "method", "此地址不支持这种请求方式。", "This address does not support this method."),
        413 => new Refusal(RefusalKind.BadInput, "too-large", "body", "提交的内容过大，请减小后重试。", "What was sent is too large; send less."),
        415 => new Refusal(RefusalKind.BadInput, "unsupported-media-type", "Content-Type", "内容类型应为 application/json。", "Send application/json."),
        429 => new Refusal(RefusalKind.Unavailable, "too-many-requests", "rate", "请求过于频繁，请稍后再试。", "Too many requests; try again later."),
        502 or 503 or 504 => new Refusal(RefusalKind.Unavailable, "unavailable", "service", "服务暂时不可用，请稍后再试。", "The service is not available at the moment; try again later."),
        >= 500 => new Refusal(RefusalKind.Unavailable, "internal-error", "service", "系统出现错误，未作任何更改。请将追踪号告知管理员。", "Something went wrong; tell the administrator the trace id."),
        _ => new Refusal(RefusalKind.BadInput, "bad-request", "request", "请求内容有误。", "The request is wrong."),
    };
}
