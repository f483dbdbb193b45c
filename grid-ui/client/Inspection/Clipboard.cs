using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace ColorDemo.Grid.Inspection;

[SupportedOSPlatform("browser")]
internal static partial class Clipboard
{
    private const string Module = "clipboard";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../clipboard.js");

    /// <param name="id">Of an element that shows the text; it is marked where nothing can be copied.</param>
    /// <returns>Whether it was copied.</returns>
    [JSImport("copy", Module)]
    public static partial Task<bool> CopyAsync(string text, string id);
}
