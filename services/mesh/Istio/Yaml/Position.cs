namespace ColorDemo.Mesh.Istio;

/// <summary>A place in a file, one-based as an editor counts.</summary>
public readonly record struct Position(int Line, int Column);
