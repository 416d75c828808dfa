namespace Broadsheet.Images;

/// <summary>A feature that shows images of the library. All are asked before one is deleted.</summary>
public interface IUsesImages
{
    /// <summary>Where an image is used, each as an editor would call it: <c>the story “Flood reaches the old harbour”</c>. Empty when it is not.</summary>
    Task<IReadOnlyList<string>> WhereUsed(Guid image, CancellationToken cancellation);
}
