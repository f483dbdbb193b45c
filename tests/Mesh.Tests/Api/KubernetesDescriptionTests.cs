using System.Xml;
using ColorDemo.Mesh.Api;
using k8s.Models;

namespace ColorDemo.Mesh.Tests.Api;

public class KubernetesDescriptionTests
{
    [Fact]
    public void Only_what_is_wanted_is_kept_of_a_documentation_file()
    {
        var found = KubernetesDescriptions.Read(
            XmlReader.Create(new StringReader("""
                <doc><members>
                  <member name="M:k8s.Models.V1Pod.Validate"><summary>A method.</summary></member>
                  <member name="T:k8s.Models.V1Pod"><summary>
                    A pod, of
                    containers.
                  </summary></member>
                  <member name="T:k8s.Models.V1Node"><summary>A machine.</summary></member>
                  <member name="P:k8s.Models.V1Pod.Spec"><remarks/></member>
                  <member name="P:k8s.Models.V1Pod.Status"><summary>What <c>it</c> does.</summary></member>
                  <member/>
                </members></doc>
                """)),
            [typeof(V1Pod)]);

        Assert.Equal(
            [("P:k8s.Models.V1Pod.Status", "What it does."), ("T:k8s.Models.V1Pod", "A pod, of\ncontainers.")],
            found.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)));
    }
}
