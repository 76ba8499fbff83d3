using Microsoft.AspNetCore.Http;

namespace ServiceDefaults.Idempotency;

/// <summary>Sends the answer of a record, byte for byte.</summary>
internal sealed record StoredAnswer(IdempotencyRecord Record, bool Replayed) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Record.Status;
        response.ContentType = Record.ContentType;
        response.Headers.Location = Record.Location;
        response.Headers.ETag = Record.ETag;
        if (Replayed)
        {
            response.Headers[IdempotencyKeys.ReplayHeader] = "true";
        }

        if (Record.Body.Length > 0)
        {
            response.ContentLength = Record.Body.Length;
            await response.Body.WriteAsync(Record.Body, httpContext.RequestAborted);
        }
    }
}

/// <summary>Runs a result into memory, so that nothing is sent before the transaction has committed.</summary>
internal static class AnswerBuffer
{
    public static async Task FillAsync(HttpContext http, IdempotencyRecord record, object? result)
    {
        var wire = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await AsResult(result).ExecuteAsync(http);
            await http.Response.CompleteAsyncInto(buffer);
        }
        finally
        {
            http.Response.Body = wire;
        }

        record.Status = http.Response.StatusCode;
        record.ContentType = http.Response.ContentType;
        record.Location = Header(http.Response.Headers.Location);
        record.ETag = Header(http.Response.Headers.ETag);
        record.Body = buffer.ToArray();
    }

    private static async Task CompleteAsyncInto(this HttpResponse response, MemoryStream buffer)
    {
        await response.BodyWriter.FlushAsync();
        await buffer.FlushAsync();
    }

    private static IResult AsResult(object? result) => result switch
    {
        IResult known => known,
        null => TypedResults.NoContent(),
        _ => TypedResults.Ok(result),
    };

    private static string? Header(Microsoft.Extensions.Primitives.StringValues values) => values.Count == 0 ? null : values.ToString();
}
