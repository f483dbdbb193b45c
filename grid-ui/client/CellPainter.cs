using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace ColorDemo.Grid;

/// <summary>The door to <c>cells.js</c>, which turns bytes into pixels and knows nothing else.</summary>
[SupportedOSPlatform("browser")]
internal static partial class CellPainter
{
    private const string Module = "cells";

    // Relative to the runtime's own folder.
    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../cells.js");

    /// <param name="shapes">SVG path data in a box of 100 by 100.</param>
    [JSImport("mount", Module)]
    public static partial void Mount(string id, string[] shapes);

    /// <param name="newTexts">Added to those that earlier calls brought.</param>
    /// <param name="painted">Written to the canvas as <c>data-painted</c> once the cells are on it.</param>
    [JSImport("paint", Module)]
    public static partial void Paint(
        string id, [JSMarshalAs<JSType.MemoryView>] Span<byte> cells, string[] newTexts, int painted);

    [JSImport("unmount", Module)]
    public static partial void Unmount(string id);
}
