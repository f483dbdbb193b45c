namespace ColorDemo.Mesh.Api;

/// <summary>What a row of a table carries of its object; the query parameter <c>includeObject</c>.</summary>
internal enum IncludeObject
{
    None,

    /// <summary>The default.</summary>
    Metadata,

    Object,
}
