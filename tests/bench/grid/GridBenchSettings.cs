namespace ColorDemo.Grid.Bench;

/// <summary>What can be measured by itself.</summary>
internal enum Part
{
    Page,
    Cells,
    Reaction,
    Host,
}

/// <param name="Only">Empty: all.</param>
/// <param name="Rounds">Of what a browser does.</param>
/// <param name="Length">Of each measurement of the host.</param>
/// <param name="Viewers">How many watch one panel.</param>
/// <param name="Rate">Requests a second of that panel.</param>
/// <param name="Host">A published host to measure; absent: it is published now.</param>
internal sealed record GridBenchSettings(
    IReadOnlyList<Part> Only, int Rounds, TimeSpan Length, int Viewers, int Rate, DirectoryInfo? Host)
{
    public bool Wants(Part part) => Only.Count == 0 || Only.Contains(part);
}
