using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ColorDemo.Mesh.Explain;

/// <summary>Reads a question as a proxy reads a request.</summary>
internal static class Requests
{
    public static MeshRequest Of(MeshQuestion question)
    {
        var headers = new HeaderDictionary();
        foreach (var (name, value) in question.Headers)
        {
            headers[name] = StringValues.Concat(headers[name], new StringValues(value)); // Append drops an empty one
        }

        var query = question.Path.IndexOf('?');
        var path = query < 0 ? question.Path : question.Path[..query];
        return new(
            question.Method,
            question.Protocol == "https" ? "https" : "http",
            question.Host,
            NormalizedPath.Of(path.StartsWith('/') ? path : $"/{path}"),
            query < 0 ? "" : question.Path[query..],
            headers);
    }
}
