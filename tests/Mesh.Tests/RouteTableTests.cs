namespace ColorDemo.Mesh.Tests;

public class RouteTableTests
{
    public static TheoryData<string> Cases => CaseFolder.Names("Cases");

    [Theory, MemberData(nameof(Cases))]
    public void Manifests_translate_to_the_expected_routes(string name)
    {
        var folder = CaseFolder.Of("Cases", name);
        var requests = File.Exists(folder["requests.txt"]) ? File.ReadAllLines(folder["requests.txt"]) : [];

        folder.Expect(RouteTableText.Of(TestClusters.Read(folder.Path), requests));
    }
}
