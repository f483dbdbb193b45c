using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ColorDemo.Launcher;

/// <summary>
/// Under <c>dotnet run</c> the user sees that process, not this one: when it is killed, the demo must end too.
/// </summary>
/// <remarks>
/// Only then: a launcher started in the background by a shell should outlive the shell. The project file has
/// <c>dotnet run</c> pass an argument that tells the two apart; launch settings would print a line of their own.
/// </remarks>
internal static partial class ParentWatch
{
    private const string Argument = "--stop-with-parent";

    private static bool _isAskedFor;

    /// <returns>The arguments that are for the command line.</returns>
    public static string[] Take(string[] arguments)
    {
        _isAskedFor = arguments is [Argument, ..];
        return _isAskedFor ? arguments[1..] : arguments;
    }

    /// <summary>A token that is cancelled with <paramref name="stop"/>, or when the parent has ended.</summary>
    public static CancellationTokenSource StopWithParent(CancellationToken stop)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (!OperatingSystem.IsWindows() && _isAskedFor)
        {
            _ = CancelWithParentAsync(ParentId(), source);
        }

        return source;
    }

    private static async Task CancelWithParentAsync(int id, CancellationTokenSource source)
    {
        try
        {
            using var parent = Process.GetProcessById(id);
            await parent.WaitForExitAsync(source.Token);
            await source.CancelAsync();
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // the demo ended first
        }
        catch (ArgumentException)
        {
            await source.CancelAsync(); // the parent was gone before it could be watched
        }
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentId();
}
