namespace ColorDemo.Mesh.Proxy;

/// <summary>Draws with percentages in steps of 0.0001.</summary>
/// <remarks>Source: Istio's <c>translatePercentToFractionalPercent</c>, in millionths.</remarks>
internal static class Chance
{
    private const int Steps = 1_000_000;

    public static bool Hits(double percent) => Random.Shared.Next(Steps) < (int)(percent * (Steps / 100));
}
