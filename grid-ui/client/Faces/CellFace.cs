using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Faces;

/// <summary>How one cell looks. Many cells look alike.</summary>
/// <param name="Mark">Shape and rings.</param>
/// <param name="Tint">Of a failure, its frame: a failure itself is dark, and hatched in its own way.</param>
/// <param name="Slow">Has a dashed outline.</param>
/// <param name="Label">Printed where there is room; below it, smaller, <paramref name="Small"/>.</param>
public readonly record struct CellFace(
    Outcome Outcome, Mark Mark, Tint Tint, bool Slow, string Label, string Small)
{
    /// <summary>As the painter reads it: see <see cref="Write"/>.</summary>
    public const int Size = 8;

    /// <summary>
    /// 0: outcome + 1, since 0 is an empty cell; 1: shape; 2: rings; 3: pattern; 4: 1 when slow;
    /// 5-7: red, green, blue. <c>cells.js</c> and <c>cell.js</c> know the same layout.
    /// </summary>
    public void Write(List<byte> bytes) => bytes.AddRange(
    [
        (byte)(Outcome + 1), (byte)Mark.Index, (byte)Mark.Rings, (byte)Tint.Pattern, Slow ? (byte)1 : (byte)0,
        Tint.Color.Red, Tint.Color.Green, Tint.Color.Blue,
    ]);
}

/// <summary>What samples have in common that look alike.</summary>
/// <param name="Destination">Without the pod, unless the hue is the pod's.</param>
/// <param name="Text">The color's name or the latency, as far as the hue tells them.</param>
public readonly record struct FaceKey(
    Outcome Outcome, int Status, Destination Destination, string? Text, string? Hex, bool Slow);

/// <param name="Bytes"><see cref="CellFace.Size"/> for each.</param>
/// <param name="Texts">Two for each: the label and the small one.</param>
/// <param name="AreFirst">Whether they replace all that were known before.</param>
public readonly record struct NewFaces(byte[] Bytes, string[] Texts, bool AreFirst);
