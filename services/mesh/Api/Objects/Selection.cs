using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

/// <summary>The objects of a list: those of a kind, of a namespace or of all, that selectors match.</summary>
internal sealed class Selection
{
    private readonly ApiPath _path;
    private readonly LabelSelector _labels;
    private readonly FieldSelector _fields;

    public Selection(ApiCall call)
    {
        _path = call.Path;
        try
        {
            _labels = LabelSelector.Parse(call.Query.LabelSelector);
            _fields = FieldSelector.Parse(call.Query.FieldSelector, call.Resource);
        }
        catch (FormatException wrong)
        {
            throw ApiException.BadRequest(wrong.Message);
        }

        IsAll = call.Query.LabelSelector.Length == 0 && call.Query.FieldSelector.Length == 0;
    }

    /// <summary>Whether there is no selector.</summary>
    public bool IsAll { get; }

    public IEnumerable<StoredObject> In(IEnumerable<StoredObject> objects) => objects.Where(Has);

    public bool Has(StoredObject? one) => one is not null
        && one.Key.Kind == _path.Resource.Kind && one.Key.Group == _path.Resource.Group
        && (_path.Namespace.Length == 0 || one.Key.Namespace == _path.Namespace)
        && (IsAll || Matches(one.Json));

    private bool Matches(JsonObject json) => _labels.Matches(json) && _fields.Matches(json);
}
