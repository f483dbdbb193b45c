using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>Asks one target and says how it ended, on connections of its own: none waits for another's.</summary>
public sealed class Probe : IDisposable
{
    private readonly HttpQuestion? _http;
    private readonly GrpcQuestion? _grpc;
    private readonly TimedQuestion _question;
    private readonly TraceParent _trace;
    private readonly string? _givenTraceId;

    /// <param name="traces">Whether requests bear trace ids.</param>
    public Probe(Target target, TimeProvider clock, bool traces = false)
    {
        var sampling = target.Sampling;
        _http = sampling.Protocol == SamplingProtocol.Http
            ? new(target.Address, sampling, new(Connections(sampling.Concurrency)))
            : null;
        _grpc = sampling.Protocol == SamplingProtocol.Grpc ? new(target) : null;
        _question = new(
            TimeSpan.FromMilliseconds(sampling.Timeout), _http is not null ? _http.AskAsync : _grpc!.AskAsync, clock);
        _trace = new(
            traces && !sampling.Headers.Any(
                one => one.Name.Equals(TraceParent.Header, StringComparison.OrdinalIgnoreCase)),
            clock);
        _givenTraceId = TraceParent.IdIn(sampling.Headers);
    }

    /// <param name="stop">Ends the wait without a sample.</param>
    public async Task<Reply> AskAsync(CancellationToken stop)
    {
        var reply = await _question.AskAsync(_trace.NextId(), stop);
        return _givenTraceId is null ? reply : reply with { TraceId = reply.TraceId ?? _givenTraceId };
    }

    public void Dispose()
    {
        _http?.Dispose();
        _grpc?.Dispose();
    }

    private static SocketsHttpHandler Connections(int most) => new()
    {
        ActivityHeadersPropagator = null, // what is sent is what the panel says
        AllowAutoRedirect = false,
        MaxConnectionsPerServer = most,
        UseCookies = false,
        UseProxy = false,
    };
}
