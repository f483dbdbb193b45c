namespace ColorDemo.Mesh.Istio;

/// <summary>Stable words for programs. What Istio's analysis finds too has its code: IST and a number.</summary>
public static class ProblemCode
{
    public const string File = "File";
    public const string Yaml = "Yaml";
    public const string DuplicateKey = "DuplicateKey";
    public const string DuplicateObject = "DuplicateObject";
    public const string UnknownKind = "UnknownKind";
    public const string UnknownField = "UnknownField";
    public const string WrongType = "WrongType";
    public const string Required = "Required";
    public const string InvalidValue = "InvalidValue";

    /// <summary>Istio has it, the mesh here does not act on it.</summary>
    public const string NotSimulated = "NotSimulated";

    /// <summary>Istio still reads it and advises against it.</summary>
    public const string Deprecated = "Deprecated";

    /// <summary>It is allowed and probably not meant.</summary>
    public const string Doubtful = "Doubtful";
}
