using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace ColorDemo.Mesh.Proxy;

/// <summary>How one try of a request ended.</summary>
internal enum TryEnd
{
    /// <summary>The client has an answer, or is gone: there is nothing left to do.</summary>
    Over,

    /// <summary>The route wants the answer to be tried for again; the client knows nothing of it.</summary>
    BadAnswer,

    ConnectFailure,
    ConnectTimeout,

    /// <summary>The connection ended before the headers of an answer.</summary>
    Reset,

    ProtocolError,

    /// <summary>The time of this try is over.</summary>
    TryTimeout,

    /// <summary>The time of the route is over.</summary>
    RouteTimeout,
}

internal static class TryEnds
{
    /// <summary>Reads it from what the forwarder says of a try that brought no answer.</summary>
    public static TryEnd Of(HttpContext context)
    {
        var failure = context.Features.Get<IForwarderErrorFeature>()?.Exception;
        var inner = failure is AggregateException several
            ? several.InnerExceptions.OfType<HttpRequestException>().FirstOrDefault()
            : failure as HttpRequestException;
        return inner switch
        {
            { InnerException: TimeoutException } => TryEnd.ConnectTimeout,
            {
                HttpRequestError: HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
            } => TryEnd.ConnectFailure,
            { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError } =>
                TryEnd.ProtocolError,
            _ => TryEnd.Reset,
        };
    }

    public static LocalReply Reply(this TryEnd end) => end switch
    {
        TryEnd.ConnectFailure => LocalReply.ConnectFailure,
        TryEnd.ConnectTimeout => LocalReply.ConnectTimeout,
        TryEnd.ProtocolError => LocalReply.ProtocolError,
        TryEnd.TryTimeout or TryEnd.RouteTimeout => LocalReply.Timeout,
        _ => LocalReply.Reset,
    };
}
