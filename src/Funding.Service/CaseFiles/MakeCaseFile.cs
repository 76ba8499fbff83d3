using Contracts.Refusals;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using ServiceDefaults.Authentication;
using ServiceDefaults.Clock;
using ServiceDefaults.Problems;

namespace Funding.CaseFiles;

/// <summary>Case files that are being made in this process; each reads the whole ledger, so there are never many.</summary>
internal sealed class CaseFileTurn : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim places = new(AtOnce);

    /// <summary>A place, if one is free; it is given back by <see cref="Leave"/>.</summary>
    public bool TryEnter() => places.Wait(0);

    /// <summary>Gives a place back.</summary>
    public void Leave() => places.Release();

    public void Dispose() => places.Dispose();
}

/// <summary>The auditor's case file: one zip that proves itself without the platform (docs/runbooks/case-file.md).</summary>
internal static class MakeCaseFile
{
    private static readonly string[] Readers = [Roles.Auditor, Roles.Leader];

    public static void Map(RouteGroupBuilder api) => api.MapGet("/case-file", Handle).RequireRoles(Readers);

    private static IResult Handle(string? programme, HttpContext http) => http.Caller().Jurisdiction is { } jurisdiction
        ? new Download(new CaseFileScope(jurisdiction, programme))
        : new ProblemAnswer(Refusal.Forbidden("jurisdiction", "您的账号没有所属单位。", "Your account belongs to no bureau."));

    private sealed class Download(CaseFileScope scope) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var services = httpContext.RequestServices;
            var turn = services.GetRequiredService<CaseFileTurn>();
            if (!turn.TryEnter())
            {
                await new ProblemAnswer(Busy).ExecuteAsync(httpContext);
                return;
            }

            try
            {
                var (response, today) = (httpContext.Response, services.GetRequiredService<BusinessClock>().Today);
                var disposition = new ContentDispositionHeaderValue("attachment");
                disposition.SetHttpFileName($"case-file-{scope.Programme ?? scope.Jurisdiction}-{today:yyyyMMdd}.zip");
                response.Headers.ContentDisposition = disposition.ToString();
                response.Headers.XContentTypeOptions = "nosniff";
                response.ContentType = "application/zip";
                if (httpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
                {
                    // The archive writes the few bytes around each file synchronously; the files themselves go out asynchronously.
                    body.AllowSynchronousIO = true;
                }

                await services.GetRequiredService<CaseFileWriter>().WriteAsync(scope, httpContext.Caller().Name, response.Body, httpContext.RequestAborted);
            }
            finally
            {
                turn.Leave();
            }
        }
    }

    private static readonly Refusal Busy = new(
        RefusalKind.Unavailable,
        "case-file-busy",
        "case-file",
        "正在生成其他审计卷宗，请稍后再试。",
        "Other case files are being made; try again shortly.");
}
