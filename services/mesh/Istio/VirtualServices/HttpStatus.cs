namespace ColorDemo.Mesh.Istio;

/// <summary>The statuses that a VirtualService may answer with.</summary>
internal static class HttpStatus
{
    /// <summary>Istio says 200-599 and lets 600 slip through, so 600 is accepted here too.</summary>
    public static int? Read(Fields fields, string name)
    {
        var status = fields.WholeNumber(name, int.MinValue, int.MaxValue);
        if (status is null or (>= 200 and <= 600))
        {
            return status;
        }

        fields.Error(name, $"HTTP status {status} is not in range 200-599; write a final status such as 503");
        return null;
    }
}
