namespace ColorDemo.Mesh.Proxy;

/// <summary>What a client remembers of one endpoint. Fields, since they are counted without locks.</summary>
internal sealed class EndpointMemory
{
    /// <summary>Requests under way.</summary>
    public int Active;

    /// <summary>Answers of 500 and above, and failures, in a row.</summary>
    public int Errors;

    /// <summary>Answers of 502, 503 and 504, and failures, in a row.</summary>
    public int GatewayErrors;

    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private volatile bool _isEjected;

    public bool IsEjected
    {
        get => _isEjected;
        set => _isEjected = value;
    }

    /// <summary>By the clock.</summary>
    public long EjectedAt { get; set; }

    /// <summary>How many times the base ejection time; less again while it stays healthy.</summary>
    public long Backoff { get; set; }

    /// <summary>Requests under way, counted while the upstream has limits.</summary>
    public int Connections { get; set; }

    /// <summary>Requests that wait for a connection, first come first.</summary>
    public LinkedList<TaskCompletionSource> Waiting => _waiting;
}
