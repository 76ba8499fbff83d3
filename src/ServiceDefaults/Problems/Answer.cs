using System.Reflection;
using Contracts.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using ServiceDefaults.Data;

namespace ServiceDefaults.Problems;

/// <summary>A view whose version is its ETag.</summary>
public interface IETagged
{
    /// <summary>The version of the row behind the view.</summary>
    long Version { get; }
}

/// <summary>An outcome on the wire: 200 with the value, or the refusal as problem+json.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class Answer<T> : IResult, IEndpointMetadataProvider where T : notnull
{
    private readonly Outcome<T> outcome;

    internal Answer(Outcome<T> outcome) => this.outcome = outcome;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => Answers.WriteAsync(httpContext, outcome, StatusCodes.Status200OK, location: null);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>An outcome on the wire: 201 with the value and its address, or the refusal as problem+json.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class CreatedAnswer<T> : IResult, IEndpointMetadataProvider where T : notnull
{
    private readonly Outcome<T> outcome;
    private readonly Func<T, string> location;

    internal CreatedAnswer(Outcome<T> outcome, Func<T, string> location) => (this.outcome, this.location) = (outcome, location);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => Answers.WriteAsync(httpContext, outcome, StatusCodes.Status201Created, location);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}

/// <summary>Turns outcomes into answers.</summary>
public static class Answers
{
    /// <summary>200 with the value, or the refusal.</summary>
    public static Answer<T> ToHttp<T>(this Outcome<T> outcome) where T : notnull => new(outcome);

    /// <summary>200 with a view of the value, or the refusal.</summary>
    public static Answer<TView> ToHttp<T, TView>(this Outcome<T> outcome, Func<T, TView> view)
        where T : notnull
        where TView : notnull =>
        new(outcome.Accepted(out var value, out var refused) ? view(value) : refused);

    /// <summary>201 with the value and its address, or the refusal.</summary>
    public static CreatedAnswer<T> ToCreated<T>(this Outcome<T> outcome, Func<T, string> location) where T : notnull => new(outcome, location);

    /// <summary>201 with a view of the value and its address, or the refusal.</summary>
    public static CreatedAnswer<TView> ToCreated<T, TView>(this Outcome<T> outcome, Func<T, TView> view, Func<TView, string> location)
        where T : notnull
        where TView : notnull =>
        new(outcome.Accepted(out var value, out var refused) ? view(value) : refused, location);

    internal static Task WriteAsync<T>(HttpContext context, Outcome<T> outcome, int status, Func<T, string>? location)
        where T : notnull
    {
        if (!outcome.Accepted(out var value, out var refused))
        {
            return context.WriteProblemAsync(refused);
        }

        context.Response.StatusCode = status;
        if (location is not null)
        {
            context.Response.Headers.Location = location(value);
        }

        if (VersionOf(value) is { } version)
        {
            context.Response.Headers.ETag = IfMatch.ETag(version);
        }

        return context.Response.WriteAsJsonAsync(value, context.RequestAborted);
    }

    private static long? VersionOf(object value) => value switch
    {
        IETagged view => view.Version,
        IVersioned row => row.Version,
        _ => null,
    };
}
