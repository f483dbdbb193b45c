namespace ColorDemo.Mesh.Istio;

/// <summary>Sends a copy of some requests elsewhere. Gateway API <c>HTTPRequestMirrorFilter</c>.</summary>
/// <param name="Percent">0 to 100; absent in the manifest means 100.</param>
public sealed record MirrorFilter(BackendReference Backend, double Percent)
{
    internal static MirrorFilter Read(Fields filter)
    {
        var backend = filter.Object("backendRef");
        if (!filter.Has("backendRef"))
        {
            filter.Error("backendRef", "is required; name the Service that gets the copies, and its port");
        }

        var fraction = ReadFraction(filter.Object("fraction"));
        var read = new MirrorFilter(
            backend is null ? new("", "Service", "", null, null) : BackendReference.Read(backend),
            filter.WholeNumber("percent", 0, 100) ?? fraction ?? 100);
        if (filter.Has("percent") && filter.Has("fraction"))
        {
            filter.Error("fraction", "percent says the same; remove one of the two");
        }

        backend?.End();
        filter.End();
        return read;
    }

    private static double? ReadFraction(Fields? fraction)
    {
        if (fraction is null)
        {
            return null;
        }

        var numerator = fraction.WholeNumber("numerator", 0, int.MaxValue);
        var denominator = fraction.WholeNumber("denominator", 1, int.MaxValue) ?? 100;
        if (!fraction.Has("numerator"))
        {
            fraction.Error("numerator", "is required");
        }
        else if (numerator > denominator)
        {
            fraction.Error("numerator", $"{numerator} is more than the denominator, {denominator}");
        }

        fraction.End();
        return 100.0 * (numerator ?? 0) / denominator;
    }
}
