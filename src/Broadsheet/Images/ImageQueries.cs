using Broadsheet.Api;

namespace Broadsheet.Images;

public static class ImageQueries
{
    extension(IQueryable<Image> images)
    {
        /// <summary>Those whose licence has not ended.</summary>
        public IQueryable<Image> Showable(DateTimeOffset now) => images.Where(i => i.ExpiresAt == null || i.ExpiresAt > now);

        /// <summary>Those whose licence has ended while their renditions are still there.</summary>
        public IQueryable<Image> ToExpire(DateTimeOffset now) => images.Where(i => i.ExpiresAt <= now && i.ExpiredAt == null);

        /// <summary>Those that a search of the library means.</summary>
        public IQueryable<Image> Matching(ImageSearch search, DateTimeOffset now)
        {
            if (search.Words is { } words)
            {
                images = images.Where(i => i.Words.Contains(words));
            }

            if (search.HasCredit is { } hasCredit)
            {
                images = images.Where(i => (i.Credit != null) == hasCredit);
            }

            return search.IsExpired switch
            {
                true => images.Where(i => i.ExpiresAt <= now),
                false => images.Showable(now),
                null => images,
            };
        }

        /// <summary>A page of the library, newest first, with one more than asked for.</summary>
        public IQueryable<Image> Page(Paging paging) => (paging.After is { } after ? images.Where(i => i.Id < after) : images).OrderByDescending(i => i.Id).Take(paging.Limit + 1);
    }
}
