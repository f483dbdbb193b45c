namespace ColorDemo.Mesh.Istio;

internal sealed partial class Fields
{
    /// <summary>Fields that Istio has and the mesh does not simulate: named to the user, then passed over.</summary>
    /// <returns>The paths of those that are set.</returns>
    public IReadOnlyList<string> NotSimulated(params ReadOnlySpan<string> names)
    {
        List<string> set = [];
        foreach (var name in names)
        {
            report.Asked?.Add(PathOf(name), FieldTreatment.NotSimulated);
            if (_known.Add(name) && Has(name))
            {
                Warn(name, "Istio has this field, the mesh here does not simulate it", ProblemCode.NotSimulated);
                set.Add(PathOf(name));
            }
        }

        return set;
    }

    /// <summary>Fields that need no reading here: they decide nothing, or are absent this time.</summary>
    public void Known(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Ask(name, FieldForm.Any);
        }
    }

    /// <summary>Fields that are checked and then decide nothing; a warning about the whole may say so.</summary>
    public void WithoutEffect(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _known.Add(name);
            report.Asked?.Add(PathOf(name), FieldTreatment.WithoutEffect);
        }
    }

    /// <summary>A field that Istio's API has and Istio itself refuses.</summary>
    public void Refuse(string name, string message)
    {
        _known.Add(name);
        report.Asked?.Add(PathOf(name), FieldTreatment.Refused);
        if (Has(name))
        {
            Error(name, message);
        }
    }

    /// <summary>Whatever was not asked for until now is an error.</summary>
    public void End()
    {
        foreach (var name in Names.Where(name => !_known.Contains(name)))
        {
            Error(name, UnknownWord.Field(name, _known), ProblemCode.UnknownField);
        }
    }
}
