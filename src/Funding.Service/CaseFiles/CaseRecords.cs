using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Funding.Data;
using Funding.Ledger;
using Funding.YearSummaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ServiceDefaults.Attachments;

namespace Funding.CaseFiles;

/// <summary>
/// The decisions behind the postings: every table of the service whose rows belong to the bureau, found in the model and not listed here, so that
/// no table that is added later can be forgotten. A row belongs where it says so itself, or where the row does that it cannot be without.
/// </summary>
internal sealed class CaseRecords(FundingDb db, CaseFileScope scope)
{
    private const string Jurisdiction = nameof(Posting.Jurisdiction);
    private const string Programme = nameof(Posting.Programme);

    // The ledger has a form of its own in the file (CaseLedger); the summaries say nothing that it does not.
    private static readonly Type[] Outside = [typeof(Posting), typeof(ChainLink), typeof(DailyHead), typeof(YearSummary), typeof(SummedUpTo)];

    private static readonly MethodInfo Rows = typeof(CaseRecords).GetMethod(nameof(RowsOf), BindingFlags.NonPublic | BindingFlags.Instance)!;
    private static readonly MethodInfo Linked = typeof(CaseRecords).GetMethod(nameof(AttachmentsOf), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The tables, by name; what stays outside is the ledger itself and what the platform keeps for its own work.</summary>
    public IReadOnlyList<IEntityType> Tables { get; } =
        [.. db.Model.GetEntityTypes().Where(IsOurs).Where(type => type.BaseType is null && !Outside.Contains(type.ClrType)).OrderBy(type => type.ClrType.Name, StringComparer.Ordinal)];

    /// <summary>Rows as JSON: calculation sheets as the documents that they are, and without the rows that have a table of their own.</summary>
    public JsonSerializerOptions Json { get; } = new(CaseFileArchive.Json)
    {
        TypeInfoResolver = CaseFileArchive.Json.TypeInfoResolver!.WithAddedModifier(type => Shape(type, db.Model.FindEntityType(type.Type))),
    };

    /// <summary>A table's rows of the bureau, in the order of their keys; null where nothing tells whose they are.</summary>
    public IAsyncEnumerable<object>? Of(IEntityType table) => (IAsyncEnumerable<object>?)Rows.MakeGenericMethod(table.ClrType).Invoke(this, [table]);

    /// <summary>The files that such rows refer to.</summary>
    public IEnumerable<IAsyncEnumerable<Attachment>> Attachments() => Tables
        .Select(table => (table, link: table.GetForeignKeys().FirstOrDefault(key => key.PrincipalEntityType.ClrType == typeof(Attachment))))
        .Where(found => found.link is not null)
        .Select(found => (IAsyncEnumerable<Attachment>)Linked.MakeGenericMethod(found.table.ClrType).Invoke(this, [found.table, found.link])!);

    private static bool IsOurs(IReadOnlyEntityType type) => type.ClrType.Assembly == typeof(CaseRecords).Assembly && !type.IsOwned();

    private IAsyncEnumerable<object>? RowsOf<T>(IEntityType table)
        where T : class =>
        Query<T>(table)?.AsAsyncEnumerable().Select(row => (object)row);

    private IAsyncEnumerable<Attachment> AttachmentsOf<T>(IEntityType table, IForeignKey link)
        where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        var key = Expression.Lambda<Func<T, Guid?>>(Expression.Convert(Column(row, link.Properties[0]), typeof(Guid?)), row);
        var ids = (Query<T>(table) ?? throw new InvalidOperationException($"{table.ClrType.Name} refers to files, and nothing tells whose its rows are.")).Select(key);
        return db.Set<Attachment>().AsNoTracking().Where(file => ids.Contains(file.Id)).OrderBy(file => file.Id).AsAsyncEnumerable();
    }

    private IQueryable<T>? Query<T>(IEntityType table)
        where T : class
    {
        var row = Expression.Parameter(typeof(T), "row");
        if (Belongs(table, row, []) is not { } belongs)
        {
            return null;
        }

        var rows = db.Set<T>().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(belongs, row));
        IOrderedQueryable<T>? ordered = null;
        foreach (var column in table.FindPrimaryKey()!.Properties)
        {
            var name = column.Name;
            ordered = ordered is null ? rows.OrderBy(r => EF.Property<object>(r, name)) : ordered.ThenBy(r => EF.Property<object>(r, name));
        }

        return ordered;
    }

    // Whether a row belongs to the scope; null where neither it nor what it hangs on tells.
    private Expression? Belongs(IEntityType table, Expression row, IReadOnlyList<IEntityType> path)
    {
        var (bureau, programme) = (Is(table, row, Jurisdiction, scope.Jurisdiction), Is(table, row, Programme, scope.Programme));
        var told = bureau is not null && (programme is not null || scope.Programme is null);
        var parent = told
            ? null
            : table.GetForeignKeys()
                .Where(key => key.IsRequired && key.Properties.Count == 1 && IsOurs(key.PrincipalEntityType) && !path.Contains(key.PrincipalEntityType))
                .Select(key => Hangs(key, row, [.. path, table]))
                .FirstOrDefault(found => found is not null);
        return bureau is null && parent is null ? null : new Expression?[] { bureau, programme, parent }.OfType<Expression>().Aggregate(Expression.AndAlso);
    }

    private static BinaryExpression? Is(IEntityType table, Expression row, string column, string? wanted) =>
        wanted is not null && table.FindProperty(column) is { } property ? Expression.Equal(Column(row, property), Expression.Constant(wanted)) : null;

    private MethodCallExpression? Hangs(IForeignKey key, Expression row, IReadOnlyList<IEntityType> path)
    {
        var principal = Expression.Parameter(key.PrincipalEntityType.ClrType, $"above{path.Count}");
        if (Belongs(key.PrincipalEntityType, principal, path) is not { } belongs)
        {
            return null;
        }

        var joined = Expression.Equal(Column(principal, key.PrincipalKey.Properties[0]), Column(row, key.Properties[0]));
        var set = (IQueryable)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(principal.Type).Invoke(db, [])!;
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Any), [principal.Type], set.Expression, Expression.Quote(Expression.Lambda(Expression.AndAlso(joined, belongs), principal)));
    }

    private static MethodCallExpression Column(Expression row, IProperty property) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], row, Expression.Constant(property.Name));

    private static void Shape(JsonTypeInfo type, IEntityType? entity)
    {
        var navigations = entity?.GetNavigations().Select(n => n.Name).ToHashSet(StringComparer.OrdinalIgnoreCase) ?? [];
        for (var at = type.Properties.Count - 1; at >= 0 && entity is not null; at--)
        {
            var property = type.Properties[at];
            if (navigations.Contains(property.Name))
            {
                type.Properties.RemoveAt(at);
            }
            else if (property.PropertyType == typeof(string) && property.Name.EndsWith("sheet", StringComparison.OrdinalIgnoreCase))
            {
                property.CustomConverter = new Document();
            }
        }
    }

    /// <summary>A stored JSON document, as a document.</summary>
    private sealed class Document : JsonConverter<string>
    {
        public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        // Read and written anew, so that it stays on its row's line; one that is no JSON any more is shown as the text that it is.
        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            try
            {
                using var document = JsonDocument.Parse(value);
                document.WriteTo(writer);
            }
            catch (JsonException)
            {
                writer.WriteStringValue(value);
            }
        }
    }
}
