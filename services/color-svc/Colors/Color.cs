namespace ColorDemo.ColorService.Colors;

/// <param name="HexCode">A number sign and six lower-case digits, for example <c>#008000</c>.</param>
public sealed record Color(string Name, string HexCode, Family Family);
