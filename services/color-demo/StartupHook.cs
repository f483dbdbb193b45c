using System.Runtime.InteropServices;

/// <summary>
/// Runs inside every pod's process, before its own code: when the launcher closes the pod's standard input, or is gone
/// in whatever way, the process stops. So no pod outlives its launcher, and color-svc need not know of one.
/// </summary>
/// <remarks>The runtime finds the type by this very name through <c>DOTNET_STARTUP_HOOKS</c>.</remarks>
internal static partial class StartupHook
{
    private const int Terminate = 15; // SIGTERM
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    public static void Initialize() =>
        new Thread(StopWithTheLauncher) { IsBackground = true, Name = "launcher watch" }.Start();

    private static void StopWithTheLauncher()
    {
        using var input = Console.OpenStandardInput();
        while (input.Read(new byte[64]) > 0)
        {
        }

        if (!OperatingSystem.IsWindows() && Kill(Environment.ProcessId, Terminate) == 0)
        {
            Thread.Sleep(LongestStop); // ended sooner by the process itself, once its requests are answered
        }

        Environment.Exit(0);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
