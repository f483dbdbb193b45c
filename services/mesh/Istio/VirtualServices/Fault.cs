namespace ColorDemo.Mesh.Istio;

/// <summary>
/// Delays some requests, then answers some with an error; the two are drawn apart. Istio <c>HTTPFaultInjection</c>.
/// </summary>
public sealed record Fault(DelayFault? Delay, AbortFault? Abort)
{
    internal static Fault? Read(Fields? fault)
    {
        if (fault is null)
        {
            return null;
        }

        if (!fault.Has("abort") && !fault.Has("delay"))
        {
            fault.Error("", "HTTP fault injection must have an abort and/or a delay; give it one, or leave fault out");
        }

        var read = new Fault(DelayFault.Read(fault.Object("delay")), AbortFault.Read(fault.Object("abort")));
        fault.End();
        return read;
    }
}

/// <param name="Percent">0 to 100 in steps of 0.0001; absent in the manifest means 0: never.</param>
public sealed record DelayFault(double Percent, TimeSpan Duration)
{
    internal static DelayFault? Read(Fields? delay)
    {
        if (delay is null)
        {
            return null;
        }

        var duration = delay.Duration("fixedDelay");
        delay.Refuse("exponentialDelay", "exponentialDelay not supported yet, by Istio either; use fixedDelay");
        if (!delay.Has("fixedDelay") && !delay.Has("exponentialDelay"))
        {
            delay.Warn("fixedDelay", "delay configured, but fixedDelay not set: nothing is delayed");
        }

        var percent = PercentOf(delay);
        delay.End();
        return duration is null ? null : new(percent, duration.Value);
    }

    private static double PercentOf(Fields delay)
    {
        var old = delay.WholeNumber("percent", 0, 100);
        if (delay.Has("percent"))
        {
            delay.Warn("percent", "is deprecated; write percentage: {value: ...}");
        }

        return delay.Has("percentage") ? Percentage.OfFault(delay) : Absent();

        double Absent()
        {
            delay.Known("percentage");
            return old ?? 0;
        }
    }
}

/// <param name="Percent">0 to 100 in steps of 0.0001; absent in the manifest means 0: never.</param>
/// <param name="Status">The HTTP status of the answer, 200 to 600.</param>
/// <param name="GrpcStatus">Instead: HTTP 200 with this gRPC status code, 0 to 16.</param>
public sealed record AbortFault(double Percent, int Status, int? GrpcStatus)
{
    private static readonly string[] ErrorTypes = ["httpStatus", "grpcStatus", "http2Error"];

    internal static AbortFault? Read(Fields? abort)
    {
        if (abort is null)
        {
            return null;
        }

        switch (ErrorTypes.Count(abort.Has))
        {
            case 0:
                abort.Warn("", "abort configured, but error type not set: nothing is aborted; set httpStatus");
                break;
            case > 1:
                abort.Error("", $"set only one of {string.Join(", ", ErrorTypes)}");
                break;
        }

        abort.Refuse("http2Error",
            "HTTP/2 abort fault injection not supported yet, by Istio either; use httpStatus or grpcStatus");
        var status = HttpStatus.Read(abort, "httpStatus");
        var grpcStatus = Istio.GrpcStatus.Read(abort, "grpcStatus");
        var percent = Percentage.OfFault(abort);
        abort.End();
        return status is null && grpcStatus is null ? null : new(percent, status ?? 200, grpcStatus);
    }
}
