namespace ColorDemo.ColorService;

/// <summary>The service cannot start. The message is written for whoever starts it and says what to change.</summary>
public sealed class StartException(string message) : Exception(message);
