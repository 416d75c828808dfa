namespace Broadsheet.Platform.Jobs;

/// <summary>Does what follows from a committed <typeparamref name="T"/>. May be called again for the same message, so it must come to the same end.</summary>
public interface IHandle<in T>
{
    Task Handle(T message, CancellationToken cancellation);
}
