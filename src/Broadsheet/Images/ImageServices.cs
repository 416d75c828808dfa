using Broadsheet.Platform.Database;
using Broadsheet.Platform.Jobs;

namespace Broadsheet.Images;

public static class ImageServices
{
    private const string EveryMinute = "0 * * * * *";

    /// <summary>The library of images. Needs the database, a media store, and a clock.</summary>
    /// <param name="site">The site's public address, for the addresses that the API answers.</param>
    public static IServiceCollection AddImages(this IServiceCollection services, Uri site) => services
        .AddSingleton<Darkroom>()
        .AddSingleton<Reception>()
        .AddSingleton<Renditions>()
        .AddSingleton<OnDemand>()
        .AddSingleton<LicenceEnds>()
        .AddScoped<AddImage>()
        .AddScoped<ExpireImages>()
        .AddScoped<RemoveImage>()
        .AddWork<MakeFirstPrint>(MakeFirstPrint.JobKind)
        .AddWork<MakeRenditions>(MakeRenditions.JobKind)
        .AddScoped(provider => new ImageView(provider.GetRequiredService<BroadsheetDb>(), provider.GetRequiredService<TimeProvider>(), site));

    /// <summary>What images do at their hour, and after a commit.</summary>
    public static void Register(Recurring recurring, OutboxHandlers handlers)
    {
        recurring.Add("expire-images", EveryMinute, (services, cancellation) => services.GetRequiredService<ExpireImages>().Run(cancellation));
        handlers.Add<ImageDeleted, RemoveImage>();
    }
}
