using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace ColorDemo.Grid;

/// <summary>The door to <c>export.js</c>, which offers files that never leave the browser.</summary>
[SupportedOSPlatform("browser")]
internal static partial class FileSaver
{
    private const string Module = "export";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../export.js");

    [JSImport("saveText", Module)]
    public static partial void SaveText(string name, string type, string text);

    /// <param name="id">Of an SVG element.</param>
    [JSImport("savePicture", Module)]
    public static partial void SavePicture(string id, string name, string title);
}
