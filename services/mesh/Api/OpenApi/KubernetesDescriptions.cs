using System.Reflection;
using System.Xml;
using System.Xml.Linq;
using ColorDemo.Mesh.Istio;
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

    private static readonly Lazy<Dictionary<string, string>> ByMember = new(() => AreThere
        ? Read(XmlReader.Create(File), KubernetesModel.With(ApiResources.All.Select(one => one.Model).OfType<Type>()))
        : []);

    public static bool AreThere { get; } = System.IO.File.Exists(File);

    public static string? Of(Type model) => ByMember.Value.GetValueOrDefault($"T:{model.FullName}");

    public static string? Of(PropertyInfo property) =>
        ByMember.Value.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}");

    /// <param name="file">Has thousands of models, and methods.</param>
    /// <param name="models">Those that are wanted.</param>
    internal static Dictionary<string, string> Read(XmlReader file, IEnumerable<Type> models)
    {
        var wanted = models.Select(model => model.FullName!).ToHashSet();
        Dictionary<string, string> found = [];
        using (file)
        {
            while (file.ReadToFollowing("member"))
            {
                var name = file.GetAttribute("name") ?? "";
                if (IsOf(wanted, name) && file.ReadToDescendant("summary"))
                {
                    found[name] = string.Join('\n', ((XElement)XNode.ReadFrom(file)).Value
                        .Split('\n', StringSplitOptions.TrimEntries)).Trim();
                }
            }
        }

        return found;
    }

    /// <param name="wanted">Full names of types.</param>
    /// <param name="member"><c>T:</c> and a type, or <c>P:</c>, a type and a property.</param>
    private static bool IsOf(HashSet<string> wanted, string member) =>
        member.StartsWith("T:", StringComparison.Ordinal) ? wanted.Contains(member[2..])
        : member.StartsWith("P:", StringComparison.Ordinal)
            && wanted.Contains(member[2..Math.Max(2, member.LastIndexOf('.'))]);
}
