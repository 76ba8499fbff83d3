using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A database server; here the folder of the SQLite files that stand in for its databases.</summary>
    public sealed class SqlServerServerResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
    {
        internal SqlServerServerResource(string name)
            : base(name)
        {
        }
    }

    /// <summary>A database: a SQLite file, or the one given in configuration.</summary>
    public sealed class SqlServerDatabaseResource : Resource, IResourceWithConnectionString, IResourceWithWaitSupport
    {
        internal SqlServerDatabaseResource(string name, SqlServerServerResource server)
            : base(name) => WaitsFor.Add(server);

        /// <summary>The database's file name without ending: <c>funding</c> of <c>funding-db</c>.</summary>
        internal string FileName => Name.EndsWith("-db", StringComparison.Ordinal) ? Name[..^3] : Name;
    }
}

namespace Aspire.Hosting
{
    /// <summary>SQL Server in a diagram.</summary>
    public static class SqlServerBuilderExtensions
    {
        /// <summary>Adds a server.</summary>
        public static IResourceBuilder<SqlServerServerResource> AddSqlServer(this IDistributedApplicationBuilder builder, string name) =>
            DistributedApplicationBuilder.Of(builder).Add(new SqlServerServerResource(name));

        /// <summary>Adds a database. <c>ConnectionStrings:{name}</c> with <c>Database:Provider</c> in configuration is used instead of a file.</summary>
        public static IResourceBuilder<SqlServerDatabaseResource> AddDatabase(this IResourceBuilder<SqlServerServerResource> builder, string name) =>
            DistributedApplicationBuilder.Of(builder.ApplicationBuilder).Add(
                new SqlServerDatabaseResource(name, builder.Resource) { GivenAddress = builder.ApplicationBuilder.Configuration.GetConnectionString(name) });

        /// <summary>Keeps the data between runs, which files do.</summary>
        public static IResourceBuilder<SqlServerServerResource> WithDataVolume(this IResourceBuilder<SqlServerServerResource> builder) => builder;
    }
}
