using System.Globalization;

namespace ColorDemo.Mesh.Istio;

/// <summary>Shares of the requests, from 0 to 100.</summary>
internal static class Percentage
{
    /// <summary>The smallest share that Istio's faults tell from none.</summary>
    private const double Smallest = 0.0001;

    /// <summary>The share of a fault; absent means 0, never.</summary>
    public static double OfFault(Fields fault) => Read(fault, "percentage", share =>
        share is 0 or (>= Smallest and <= 100)
            ? null
            : $"percentage {Text(share)} is neither 0, nor in range 0.0001 to 100") ?? 0;

    /// <summary>The share of a mirror, or null when it is absent.</summary>
    public static double? OfMirror(Fields owner, string name) => Read(owner, name, share =>
        share > 100 ? $"mirror percentage must have a max value of 100 (it has {Text(share)}); 100 mirrors everything"
        : share < 0 ? $"mirror percentage must have a min value of 0 (it has {Text(share)}); 0 mirrors nothing"
        : null);

    private static double? Read(Fields owner, string name, Func<double, string?> wrong)
    {
        if (owner.Object(name) is not { } percentage)
        {
            return null;
        }

        var share = percentage.Number("value") ?? 0; // the text format leaves out a 0
        if (wrong(share) is { } message)
        {
            percentage.Error("value", message);
        }

        percentage.End();
        return share;
    }

    private static string Text(double share) => share.ToString("0.##########", CultureInfo.InvariantCulture);
}
