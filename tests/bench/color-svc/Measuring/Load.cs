using System.Text.Json;

namespace ColorDemo.ColorService.Bench.Measuring;

/// <summary>What wrk saw during one load. Times are microseconds.</summary>
/// <param name="Refused">Answers with a status of 400 and above.</param>
/// <param name="Broken">Connections that failed, and answers that did not come in time.</param>
internal sealed record Load(long Requests, long Microseconds, long P50, long P99, long Refused, long Broken)
{
    public double RequestsPerSecond => Requests * 1e6 / Microseconds;

    /// <param name="output">Of wrk, among it the line that <see cref="Wrk"/>'s script prints.</param>
    public static Load Parse(string output)
    {
        var line = output.Split('\n').Single(one => one.StartsWith('{'));
        return JsonSerializer.Deserialize<Load>(line)!;
    }
}
