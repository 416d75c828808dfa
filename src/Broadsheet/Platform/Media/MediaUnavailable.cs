namespace Broadsheet.Platform.Media;

/// <summary>The media store does not answer, or refuses; nothing was changed.</summary>
public sealed class MediaUnavailable(string sentence, Exception cause) : IOException(sentence, cause);
