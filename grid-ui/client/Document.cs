using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace ColorDemo.Grid;

/// <summary>The door to <c>page.js</c>: keys, visibility, theme.</summary>
[SupportedOSPlatform("browser")]
internal static partial class Document
{
    private const string Module = "page";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../page.js");

    /// <param name="pressed">Told the key, unless it was typed into a field.</param>
    /// <param name="shown">Told whether the page can be seen, whenever that changes.</param>
    [JSImport("listen", Module)]
    public static partial void Listen(
        [JSMarshalAs<JSType.Function<JSType.String>>] Action<string> pressed,
        [JSMarshalAs<JSType.Function<JSType.Boolean>>] Action<bool> shown);

    [JSImport("focus", Module)]
    public static partial void Focus(string id);

    /// <returns><c>system</c>, <c>dark</c> or <c>light</c>.</returns>
    [JSImport("theme", Module)]
    public static partial string Theme();

    /// <inheritdoc cref="Theme"/>
    [JSImport("nextTheme", Module)]
    public static partial string NextTheme();
}
