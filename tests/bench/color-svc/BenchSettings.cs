namespace ColorDemo.ColorService.Bench;

/// <param name="Seconds">Of each load, without the warm-up.</param>
/// <param name="Connections">Each number is a load of its own.</param>
/// <param name="Starts">How often each contestant is started to time the start; 0 leaves it out.</param>
/// <param name="Peers">Those wanted, if the machine has them; null means all.</param>
/// <param name="ColorService">A published file to measure; null means that it is published now.</param>
/// <param name="Compared">Other files to measure as color-svc with everything on.</param>
internal sealed record BenchSettings(
    int Rounds,
    int Seconds,
    int WarmUpSeconds,
    IReadOnlyList<int> Connections,
    int Starts,
    IReadOnlyList<string>? Peers,
    FileInfo? ColorService,
    IReadOnlyList<FileInfo> Compared,
    bool IsJson);

/// <summary>The measurement cannot be made. The message says what to do about it.</summary>
internal sealed class BenchException(string message) : Exception(message);
