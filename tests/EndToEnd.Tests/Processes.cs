using System.Diagnostics;
using System.Runtime.InteropServices;
using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>Processes as the operating system knows them.</summary>
internal static partial class Processes
{
    /// <summary>The processes that this one has started and that still run.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent)
    {
        using var listing = Process.Start(new ProcessStartInfo(Tools.Ps, ["-eo", "pid=,ppid="])
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

    /// <param name="signal"><c>TERM</c>, <c>INT</c>, <c>KILL</c>, <c>STOP</c> or <c>CONT</c>.</param>
    public static void Signal(int id, string signal)
    {
        var number = signal switch { "INT" => 2, "KILL" => 9, "STOP" => 19, "CONT" => 18, _ => 15 };
        Assert.Equal(0, Kill(id, number));
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
