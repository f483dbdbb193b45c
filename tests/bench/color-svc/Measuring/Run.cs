using System.Text.Json.Serialization;

namespace ColorDemo.ColorService.Bench.Measuring;

/// <summary>One load on one contestant.</summary>
/// <param name="Round">Counted from one.</param>
/// <param name="CpuMicroseconds">Of the server, workers included, per request.</param>
/// <param name="ResidentMebibytes">Of the server, workers included, right after the load.</param>
internal sealed record Run(
    string Contestant, int Round, int Connections, Load Load, double CpuMicroseconds, double ResidentMebibytes)
{
    /// <summary>Of one core, how much the server had: 1 when nobody else used it and wrk asked fast enough.</summary>
    public double CoreShare => CpuMicroseconds * Load.Requests / Load.Microseconds;

    /// <summary>Only answers of status 200 are comparable.</summary>
    [JsonPropertyOrder(1)]
    public bool IsValid => Load is { Requests: > 0, Refused: 0, Broken: 0 };
}
