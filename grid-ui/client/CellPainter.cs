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

    /// <param name="id">Of the canvas; the frame around the pointed cell has the same with <c>-cursor</c>.</param>
    /// <param name="shapes">SVG path data in a box of 100 by 100.</param>
    /// <param name="pointed">Told the cell, or -1 for none, and whether it was pointed at by a key.</param>
    /// <param name="opened">Told the cell that was clicked, or chosen by Enter or Space.</param>
    [JSImport("mount", Module)]
    public static partial void Mount(
        string id,
        string[] shapes,
        [JSMarshalAs<JSType.Function<JSType.Number, JSType.Boolean>>] Action<int, bool> pointed,
        [JSMarshalAs<JSType.Function<JSType.Number>>] Action<int> opened);

    /// <param name="newFaces">Added to those that earlier calls brought, or instead of them.</param>
    /// <param name="painted">Written to the canvas as <c>data-painted</c> once the cells are on it.</param>
    [JSImport("paint", Module)]
    public static partial void Paint(
        string id, [JSMarshalAs<JSType.MemoryView>] Span<byte> cells, byte[] newFaces, string[] newTexts, bool instead,
        int painted);

    [JSImport("unmount", Module)]
    public static partial void Unmount(string id);
}
