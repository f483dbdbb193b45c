namespace ColorDemo.ColorService.Bench;

/// <summary>The clone that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "ColorDemo.sln")))
            {
                return folder;
            }
        }

        throw new BenchException("No folder above this program holds ColorDemo.sln: run it inside a clone.");
    }
}
