namespace ColorDemo.Mesh.Istio;

/// <summary>What readers ask of documents, for those who want to know which fields there are at all.</summary>
internal sealed class AskedFields
{
    private readonly Dictionary<string, FieldForm> _forms = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _words = [];
    private readonly Dictionary<string, FieldTreatment> _treatments = [];

    /// <summary>By path, for example <c>spec.http[0].match[0].uri</c>.</summary>
    public IReadOnlyDictionary<string, FieldForm> Forms => _forms;

    /// <summary>What a field may say that takes one of some words only.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words => _words;

    public FieldTreatment TreatmentOf(string path) => _treatments.GetValueOrDefault(path);

    public void Add(string path, FieldForm form) =>
        _forms[path] = (FieldForm)Math.Max((int)form, (int)_forms.GetValueOrDefault(path));

    public void Add(string path, IReadOnlyList<string> words)
    {
        Add(path, FieldForm.Word);
        _words[path] = words;
    }

    public void Add(string path, FieldTreatment treatment)
    {
        Add(path, FieldForm.Any);
        _treatments[path] = treatment;
    }
}

/// <summary>
/// As what a field is read. Of two that ask for the same field, the later word here is the truer one.
/// </summary>
internal enum FieldForm
{
    Any,
    Text,
    Flag,
    Number,
    WholeNumber,
    Word,
    Numbers,
    Texts,
    Mappings,
    Mapping,
}

/// <summary>What the mesh does about a field.</summary>
internal enum FieldTreatment
{
    Simulated,
    NotSimulated,
    WithoutEffect,
    Refused,
}
