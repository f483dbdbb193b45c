using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>What the operations are sorted by.</summary>
internal static class Tag
{
    public static ISet<OpenApiTagReference> Colors => Named("colors");

    public static ISet<OpenApiTagReference> Operations => Named("operations");

    public static ISet<OpenApiTagReference> Faults => Named("faults");

    public static ISet<OpenApiTag> All() => new HashSet<OpenApiTag>
    {
        new() { Name = "colors", Description = "What everybody asks. Faults and the rate limit act here." },
        new() { Name = "operations", Description = "For those who run the service. Never delayed and never faulty." },
        new() { Name = "faults", Description = "What goes wrong on purpose. On a port of its own." },
    };

    private static HashSet<OpenApiTagReference> Named(string name) => [new(name)];
}
