namespace AppHost.Local.Running;

/// <summary>What a running platform writes into its data folder, so that commands find it.</summary>
/// <param name="ProcessId">The AppHost's process.</param>
/// <param name="Dashboard">The dashboard's address.</param>
/// <param name="Console">The console's address.</param>
/// <param name="DemoUsers">Who can sign in; empty where the realm has no users of its own.</param>
internal sealed record RunningStack(int ProcessId, string Dashboard, string? Console, IReadOnlyList<string> DemoUsers);
