using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>Asks one target and says how it ended, on connections of its own: none waits for another's.</summary>
/// <param name="traces">Whether requests bear trace ids.</param>
public sealed class Probe(Target target, TimeProvider clock, bool traces = false) : IDisposable
{
    private readonly HttpQuestion? _http = target.Sampling.Protocol == SamplingProtocol.Http ? new(target) : null;
    private readonly GrpcQuestion? _grpc = target.Sampling.Protocol == SamplingProtocol.Grpc ? new(target) : null;
    private readonly TimeSpan _timeout = TimeSpan.FromMilliseconds(target.Sampling.Timeout);
    private readonly string? _givenTraceId = TraceParent.IdIn(target.Sampling.Headers);
    private readonly TraceParent _trace = new(
        traces && !target.Sampling.Headers.Any(
            one => one.Name.Equals(TraceParent.Header, StringComparison.OrdinalIgnoreCase)),
        clock);

    /// <param name="stop">Ends the wait without a sample.</param>
    public async Task<Reply> AskAsync(CancellationToken stop)
    {
        var traceId = _trace.NextId();
        var sent = clock.GetTimestamp();
        using var late = new CancellationTokenSource(_timeout, clock);
        using var stopped = stop.UnsafeRegister(static late => ((CancellationTokenSource)late!).Cancel(), late);
        try
        {
            var (answer, received) = await (_http is not null
                ? _http.AskAsync(traceId, late.Token)
                : _grpc!.AskAsync(traceId, late.Token));
            return new(answer, Since(sent), received, traceId ?? _givenTraceId);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(Answer.TimedOut, Since(sent), [], traceId ?? _givenTraceId);
        }
    }

    public void Dispose()
    {
        _http?.Dispose();
        _grpc?.Dispose();
    }

    private double Since(long sent) => clock.GetElapsedTime(sent).TotalMilliseconds;
}
