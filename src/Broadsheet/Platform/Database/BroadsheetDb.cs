using Broadsheet.Platform.Changes;
using Microsoft.EntityFrameworkCore;

namespace Broadsheet.Platform.Database;

/// <summary>
/// The one database. Entities are configured beside themselves (<see cref="IEntityTypeConfiguration{T}"/>); features reach their tables by extension
/// properties of their own. Which engine it is, only the two derived contexts know.
/// </summary>
public abstract class BroadsheetDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Which engine this is; only search, batch claiming, notification and the time converter may ask.</summary>
    public abstract Engine Engine { get; }

    /// <summary>What the open transaction changes of what readers see.</summary>
    internal Announced Announced { get; } = new();

    /// <summary>Something was committed, and not every node could be told of it in time.</summary>
    public bool IsPending { get; set; }

    /// <summary>The kinds of due rows that are saved and not yet committed.</summary>
    internal HashSet<Type> NewDue { get; } = [];

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(BroadsheetDb).Assembly);
    }
}
