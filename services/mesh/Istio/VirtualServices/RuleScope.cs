namespace ColorDemo.Mesh.Istio;

/// <summary>What the rules of a VirtualService need to know of the whole.</summary>
/// <param name="Hosts">As written, each with the name of its field.</param>
/// <param name="IsDelegate">It has no hosts: other VirtualServices include its rules.</param>
/// <param name="IsForMesh">It is for sidecars, perhaps besides gateways.</param>
internal sealed record RuleScope(
    Metadata Metadata, IReadOnlyList<(string Text, string Field)> Hosts, bool IsDelegate, bool IsForMesh)
{
    private static readonly string[] NotForDelegates = ["gateways", "tcp", "tls"];

    public void CheckHosts(Fields spec)
    {
        if (IsDelegate)
        {
            foreach (var field in NotForDelegates.Where(field => !spec.HasNothing(field)))
            {
                spec.Error(field, $"delegate virtual service must have no {field} specified; "
                    + "name its hosts under spec.hosts, or leave this out");
            }
        }

        var valid = true;
        foreach (var (host, field) in Hosts)
        {
            if (HostName.FlawOf(host) is { } flaw && !HostName.IsAddress(host))
            {
                spec.Error(field, flaw);
                valid = false;
            }
            else if (host == "*" && IsForMesh)
            {
                spec.Error(field, "wildcard host * is not allowed for virtual services bound to the mesh gateway; "
                    + "name the hosts, or a gateway other than mesh under spec.gateways");
                valid = false;
            }
        }

        if (valid) // as in Istio: of wrong hosts nobody can say what they cover
        {
            CheckDuplicates(spec);
        }
    }

    private void CheckDuplicates(Fields spec)
    {
        for (var index = 1; index < Hosts.Count; index++)
        {
            var (host, field) = Hosts[index];
            var earlier = Hosts.Take(index).Select(one => one.Text);
            if (earlier.FirstOrDefault(one => HostPattern.Overlap(one, host)) is { } first)
            {
                spec.Error(field, $"duplicate hosts in virtual service: {first} & {host}; keep one of them");
            }
        }
    }
}
