namespace ColorDemo.Mesh.Istio;

/// <summary>
/// Answers some requests with an error instead of forwarding them. Istio <c>HTTPFaultInjection.Abort</c>.
/// </summary>
/// <param name="Percent">Chance that a request is aborted, 0 to 100. Absent in the manifest means 0: never.</param>
/// <param name="Status">The HTTP status of the answer, 200 to 599.</param>
public sealed record AbortFault(double Percent, int Status)
{
    /// <summary>The smallest share that Istio tells from none.</summary>
    private const double SmallestPercent = 0.0001;

    internal static AbortFault? Read(Fields? fault)
    {
        if (fault is null)
        {
            return null;
        }

        if (!fault.Has("abort") && !fault.Has("delay"))
        {
            fault.Error("", "a fault must have an abort or a delay");
        }

        var abort = ReadAbort(fault.Object("abort"));
        fault.NotSimulated("delay");
        fault.End();
        return abort;
    }

    private static AbortFault? ReadAbort(Fields? abort)
    {
        if (abort is null)
        {
            return null;
        }

        var status = abort.WholeNumber("httpStatus", 200, 599);
        if (!abort.Has("httpStatus") && !abort.Has("grpcStatus"))
        {
            abort.Warn("httpStatus", "no status is given, so nothing is aborted");
        }

        var percent = ReadPercent(abort.Object("percentage"));
        abort.NotSimulated("grpcStatus", "http2Error");
        abort.End();
        return status is null ? null : new(percent, status.Value);
    }

    private static double ReadPercent(Fields? percentage)
    {
        var percent = percentage?.Number("value") ?? 0;
        percentage?.End();
        if (percent is 0 or (>= SmallestPercent and <= 100))
        {
            return percent;
        }

        percentage!.Error("value", $"{percent} is no percentage: 0, or {SmallestPercent} to 100");
        return 0;
    }
}
