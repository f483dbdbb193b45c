using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>The shape of every body, by name.</summary>
internal static class Schemas
{
    public const string Color = nameof(Color);
    public const string ColorText = nameof(ColorText);
    public const string Problem = nameof(Problem);
    public const string ErrorText = nameof(ErrorText);
    public const string Version = nameof(Version);
    public const string Fault = nameof(Fault);
    public const string Faults = nameof(Faults);
    public const string FaultsRefused = nameof(FaultsRefused);

    public static Dictionary<string, IOpenApiSchema> All() => new()
    {
        [Color] = ColorSchemas.Json(),
        [ColorText] = ColorSchemas.Text(),
        [Problem] = ErrorSchemas.Json(),
        [ErrorText] = ErrorSchemas.Text(),
        [Version] = VersionSchema.Json(),
        [Fault] = FaultSchemas.Fault(),
        [Faults] = FaultSchemas.Faults(),
        [FaultsRefused] = FaultSchemas.Refused(),
    };

    public static OpenApiSchemaReference Of(string name) => new(name);
}
