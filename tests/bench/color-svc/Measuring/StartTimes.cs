using ColorDemo.ColorService.Bench.Contestants;

namespace ColorDemo.ColorService.Bench.Measuring;

/// <summary>From the start of a process to its first answer of status 200.</summary>
internal static class StartTimes
{
    /// <returns>Medians in milliseconds, by the contestant's name; empty when no start was wanted.</returns>
    public static async Task<IReadOnlyDictionary<string, double>> MeasureAsync(
        IReadOnlyList<Contestant> field, int starts, Cores cores, CancellationToken stop)
    {
        var times = field.ToDictionary(contestant => contestant.Name, _ => new List<double>());
        for (var start = 1; start <= starts; start++)
        {
            Progress.Say($"start {start} of {starts}: all contestants");
            foreach (var contestant in field)
            {
                await using var server = ServerProcess.Start(contestant, cores);
                times[contestant.Name].Add(server.AwaitFirstAnswer(stop).TotalMilliseconds);
            }
        }

        return times
            .Where(pair => pair.Value.Count > 0)
            .ToDictionary(pair => pair.Key, pair => Median.Of(pair.Value));
    }
}
