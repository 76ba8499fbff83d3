using System.Globalization;
using System.Text.Json.Nodes;
using Contracts.Values;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using ServiceDefaults.Attachments;
using ServiceDefaults.Authentication;
using ServiceDefaults.Problems;

namespace ServiceDefaults.OpenApi;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>: bearer tokens, roles, headers and problems included.</summary>
internal static class OpenApiRegistration
{
    private const string Bearer = "bearer";
    private const string Problem = "Problem";

    public static void AddOpenApiDocument(this IServiceCollection services, string service) => services.AddOpenApi("v1", options =>
    {
        options.CreateSchemaReferenceId = type => type.Type == typeof(ProblemBody) ? Problem : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddDocumentTransformer(async (document, context, ct) =>
        {
            // Not the address it happens to run at: the document is committed and compared.
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Info = new OpenApiInfo { Title = $"Platform API: {service}", Version = "v1" };
            document.Components ??= new OpenApiComponents();
            document.AddComponent(Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT" });
            document.AddComponent(Problem, await context.GetOrCreateSchemaAsync(typeof(ProblemBody), cancellationToken: ct));
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // The strict converters hide the shape of amounts and days from the generator.
            var optional = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type);
            var type = optional ?? context.JsonTypeInfo.Type;
            if (type == typeof(Money) || (type == typeof(long) && context.JsonPropertyInfo?.Name.EndsWith("Fen", StringComparison.Ordinal) == true))
            {
                DescribeAmount(schema, optional is not null);
            }
            else if (type == typeof(DateOnly))
            {
                schema.Type = optional is not null ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
                schema.Format = "date";
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void DescribeAmount(OpenApiSchema schema, bool optional)
    {
        schema.Type = optional ? JsonSchemaType.Integer | JsonSchemaType.Null : JsonSchemaType.Integer;
        schema.Format = "int64";
        schema.Minimum = "0";
        schema.Maximum = Money.MaxFen.ToString(CultureInfo.InvariantCulture);
        schema.Pattern = null;
    }

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var parameter in metadata.OfType<DocumentedParameter>())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = parameter.InHeader ? ParameterLocation.Header : ParameterLocation.Query,
                Required = parameter.Required,
                Schema = new OpenApiSchema { Type = parameter.Integer ? JsonSchemaType.Integer : JsonSchemaType.String },
            });
        }

        foreach (var parameter in context.Description.ParameterDescriptions)
        {
            if (Choice.WordsOf(parameter.ParameterDescriptor.ParameterType) is { } words
                && operation.Parameters?.FirstOrDefault(known => known.Name == parameter.Name) is OpenApiParameter documented)
            {
                documented.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. words.Select(word => JsonValue.Create(word))] };
            }
        }

        if (metadata.OfType<AttachmentBody>().Any())
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/octet-stream"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
            };
        }

        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A refusal, in Chinese and English, with its clause and figures.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [ProblemBody.MediaType] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
            },
        };
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            return;
        }

        var roles = metadata.OfType<RequiredRoles>().SelectMany(required => required.Roles).Distinct(StringComparer.Ordinal).ToList();
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = roles }];
        if (roles.Count > 0)
        {
            operation.Description ??= $"One of these roles is needed: {string.Join(", ", roles)}.";
        }
    }
}
