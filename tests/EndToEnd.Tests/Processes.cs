using System.Diagnostics;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>Processes as the operating system knows them.</summary>
internal static class Processes
{
    /// <summary>The processes that this one has started and that still run.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent)
    {
        using var listing = Process.Start(new ProcessStartInfo("ps", ["-eo", "pid=,ppid="])
        {
            RedirectStandardOutput = true,
        })!;
        return
        [
            .. listing.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray())
                .Where(row => row[1] == parent && row[0] != listing.Id)
                .Select(row => row[0]),
        ];
    }

    public static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public static void Signal(int id, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        kill.WaitForExit();
    }
}
