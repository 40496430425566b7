namespace GeoGraph.Core;

/// <summary>A name in one language.</summary>
/// <param name="Language">BCP 47 tag, as <c>en</c>, <c>zh-Hant</c>, <c>ja</c>.</param>
/// <param name="Text">The name in that language's script; not empty.</param>
public sealed record LocalName(string Language, string Text);
