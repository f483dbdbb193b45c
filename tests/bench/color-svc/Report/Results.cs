using ColorDemo.ColorService.Bench.Contestants;
using ColorDemo.ColorService.Bench.Measuring;

namespace ColorDemo.ColorService.Bench.Report;

/// <summary>All that was measured. What was not is null.</summary>
/// <param name="Starts">Milliseconds to the first answer, by the contestant's name.</param>
/// <param name="TraceBatches">How often spans arrived, from all contestants that send them.</param>
internal sealed record Results(
    BenchSettings Settings,
    string Cores,
    IReadOnlyList<Contestant> Field,
    IReadOnlyDictionary<string, double> Starts,
    IReadOnlyList<Run> Runs,
    long TraceBatches)
{
    public IReadOnlyList<Run> Invalid => [.. Runs.Where(run => !run.IsValid)];

    public double? StartMilliseconds(string contestant) => Starts.TryGetValue(contestant, out var time) ? time : null;

    public double? ProgramMebibytes(string contestant) =>
        Field.First(one => one.Name == contestant).ProgramBytes / 1024.0 / 1024.0;

    /// <summary>Of the valid runs.</summary>
    public double? MedianOf(string contestant, int connections, Func<Run, double> figure)
    {
        var runs = Valid(contestant, connections);
        return runs.Count == 0 ? null : Median.Of(runs.Select(figure));
    }

    public Ratio? RatioOf(string contestant, string other, int connections, Func<Run, double> figure)
    {
        double[] perRound = [.. Valid(contestant, connections).Join(
            Valid(other, connections),
            run => run.Round,
            run => run.Round,
            (one, another) => figure(one) / figure(another))];
        return MedianOf(contestant, connections, figure) / MedianOf(other, connections, figure) is { } ofMedians
            && perRound.Length > 0
            ? new(ofMedians, perRound.Min(), perRound.Max())
            : null;
    }

    private List<Run> Valid(string contestant, int connections) =>
        [.. Runs.Where(run => run.IsValid && run.Contestant == contestant && run.Connections == connections)];
}
