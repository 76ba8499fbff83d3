namespace Gateway.Proxy;

/// <summary>
/// What Registry offers to everybody without login: notices and objections to them, the list of recognised bodies, certificates
/// (ZS-16, ZS-17). Reading there asks for no session at all; what is sent there is small, and few of it from one address.
/// </summary>
internal static class PublicAddresses
{
    public const string Service = "registry";
    public const string Root = $"/api/{Service}/public";

    public static bool Contains(HttpRequest request) => request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether somebody whom nobody knows wants something written down.</summary>
    public static bool IsWrittenTo(HttpRequest request) =>
        Contains(request) && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
}
