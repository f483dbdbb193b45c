using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Explain;

/// <summary>Says which condition a request does not meet.</summary>
internal static class Mismatch
{
    public static string Of(RouteMatch match, MeshRequest request)
    {
        if (match.IsImpossible)
        {
            return "it has a condition that is not simulated here";
        }

        if (!match.Path.Holds(request.Path))
        {
            return $"wants {match.Path}, the path is {request.Path}";
        }

        foreach (var condition in match.Headers)
        {
            var text = RequestText.Header(request, condition.Name);
            if (!condition.Holds(text))
            {
                return $"wants header {condition}, {(text is null ? "there is none" : $"it is '{text}'")}";
            }
        }

        foreach (var condition in match.QueryParams)
        {
            var text = RequestText.QueryParam(request, condition.Name);
            if (!condition.Holds(text))
            {
                return $"wants query parameter {condition}, {(text is null ? "there is none" : $"it is '{text}'")}";
            }
        }

        return "an earlier one matches";
    }
}
