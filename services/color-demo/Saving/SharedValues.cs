namespace ColorDemo.Launcher.Saving;

/// <summary>Values that cannot be changed alone, since others hang on them, or are in a rare form.</summary>
/// <param name="root">Of the document that they are in.</param>
internal sealed class SharedValues(string file, YamlPart root)
{
    private readonly HashSet<string> _aliased =
        [.. root.All.Where(part => part.Form == YamlForm.Alias).Select(part => part.Anchor)];

    /// <summary>About a field that the mapping has, and does not say itself.</summary>
    public CannotSaveException Inherited(YamlPart part, string path)
    {
        var merge = part.Entries.FirstOrDefault(entry => entry.IsMerge);
        return new(file, merge?.Value.Line ?? part.Line, path, merge is null
            ? "comes from the list around the object; change it by hand"
            : "comes in by <<, and would change for others too; change it by hand");
    }

    /// <exception cref="CannotSaveException">The mapping, or the entry of it, is in such a form.</exception>
    public void CheckForm(YamlPart part, YamlEntry? entry, string path)
    {
        if (part.IsPair || entry is { IsExplicit: true })
        {
            throw new CannotSaveException(file, entry?.Value.Line ?? part.Line, path,
                "is written in a form that is not edited here (? key, or a key alone); change it by hand");
        }
    }

    /// <exception cref="CannotSaveException">Others hang on the value, or on one inside it.</exception>
    public void CheckWhole(YamlPart part, string path)
    {
        foreach (var one in part.All.Where(one => one.Form != YamlForm.Alias))
        {
            CheckIsOwn(one, path);
        }
    }

    /// <exception cref="CannotSaveException">It stands for another value, or others for it.</exception>
    public void CheckIsOwn(YamlPart part, string path)
    {
        if (part.Form == YamlForm.Alias)
        {
            throw new CannotSaveException(file, part.Line, path,
                $"stands for the value named &{part.Anchor} elsewhere in the file; change it by hand");
        }

        if (part.Anchor.Length > 0 && _aliased.Contains(part.Anchor))
        {
            throw new CannotSaveException(file, part.Line, path,
                $"is the value that *{part.Anchor} stands for elsewhere in the file; change it by hand");
        }
    }
}
