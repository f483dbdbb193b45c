using Microsoft.OpenApi;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>An endpoint's metadata: what the OpenAPI document says of it.</summary>
/// <param name="Operation">Made anew for each method, and not before somebody asks for the document.</param>
internal sealed record Described(Func<OpenApiOperation> Operation);
