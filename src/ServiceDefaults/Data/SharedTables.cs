namespace ServiceDefaults.Data;

/// <summary>The cross-cutting tables that a context holds beside its own.</summary>
[Flags]
public enum SharedTables
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The offset of the business clock.</summary>
    Clock = 1,

    /// <summary>The answers under idempotency keys.</summary>
    Idempotency = 2,

    /// <summary>Long work.</summary>
    Jobs = 4,

    /// <summary>Attachments and their chunks.</summary>
    Attachments = 8,

    /// <summary>Who read and who wrote what.</summary>
    AccessLog = 16,

    /// <summary>All of them: a service's usual choice.</summary>
    All = Clock | Idempotency | Jobs | Attachments | AccessLog,
}
