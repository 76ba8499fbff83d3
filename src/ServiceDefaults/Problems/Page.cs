using System.Buffers.Text;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Contracts.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;

namespace ServiceDefaults.Problems;

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>The same page seen through <paramref name="view"/>.</summary>
    public Page<TView> Select<TView>(Func<T, TView> view) => new([.. Items.Select(view)], Next);
}

/// <summary>Which page is asked for: <c>?after=&amp;limit=</c>. An endpoint takes it as a parameter.</summary>
/// <param name="After">The opaque cursor of the page before.</param>
/// <param name="Limit">How many rows, 1–200.</param>
public sealed record PageQuery(string? After, int Limit) : IEndpointParameterMetadataProvider
{
    /// <summary>Rows where nothing else is asked for.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most rows of one page.</summary>
    public const int MaxLimit = 200;

    /// <summary>Reads the query.</summary>
    public static ValueTask<PageQuery?> BindAsync(HttpContext context)
    {
        var limit = DefaultLimit;
        var given = context.Request.Query["limit"].ToString();
        if (given.Length > 0
            && (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
        {
            throw new RefusalException(Refusal.BadInput("limit", given, $"limit 应为 1 至 {MaxLimit} 的整数。", $"limit must be a whole number from 1 to {MaxLimit}."));
        }

        var after = context.Request.Query["after"].ToString();
        return ValueTask.FromResult<PageQuery?>(new PageQuery(after.Length == 0 ? null : after, limit));
    }

    /// <inheritdoc />
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new DocumentedParameter("after", InHeader: false, Required: false));
        builder.Metadata.Add(new DocumentedParameter("limit", InHeader: false, Required: false, Integer: true));
    }
}

/// <summary>Keyset pages: the next page starts after the last key, so that a list is complete whatever is added meanwhile.</summary>
public static class KeysetPages
{
    /// <summary>
    /// Reads one page of <paramref name="rows"/> in the order of <paramref name="key"/>, which must be unique. Keys that are
    /// Guid.CreateVersion7 give the order of creation.
    /// </summary>
    /// <exception cref="RefusalException">The cursor is not one of this list.</exception>
    public static async Task<Page<T>> ToPageAsync<T, TKey>(
        this IQueryable<T> rows, PageQuery page, Expression<Func<T, TKey>> key, CancellationToken cancellationToken, bool newestFirst = false)
        where TKey : IParsable<TKey>, IComparable<TKey>
    {
        if (page.After is { } after)
        {
            rows = rows.Where(Beyond(key, Decode<TKey>(after), newestFirst));
        }

        var ordered = newestFirst ? rows.OrderByDescending(key) : rows.OrderBy(key);
        var items = await ordered.Take(page.Limit + 1).ToListAsync(cancellationToken);
        if (items.Count <= page.Limit)
        {
            return new Page<T>(items, Next: null);
        }

        items.RemoveAt(page.Limit);
        return new Page<T>(items, Encode(key.Compile()(items[^1])));
    }

    /// <summary>The key after which the page begins; null for the first. For a list whose rows are found some other way.</summary>
    /// <exception cref="RefusalException">The cursor is not one of this list.</exception>
    public static TKey? KeyOf<TKey>(this PageQuery page)
        where TKey : struct, IParsable<TKey> =>
        page.After is { } after ? Decode<TKey>(after) : null;

    /// <summary>The page of rows of which one more than the limit was read, where there is one more.</summary>
    public static Page<T> Cut<T, TKey>(this PageQuery page, IReadOnlyList<T> rows, Func<T, TKey> key) =>
        rows.Count <= page.Limit ? new Page<T>(rows, Next: null) : new Page<T>([.. rows.Take(page.Limit)], Encode(key(rows[page.Limit - 1])));

    private static Expression<Func<T, bool>> Beyond<T, TKey>(Expression<Func<T, TKey>> key, TKey after, bool newestFirst)
        where TKey : IComparable<TKey>
    {
        // Held in an object, so that EF sends a parameter and keeps one query plan.
        var value = Expression.Property(Expression.Constant(new Cursor<TKey>(after)), nameof(Cursor<>.Key));
        var order = Expression.Call(key.Body, typeof(TKey).GetMethod(nameof(IComparable.CompareTo), [typeof(TKey)])!, value);
        var beyond = newestFirst ? Expression.LessThan(order, Expression.Constant(0)) : Expression.GreaterThan(order, Expression.Constant(0));
        return Expression.Lambda<Func<T, bool>>(beyond, key.Parameters);
    }

    private static string Encode<TKey>(TKey key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key switch
        {
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("O", CultureInfo.InvariantCulture),
            _ => string.Create(CultureInfo.InvariantCulture, $"{key}"),
        }));

    private static TKey Decode<TKey>(string after)
        where TKey : IParsable<TKey>
    {
        var bytes = new byte[after.Length];
        return Base64Url.IsValid(after)
            && Base64Url.TryDecodeFromChars(after, bytes, out var length)
            && TKey.TryParse(Encoding.UTF8.GetString(bytes, 0, length), CultureInfo.InvariantCulture, out var key)
            ? key
            : throw new RefusalException(
                Refusal.BadInput("after", after, "分页游标无效，请从第一页重新开始。", "This is not a cursor of this list; start again with the first page."));
    }

    private sealed record Cursor<TKey>(TKey Key);
}
