namespace Broadsheet.Images.Containers;

/// <summary>A picture file that can't be taken; the message is a sentence for a person.</summary>
public sealed class Damaged(string sentence) : Exception(sentence)
{
    public static Damaged CutShort() => new("This file is cut short: the picture in it is incomplete.");

    public static Damaged Broken(ImageKind kind) => new($"This {kind.Name} file is damaged and can't be read.");

    public static Damaged Undecodable() => new("The picture in this file is incomplete or damaged: it can't be decoded to its end.");

    public static Damaged TooManyFrames() =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"This file has more than {ImageLimits.Frames:N0} frames or pages; that is more than a picture needs."));
}
