using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>The headers of answers.</summary>
internal static class Headers
{
    public const string Allow = "allow";
    public const string RetryAfter = "retry-after";

    private const string CacheControl = "cache-control";
    private const string ContentTypeOptions = "x-content-type-options";

    public static Dictionary<string, IOpenApiHeader> All() => new()
    {
        [CommonHeaders.Version] = Header("The `version` label of the pod that answered.", "v1"),
        [CommonHeaders.Cluster] = Header("Its cluster; absent when not configured.", "armadillo", isRequired: false),
        [CommonHeaders.Pod] = Header("Its name.", "color-svc-v1-0"),
        [CacheControl] = Header("Each answer is a new one.", "no-store", "^no-store$"),
        [ContentTypeOptions] = Header("The content type is meant.", "nosniff", "^nosniff$"),
        [Allow] = Header("The methods that the path does answer.", "GET, HEAD"),
        [RetryAfter] = Header("Seconds until it is worth asking again.", "1", @"^\d+$"),
    };

    /// <param name="more">Those that only some answers bear.</param>
    public static Dictionary<string, IOpenApiHeader> OfEveryAnswer(params string[] more)
    {
        string[] names =
        [
            CommonHeaders.Version, CommonHeaders.Cluster, CommonHeaders.Pod, CacheControl, ContentTypeOptions, .. more,
        ];
        return names.ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name));
    }

    private static OpenApiHeader Header(
        string description, string example, string? pattern = null, bool isRequired = true) => new()
        {
            Description = description,
            Required = isRequired,
            Schema = Shape.Text(description, example, pattern),
            Example = example,
        };
}
