using BenchmarkDotNet.Attributes;
using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Bench.Micro;

/// <summary>Choosing a color.</summary>
[MemoryDiagnoser]
public class Draws
{
    private readonly Palette _palette = new(Family.All);

    [Benchmark]
    public Color? Any() => _palette.Draw();

    [Benchmark]
    public Color? OfFamily() => _palette.Draw(Family.Blue);

    [Benchmark]
    public Color? ByName() => _palette.Find("royalblue");
}
