namespace Broadsheet.Images;

/// <summary>What ties finished pages to the pictures they show.</summary>
public static class ImageTags
{
    public static string Image(Guid id) => $"image:{id:N}";
}
