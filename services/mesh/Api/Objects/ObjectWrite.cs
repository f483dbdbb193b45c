using System.Text.Json;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Puts what a client sent into the store, with unknown fields treated as the client asked.</summary>
internal static class ObjectWrite
{
    /// <summary>Compared with their models when they are read.</summary>
    private static readonly string[] ReadByMesh = ["ConfigMap", "Deployment", "Namespace", "Service"];

    private static readonly IReadOnlyDictionary<string, Position> NoPositions = new Dictionary<string, Position>();

    public static StoredObject Put(ApiCall call, StoreDraft draft, JsonObject json)
    {
        try
        {
            return PutKnown(call, draft, json);
        }
        catch (ManifestException refused) when (call.Query.FieldValidation != FieldValidation.Strict)
        {
            foreach (var unknown in refused.Problems.Where(one => one.Code == ProblemCode.UnknownField))
            {
                FieldPath.Remove(json, unknown.Field);
                if (call.Query.FieldValidation == FieldValidation.Warn)
                {
                    call.Warn($"unknown field \"{unknown.Field}\" is left out: {unknown.Message}");
                }
            }

            return PutKnown(call, draft, json);
        }
        catch (JsonException tooDeep)
        {
            throw ApiException.BadRequest($"the object cannot be stored: {tooDeep.Message}");
        }
    }

    /// <summary>Refuses to make pods, which have no life of their own here.</summary>
    public static void RefusePods(ApiPath path, string name)
    {
        if (path.IsOfPods)
        {
            throw new ApiException(ApiStatus.Forbidden(path.Resource, name,
                "pods here are processes that their Deployments start; change the Deployment instead"));
        }
    }

    private static StoredObject PutKnown(ApiCall call, StoreDraft draft, JsonObject json)
    {
        var document = Document(call, json);
        if (!ReadByMesh.Contains(call.Resource.Kind))
        {
            CheckModel(call.Resource, document);
        }

        CheckSelector(draft, document);
        return draft.Put(document, call.Writer);
    }

    /// <summary>Else the pods of before would be nobody's.</summary>
    private static void CheckSelector(StoreDraft draft, ManifestDocument document)
    {
        if (ObjectKey.Of(document.Json) is { Group: "apps", Kind: "Deployment" } key
            && draft.Find(key)?.Json.At("spec.selector") is { } before
            && document.Json.At("spec.selector") is JsonObject after
            && !JsonNode.DeepEquals(before, after))
        {
            throw new ManifestException([document.Problem("spec.selector", "field is immutable; "
                + "to change it, delete the Deployment and create it again")]);
        }
    }

    public static ManifestDocument Document(ApiCall call, JsonObject json) =>
        new(call.Writer.Name, new(1, 1), json, NoPositions);

    /// <exception cref="ManifestException">An object of Kubernetes' own has other fields, or other types.</exception>
    public static void CheckModel(ApiResource resource, ManifestDocument document)
    {
        if (resource.Model is not { } model)
        {
            return;
        }

        List<ManifestProblem> problems = [];
        KubernetesKind.Check(document, model, new(document, problems));
        if (problems.Count > 0)
        {
            throw new ManifestException(problems);
        }
    }
}
