namespace ColorDemo.Grid.Asking;

/// <summary>One request's end, with what only its inspector shows.</summary>
/// <param name="Latency">From sending to the end of the answer, or to giving up; milliseconds.</param>
/// <param name="Received">See <see cref="HeaderText"/>.</param>
/// <param name="TraceId">32 hexadecimal digits; absent when the request bore none.</param>
public sealed record Reply(Answer Answer, double Latency, byte[] Received, string? TraceId = null);
