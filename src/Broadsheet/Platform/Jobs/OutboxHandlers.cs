using System.Text.Json;

namespace Broadsheet.Platform.Jobs;

/// <summary>Which handlers a kind of message has.</summary>
public sealed class OutboxHandlers
{
    private readonly Dictionary<string, List<Func<IServiceProvider, string, CancellationToken, Task>>> _handlers = new(StringComparer.Ordinal);

    public void Add<TMessage, THandler>()
        where THandler : IHandle<TMessage>
    {
        if (!_handlers.TryGetValue(typeof(TMessage).Name, out var list))
        {
            _handlers[typeof(TMessage).Name] = list = [];
        }

        list.Add((services, payload, cancellation) =>
            services.GetRequiredService<THandler>().Handle(JsonSerializer.Deserialize<TMessage>(payload)!, cancellation));
    }

    public async Task Handle(OutboxMessage message, IServiceProvider services, CancellationToken cancellation)
    {
        foreach (var handle in _handlers.GetValueOrDefault(message.Kind) ?? [])
        {
            await handle(services, message.Payload, cancellation);
        }
    }
}
