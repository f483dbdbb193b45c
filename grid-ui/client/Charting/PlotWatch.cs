using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace ColorDemo.Grid;

/// <summary>The door to <c>timeline.js</c>, which tells the real size of a plot, and of turns of the wheel.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PlotWatch
{
    private const string Module = "timeline";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../timeline.js");

    /// <param name="sized">Width, height and the size of the text, in CSS pixels; at once and at each change.</param>
    /// <param name="turned">The wheel with Ctrl, by -1 or 1.</param>
    [JSImport("mount", Module)]
    public static partial void Mount(
        string id,
        [JSMarshalAs<JSType.Function<JSType.Number, JSType.Number, JSType.Number>>]
        Action<double, double, double> sized,
        [JSMarshalAs<JSType.Function<JSType.Number>>] Action<int> turned);

    [JSImport("unmount", Module)]
    public static partial void Unmount(string id);
}
