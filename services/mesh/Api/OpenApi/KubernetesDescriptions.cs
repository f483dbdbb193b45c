using System.Collections.Frozen;
using System.Reflection;
using System.Xml;
using k8s.Models;

namespace ColorDemo.Mesh.Api;

/// <summary>What the official client's documentation file says of its models: the words of Kubernetes itself.</summary>
/// <remarks>
/// The file stands beside the library where a project asks for it (<c>CopyDocumentationFilesFromPackages</c>).
/// Where it does not, schemas have no descriptions.
/// </remarks>
internal static class KubernetesDescriptions
{
    private static readonly string File = Path.ChangeExtension(typeof(V1Pod).Assembly.Location, ".xml");

    private static readonly Lazy<FrozenDictionary<string, string>> ByMember = new(() => AreThere
        ? Read(XmlReader.Create(File)) : FrozenDictionary<string, string>.Empty);

    public static bool AreThere { get; } = System.IO.File.Exists(File);

    public static string? Of(Type model) => ByMember.Value.GetValueOrDefault($"T:{model.FullName}");

    public static string? Of(PropertyInfo property) =>
        ByMember.Value.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}");

    internal static FrozenDictionary<string, string> Read(XmlReader reader)
    {
        Dictionary<string, string> found = [];
        using (reader)
        {
            while (reader.ReadToFollowing("member"))
            {
                var name = reader.GetAttribute("name")!;
                if (name[2..].StartsWith("k8s.Models.", StringComparison.Ordinal) && name[0] is 'T' or 'P'
                    && reader.ReadToDescendant("summary"))
                {
                    found[name] = string.Join('\n', reader.ReadElementContentAsString()
                        .Split('\n', StringSplitOptions.TrimEntries)).Trim();
                }
            }
        }

        return found.ToFrozenDictionary();
    }
}
