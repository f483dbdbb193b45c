using ColorDemo.ColorService.Grpc.V1;
using ColorDemo.Grid.Asking;
using ColorDemo.Grid.Wire;
using Grpc.Core;
using Grpc.Net.Client;

namespace ColorDemo.GridHost;

/// <summary>The same question over gRPC: HTTP/2, without TLS where the gateway's address is http.</summary>
public sealed class GrpcQuestion(Target target) : IDisposable
{
    private static readonly GetRandomColorRequest AnyColor = new();

    private readonly GrpcChannel _kept = Open(target);

    public async Task<(Answer Answer, byte[] Received)> AskAsync(string? traceId, CancellationToken late)
    {
        using var own = target.Sampling.NewConnections ? Open(target) : null;
        var options = new CallOptions(Sent(traceId), cancellationToken: late);
        using var call = new ColorService.Grpc.V1.ColorService.ColorServiceClient(own ?? _kept)
            .GetRandomColorAsync(AnyColor, options);
        try
        {
            var color = await call.ResponseAsync;
            var destination = Answer.Bounded(
                Text(color.HasCluster, color.Cluster), color.Version, color.Pod);
            return (
                Answer.FromCall(destination, (int)StatusCode.OK, color.Name, color.HexCode),
                Lines(await call.ResponseHeadersAsync));
        }
        catch (RpcException problem)
        {
            return (Failure(problem), Lines(problem.Trailers));
        }
    }

    public void Dispose() => _kept.Dispose();

    private static GrpcChannel Open(Target target) => GrpcChannel.ForAddress(
        target.Address.GetLeftPart(UriPartial.Authority),
        new()
        {
            // Given a handler, the library would open sockets itself, and for minutes none after a refused one.
            HttpClient = new(new SocketsHttpHandler
            {
                ActivityHeadersPropagator = null,
                AllowAutoRedirect = false,
                EnableMultipleHttp2Connections = true,
                UseCookies = false,
                UseProxy = false,
            })
            {
                Timeout = Timeout.InfiniteTimeSpan,
            },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = 4096, // bytes
            ThrowOperationCanceledOnCancellation = true,
        });

    private static byte[] Lines(Metadata metadata) => HeaderText.Of(
        metadata.Where(entry => !entry.IsBinary).Select(entry => (entry.Key, entry.Value)));

    private Metadata Sent(string? traceId)
    {
        var sent = new Metadata();
        foreach (var header in target.Sampling.Headers)
        {
            sent.Add(header.Name, header.Value);
        }

        if (traceId is not null)
        {
            sent.Add(TraceParent.Header, TraceParent.Of(traceId));
        }

        return sent;
    }

    /// <remarks>Where no status came over the wire, the library makes one up and names what happened.</remarks>
    private static Answer Failure(RpcException problem) => problem.Status.DebugException switch
    {
        null => Answer.Failed(Known(problem.StatusCode), WhoAnswered(problem.Trailers)),
        HttpRequestException unsent when HttpQuestion.HasNoConnection(unsent.HttpRequestError) => Answer.NoConnection,
        _ => Answer.NotAColor,
    };

    /// <remarks>Source: gRPC, "Status codes and their use in gRPC": a code that nobody knows means UNKNOWN.</remarks>
    private static int Known(StatusCode status) => (int)(Enum.IsDefined(status) ? status : StatusCode.Unknown);

    /// <remarks>An error without a message has its headers and trailers in one.</remarks>
    private static Destination WhoAnswered(Metadata trailers) => Answer.Bounded(
        trailers.GetValue("x-color-cluster"), trailers.GetValue("x-color-version"), trailers.GetValue("x-color-pod"));

    private static string? Text(bool isGiven, string text) => isGiven ? text : null;
}
