using BenchmarkDotNet.Attributes;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Bench.Micro;

/// <summary>Which destination of a split a request takes.</summary>
[MemoryDiagnoser]
public class Draws
{
    private readonly Split _two = Of(80, 20);
    private readonly Split _eight = Of(30, 20, 10, 10, 10, 10, 5, 5);

    [Benchmark]
    public SplitDestination OfTwo() => _two.Draw(Random.Shared);

    [Benchmark]
    public SplitDestination OfEight() => _eight.Draw(Random.Shared);

    private static Split Of(params int[] weights) => new(
        [.. weights.Select((weight, index) => new SplitDestination(
            $"host-{index}", null, 80, weight, null, HeaderChanges.None, HeaderChanges.None, null))]);
}
