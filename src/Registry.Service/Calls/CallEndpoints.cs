using ServiceDefaults.Authentication;

namespace Registry.Calls;

/// <summary>The addresses of calls; those under <c>/public</c> are everybody's, without login.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this RouteGroupBuilder api)
    {
        var calls = api.MapGroup("/calls").WithTags("calls");
        calls.MapPost("", PublishCall.HandleAsync).RequireRoles(Roles.CityReviewer);
        calls.MapPost("/{id:guid}/close", CloseCall.HandleAsync).RequireRoles(Roles.CityReviewer);
        calls.MapGet("", ReadCalls.ListAsync).RequireAuthorization();
        calls.MapGet("/{id:guid}", ReadCalls.GetAsync).RequireAuthorization();
        api.MapGet("/public/calls", ReadCalls.ListPublicAsync).AllowAnonymous().WithTags("public");
    }
}
