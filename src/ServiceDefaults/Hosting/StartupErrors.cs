namespace ServiceDefaults.Hosting;

/// <summary>Tells why a process does not start: one sentence, no stack trace.</summary>
public static class StartupErrors
{
    private static int installed;

    /// <summary>From here on a <see cref="StartupException"/> that nobody catches ends the process with its sentence.</summary>
    public static void TellInsteadOfThrowing()
    {
        if (Interlocked.Exchange(ref installed, 1) == 1)
        {
            return;
        }

        AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
        {
            if (thrown.ExceptionObject is StartupException e)
            {
                Tell(e.Message);
                Environment.Exit(1);
            }
        };
    }

    /// <summary>Tells <paramref name="sentence"/> and makes the exit code 1.</summary>
    public static void Tell(string sentence)
    {
        Console.Error.WriteLine($"Cannot start: {sentence}");
        Environment.ExitCode = 1;
    }
}
