using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Broadsheet.Platform.Web;

namespace Broadsheet.Api.Json;

/// <summary>Finds everything in a body that doesn't have the shape of what it is read as. It runs only once reading has failed, which stops at the first.</summary>
internal sealed class Shape(JsonSerializerOptions json)
{
    public const int MostFaults = 100;

    private readonly Faults _faults = new();

    /// <summary>All faults; empty when the body has the shape of <paramref name="type"/>.</summary>
    public IReadOnlyList<Fault> FaultsOf(JsonElement body, Type type)
    {
        Check(body, type, "", mayBeNull: false);
        return _faults.All;
    }

    private void Check(JsonElement given, Type declared, string place, bool mayBeNull)
    {
        var inOptional = declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(Optional<>) ? declared.GetGenericArguments()[0] : null;
        var type = inOptional ?? declared;
        if (given.ValueKind is JsonValueKind.Null && type != typeof(JsonElement))
        {
            if (!(inOptional is null ? mayBeNull : !type.IsValueType || Nullable.GetUnderlyingType(type) is not null))
            {
                Add(place, $"{Wanted.Named(place)} must not be null.");
            }

            return;
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = json.GetTypeInfo(type);
        if (info.Kind is JsonTypeInfoKind.Object && given.ValueKind is JsonValueKind.Object)
        {
            Fields(given, info, place);
        }
        else if (info.Kind is JsonTypeInfoKind.Enumerable && given.ValueKind is JsonValueKind.Array)
        {
            Items(given, info.ElementType!, place);
        }
        else if (info.Kind is JsonTypeInfoKind.Dictionary && given.ValueKind is JsonValueKind.Object)
        {
            Entries(given, info.ElementType!, place);
        }
        else if (type == typeof(JsonElement))
        {
            Doubles(given, place);
        }
        else if (info.Kind is not JsonTypeInfoKind.None || !CanRead(given, type))
        {
            Add(place, Wanted.Sentence(place, type));
        }
    }

    private void Fields(JsonElement given, JsonTypeInfo info, string place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in given.EnumerateObject())
        {
            var at = JsonPlace.Field(place, field.Name);
            if (AddIfDouble(seen, field.Name, at))
            {
                continue;
            }

            if (info.Properties.FirstOrDefault(p => p.Name == field.Name) is { } property)
            {
                Check(field.Value, property.PropertyType, at, property.AssociatedParameter?.IsNullable ?? property.IsSetNullable);
            }
            else
            {
                var meant = info.Properties.FirstOrDefault(p => p.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
                Add(at, meant is null ? $"There is no field “{at}”." : $"There is no field “{at}”; it is written “{meant.Name}”.");
            }
        }

        foreach (var missing in info.Properties.Where(p => (p.IsRequired || p.AssociatedParameter is { HasDefaultValue: false }) && !seen.Contains(p.Name)))
        {
            var at = JsonPlace.Field(place, missing.Name);
            Add(at, $"{at} is missing.");
        }
    }

    private void Items(JsonElement given, Type type, string place)
    {
        var index = 0;
        foreach (var item in given.EnumerateArray())
        {
            Check(item, type, JsonPlace.Item(place, index++), mayBeNull: false);
        }
    }

    private void Entries(JsonElement given, Type type, string place)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in given.EnumerateObject())
        {
            var at = JsonPlace.Field(place, entry.Name);
            AddIfDouble(seen, entry.Name, at);
            Check(entry.Value, type, at, mayBeNull: true);
        }
    }

    private void Doubles(JsonElement given, string place)
    {
        if (given.ValueKind is JsonValueKind.Object)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var field in given.EnumerateObject())
            {
                var at = JsonPlace.Field(place, field.Name);
                AddIfDouble(seen, field.Name, at);
                Doubles(field.Value, at);
            }
        }
        else if (given.ValueKind is JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in given.EnumerateArray())
            {
                Doubles(item, JsonPlace.Item(place, index++));
            }
        }
    }

    private bool AddIfDouble(HashSet<string> seen, string name, string at)
    {
        if (seen.Add(name))
        {
            return false;
        }

        Add(at, $"{at} is given more than once.");
        return true;
    }

    // A body of a megabyte of nonsense is not answered with ten.
    private void Add(string place, string sentence)
    {
        if (_faults.All.Count < MostFaults)
        {
            _faults.Add(place, sentence);
        }
    }

    private bool CanRead(JsonElement given, Type type)
    {
        try
        {
            given.Deserialize(type, json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
