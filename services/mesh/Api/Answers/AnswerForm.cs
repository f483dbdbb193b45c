using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ColorDemo.Mesh.Api;

/// <summary>How a client wants objects: as they are, or as the rows of a table.</summary>
internal enum AnswerForm
{
    Objects,
    Table,
}

internal static class AcceptedForm
{
    /// <exception cref="ApiException">It takes nothing that is served here.</exception>
    public static AnswerForm Of(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        if (accept.Length == 0)
        {
            return AnswerForm.Objects;
        }

        var types = MediaTypeHeaderValue.TryParseList([accept], out var parsed) ? parsed : [];
        foreach (var type in types.Where(
            type => type.MediaType.Value is "application/json" or "application/*" or "*/*"))
        {
            switch (Parameter(type, "as"))
            {
                case "":
                    return AnswerForm.Objects;
                case "Table" when Parameter(type, "g") == "meta.k8s.io" && Parameter(type, "v") == "v1":
                    return AnswerForm.Table;
            }
        }

        throw new ApiException(new(406, "NotAcceptable",
            "only these media types are served: application/json, application/json;as=Table;v=v1;g=meta.k8s.io"));
    }

    private static string Parameter(MediaTypeHeaderValue type, string name) =>
        $"{type.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Value}";
}
