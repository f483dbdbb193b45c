using System.Diagnostics;

namespace ColorDemo.ColorService.Bench;

/// <summary>Tells on standard error what is going on, so that standard output holds the result alone.</summary>
internal static class Progress
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    public static void Say(string line) =>
        Console.Error.WriteLine($"{Stopwatch.GetElapsedTime(Start):mm\\:ss} {line}");
}
