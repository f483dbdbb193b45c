using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ColorDemo.Grid;

/// <summary>An SVG text element, which Razor cannot write: there, text is a word of its own.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter] public double X { get; set; }
    [Parameter] public double Y { get; set; }

    /// <summary>Whether the text ends at <see cref="X"/> rather than begins there.</summary>
    [Parameter] public bool EndsThere { get; set; }

    [Parameter] public string Css { get; set; } = "";
    [Parameter, EditorRequired] public required string Text { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Css);
        builder.AddAttribute(2, "x", X.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "y", Y.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(4, "text-anchor", EndsThere ? "end" : "start");
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
